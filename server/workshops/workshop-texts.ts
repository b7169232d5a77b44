/** [W1] The texts that a workshop has: its summary for the declaration and its restitution, from the beginning. */
import type { Organisation, TextKind, Workshop } from '../../shared/model/edition.ts'
import type { EditionId, TextId, WorkshopId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { NewId } from '../new-id.ts'
import type { Database } from '../store/database.ts'
import { insertText, textsOfEdition, updateText } from '../store/texts.ts'

/** Call it in the transaction that makes the workshop. */
export async function insertWorkshopTexts(
  db: Database,
  { id, edition, number }: Pick<Workshop, 'id' | 'edition' | 'number'>,
  newId: NewId,
  now: string,
): Promise<void> {
  for (const kind of OWN_KINDS)
    await insertText(db, { id: newId('text'), edition, kind, workshop: id, title: TITLES[kind](number) }, now)
}

/** Titles that name its number follow it; one that was worded otherwise stays. */
export async function retitleWorkshopTexts(
  db: Database,
  { id, edition, number }: Pick<Workshop, 'id' | 'edition' | 'number'>,
  before: number,
): Promise<void> {
  for (const { id: text, kind, workshop, title } of await textsOfEdition(db, edition)) {
    if (workshop !== id || !isOwnKind(kind) || title.fr !== TITLES[kind](before).fr) continue
    await updateText(db, text, { title: TITLES[kind](number) })
  }
}

const OWN_KINDS = ['workshop-summary', 'restitution'] as const

function isOwnKind(kind: TextKind): kind is (typeof OWN_KINDS)[number] {
  return OWN_KINDS.some(each => each === kind)
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
  const title = interventionTitle(speakers)
  await insertText(db, { id, edition, kind: 'intervention-summary', workshop, title }, now)
  return id
}

export function interventionTitle(speakers: readonly Pick<Organisation, 'name'>[]): BilingualLabel {
  const names = (language: 'fr' | 'ja', by: string) =>
    speakers.map(({ name }) => name[language] || name.fr || name.ja).join(by)
  return {
    fr: `Résumé d’intervention : ${names('fr', ' et ')}`,
    ja: `発表要旨：${names('ja', '・')}`,
    en: `Summary of the intervention: ${names('fr', ' and ')}`,
  }
}
