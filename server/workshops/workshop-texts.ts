/** [W1] The texts that a workshop has: its summary for the declaration and its restitution, from the beginning. */
import type { Organisation, Workshop } from '../../shared/model/edition.ts'
import type { EditionId, TextId, WorkshopId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { NewId } from '../new-id.ts'
import type { Database } from '../store/database.ts'
import { insertText } from '../store/texts.ts'

/** Call it in the transaction that makes the workshop. */
export async function insertWorkshopTexts(
  db: Database,
  { id, edition, number }: Pick<Workshop, 'id' | 'edition' | 'number'>,
  newId: NewId,
  now: string,
): Promise<void> {
  for (const kind of ['workshop-summary', 'restitution'] as const)
    await insertText(db, { id: newId('text'), edition, kind, workshop: id, title: TITLES[kind](number) }, now)
}

const TITLES = {
  'workshop-summary': (number: number): BilingualLabel => ({
    fr: `Résumé de l’atelier ${number}`,
    ja: `第${number}分科会の要旨`,
    en: `Summary of workshop ${number}`,
  }),
  restitution: (number: number): BilingualLabel => ({
    fr: `Restitution de l’atelier ${number}`,
    ja: `第${number}分科会報告`,
    en: `Restitution of workshop ${number}`,
  }),
}

/** The summary of an intervention, named after those who speak. Call it in a transaction. */
export async function insertInterventionText(
  db: Database,
  edition: EditionId,
  workshop: WorkshopId,
  speakers: readonly Pick<Organisation, 'name'>[],
  newId: NewId,
  now: string,
): Promise<TextId> {
  const id = newId('text')
  const names = (language: 'fr' | 'ja', by: string) =>
    speakers.map(({ name }) => name[language] || name.fr || name.ja).join(by)
  const title: BilingualLabel = {
    fr: `Résumé d’intervention : ${names('fr', ' et ')}`,
    ja: `発表要旨：${names('ja', '・')}`,
    en: `Summary of the intervention: ${names('fr', ' and ')}`,
  }
  await insertText(db, { id, edition, kind: 'intervention-summary', workshop, title }, now)
  return id
}
