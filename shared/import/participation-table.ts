/** [W1] Participations as a table: what is exported, and the model file to fill in. */
import type { Organisation, Workshop } from '../model/edition.ts'
import type { InterfaceLanguage } from '../model/language.ts'
import { isPair } from '../model/participation.ts'
import type { Participation } from '../model/workshop.ts'
import { COLUMN_ALIASES, PARTICIPATION_COLUMNS, type ParticipationColumn } from './participation-columns.ts'

/** Read again it says the same, whatever the language of its headings. */
export function participationTable(
  participations: readonly Participation[],
  {
    workshops,
    organisations,
  }: { readonly workshops: readonly Workshop[]; readonly organisations: readonly Organisation[] },
  language: InterfaceLanguage,
): string[][] {
  const nameOf = (id: string | null) => organisations.find(each => each.id === id)?.name ?? { fr: '', ja: '' }
  const numberOf = (id: string | null | undefined) =>
    workshops.find(each => each.id === id)?.number.toString() ?? ''
  return [
    headings(language),
    ...participations.map(each =>
      cells({
        fra: nameOf(each.fra).fr,
        fraOther: nameOf(each.fra).ja,
        // The other way round: each column holds the name in its own side's language first.
        jap: nameOf(each.jap).ja,
        japOther: nameOf(each.jap).fr,
        form: FORMS[language][isPair(each) ? 1 : 0],
        first: numberOf(each.choices[0]),
        second: numberOf(each.choices[1]),
        speaks: numberOf(each.workshop),
        note: each.note,
      }),
    ),
  ]
}

/** Two rows that say how it is filled in, with names that nobody bears. */
export function modelTable(language: InterfaceLanguage): string[][] {
  return [
    headings(language),
    cells({
      fra: 'Ville d’Exemple-sur-Mer',
      fraOther: '見本海岸市',
      jap: '見本市',
      japOther: 'Ville de Mihon',
      form: FORMS[language][1],
      first: '1',
      second: '3',
      speaks: '',
      note: EXAMPLE[language],
    }),
    cells({
      fra: '',
      fraOther: '',
      jap: '例示県',
      japOther: 'Département de Reiji',
      form: FORMS[language][0],
      first: '2',
      second: '',
      speaks: '',
      note: EXAMPLE[language],
    }),
  ]
}

const FORMS = {
  fr: ['seule', 'binôme'],
  ja: ['単独', 'ペア'],
  en: ['alone', 'pair'],
} as const satisfies Record<InterfaceLanguage, readonly [string, string]>
const EXAMPLE = {
  fr: 'exemple, à remplacer',
  ja: '記入例（差し替えてください）',
  en: 'example, to be replaced',
} as const satisfies Record<InterfaceLanguage, string>

function headings(language: InterfaceLanguage): string[] {
  return PARTICIPATION_COLUMNS.map(column => COLUMN_ALIASES[column][language][0]!)
}

function cells(row: { readonly [C in ParticipationColumn]: string }): string[] {
  return PARTICIPATION_COLUMNS.map(column => row[column])
}
