/** What a workshop's text begins with: its headings and what belongs under each, to be written over. */
import type { BilingualText, Block } from '../../shared/model/bilingual-text.ts'
import type { Text } from '../../shared/model/edition.ts'
import { LANGUAGES, type Language } from '../../shared/model/language.ts'
import { blankText } from '../../shared/schema/y-write.ts'

type Line = readonly [kind: 'title' | 'heading' | 'paragraph' | 'bullet', fr: string, ja: string]

/** Empty paragraphs are where the words go. */
const EMPTY: Line = ['paragraph', '', '']

const TEMPLATES: { readonly [K in Exclude<Text['kind'], 'declaration'>]: readonly Line[] } = {
  'intervention-summary': [
    ['heading', 'Le territoire et son défi', '地域の概要と課題'],
    EMPTY,
    ['heading', 'Ce qui a été fait', '取組の内容'],
    EMPTY,
    ['heading', 'Résultats et enseignements', '成果と得られた教訓'],
    EMPTY,
  ],
  // One paragraph is one thing that the declaration may take over.
  'workshop-summary': [
    ['heading', 'Constats partagés', '共有された認識'],
    EMPTY,
    ['heading', 'Conclusions proposées à la déclaration', '最終宣言への提案'],
    EMPTY,
  ],
  restitution: [
    ['heading', 'L’atelier en bref', '分科会の概要'],
    EMPTY,
    ['heading', 'Ce que nous retenons', '議論の要点'],
    EMPTY,
    ['heading', 'Suites', '今後に向けて'],
    EMPTY,
  ],
}

/** `newId` gives ids of blocks and units. */
export function templateOf(
  { kind, title }: Pick<Text, 'kind' | 'title'>,
  newId: () => string,
): BilingualText {
  if (kind === 'declaration') return blankText(newId)
  const lines: readonly Line[] = [['title', title.fr, title.ja], ...TEMPLATES[kind]]
  const text: { [L in Language]: Block[] } = { fr: [], ja: [] }
  for (const [blockKind, fr, ja] of lines) {
    const unit = newId() as Block['unit']
    for (const language of LANGUAGES) {
      const words = language === 'fr' ? fr : ja
      text[language].push({
        id: newId() as Block['id'],
        unit,
        kind: blockKind,
        level: 1,
        content: words ? [{ type: 'text', text: words }] : [],
      })
    }
  }
  return text
}
