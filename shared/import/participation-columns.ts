/**
 * The columns of a file of participations, by the headings that people write: docs/spec-workshops.md lists them. A
 * heading is compared folded (see same-name.ts).
 */
import type { InterfaceLanguage } from '../model/language.ts'
import { foldName } from '../model/same-name.ts'

/**
 * `fra`, `jap`: the local government of a side; `fraOther`, `japOther`: its name in the other language. `form`: alone or
 * as a pair. `speaks`: the workshop in which it speaks.
 */
export const PARTICIPATION_COLUMNS = [
  'fra',
  'fraOther',
  'jap',
  'japOther',
  'form',
  'first',
  'second',
  'speaks',
  'note',
] as const
export type ParticipationColumn = (typeof PARTICIPATION_COLUMNS)[number]

/** The first alias of each language heads the columns of what is exported and of the model file. */
export const COLUMN_ALIASES: {
  readonly [C in ParticipationColumn]: { readonly [L in InterfaceLanguage]: readonly string[] }
} = {
  fra: {
    fr: [
      'Collectivité française',
      'Collectivité (France)',
      'Collectivité FR',
      'Partie française',
      'Ville française',
    ],
    ja: ['フランス側自治体', 'フランスの自治体', 'フランス自治体', '仏側自治体', 'フランス側'],
    en: ['French local government', 'French authority', 'French side'],
  },
  fraOther: {
    fr: ['Collectivité française (en japonais)', 'Nom japonais de la collectivité française'],
    ja: ['フランス側自治体（日本語）', 'フランス側自治体（和名）'],
    en: ['French local government (in Japanese)'],
  },
  jap: {
    fr: [
      'Collectivité japonaise',
      'Collectivité (Japon)',
      'Collectivité JP',
      'Partie japonaise',
      'Ville japonaise',
    ],
    ja: ['日本側自治体', '日本の自治体', '日本自治体', '自治体名', '自治体', '日本側'],
    en: ['Japanese local government', 'Japanese authority', 'Japanese side'],
  },
  japOther: {
    fr: ['Collectivité japonaise (en français)', 'Nom français de la collectivité japonaise'],
    ja: ['日本側自治体（フランス語）', '日本側自治体（仏名）', '日本側自治体（ローマ字）'],
    en: ['Japanese local government (in French)'],
  },
  form: {
    fr: ['Forme', 'Seule ou en binôme', 'Seul ou en binôme', 'Binôme', 'Participation'],
    ja: ['形式', '単独・ペア', '単独・ペアの別', '単独又はペア', '参加形態'],
    en: ['Form', 'Alone or as a pair', 'Pair'],
  },
  first: {
    fr: ['Premier choix', 'Choix 1', '1er choix', 'Atelier choix 1', 'Premier choix d’atelier', 'Vœu 1'],
    ja: ['第1希望', '第一希望', '希望1', '希望分科会1', '第1希望分科会', '第一希望分科会'],
    en: ['First choice', 'Choice 1', '1st choice'],
  },
  second: {
    fr: [
      'Deuxième choix',
      'Second choix',
      'Choix 2',
      '2e choix',
      '2ème choix',
      'Atelier choix 2',
      'Deuxième choix d’atelier',
      'Vœu 2',
    ],
    ja: ['第2希望', '第二希望', '希望2', '希望分科会2', '第2希望分科会', '第二希望分科会'],
    en: ['Second choice', 'Choice 2', '2nd choice'],
  },
  speaks: {
    fr: ['Intervient dans', 'Intervention', 'Atelier', 'Atelier d’intervention', 'Atelier attribué'],
    ja: ['発表分科会', '分科会', '発表する分科会', '決定分科会'],
    en: ['Speaks in', 'Workshop', 'Assigned workshop'],
  },
  note: {
    fr: ['Remarque', 'Remarques', 'Note', 'Notes', 'Commentaire', 'Observations'],
    ja: ['備考', '注記', '摘要', 'メモ'],
    en: ['Note', 'Notes', 'Remark', 'Remarks', 'Comment'],
  },
}

/** Undefined for a heading that is none of ours. */
export function columnOf(heading: string): ParticipationColumn | undefined {
  return COLUMN_BY_HEADING.get(foldName(heading))
}

const COLUMN_BY_HEADING = new Map(
  PARTICIPATION_COLUMNS.flatMap(column =>
    Object.values(COLUMN_ALIASES[column])
      .flat()
      .map(alias => [foldName(alias), column] as const),
  ),
)

const PAIR = [
  'binôme',
  'en binôme',
  'pair',
  'as a pair',
  'paire',
  'ペア',
  '共同',
  '共同発表',
  '2',
  'oui',
  'yes',
  'はい',
].map(foldName)
const NOBODY = [
  '',
  'aucun',
  'aucune',
  'néant',
  'none',
  'なし',
  '無し',
  '無',
  '該当なし',
  'seul',
  'seule',
  'alone',
  '単独',
].map(foldName)
const SOMEBODY_YET = [
  'à trouver',
  'à préciser',
  'à définir',
  'à confirmer',
  'en recherche',
  'recherche',
  'tbd',
  'tbc',
  'to be found',
  '未定',
  '調整中',
  '検討中',
  '募集中',
].map(foldName)

/** Whether a cell says that two speak together. */
export function saysPair(cell: string): boolean {
  return PAIR.includes(foldName(cell))
}

/** A name; nobody (an empty cell, a dash, « aucun »); or somebody not known yet (« à trouver », 「未定」, a question mark). */
export function nameIn(cell: string): { readonly name: string; readonly unknownYet: boolean } {
  const folded = foldName(cell)
  if (SOMEBODY_YET.includes(folded) || /^[?？\s]+$/u.test(cell)) return { name: '', unknownYet: true }
  return { name: NOBODY.includes(folded) ? '' : cell, unknownYet: false }
}
