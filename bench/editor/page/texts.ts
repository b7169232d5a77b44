import { bilingualText } from '../../../server/editions/demo/text-source.ts'
import { version1 } from '../../../server/editions/demo/version-1.ts'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import type { Fact } from '../../../shared/model/edition.ts'

const READINGS = {
  host: ['Cannes', 'カンヌ市', true],
  venue: ['Palais des Festivals', 'パレ・デ・フェスティバル', true],
  'meeting-dates': ['du 21 au 24 octobre', '10月21日から24日まで', true],
  'adoption-date': ['24 octobre', '10月24日', true],
  theme: ['Construire l’attractivité territoriale de demain', '未来の地域の魅力を築く', false],
  'next-host': ['ville à confirmer', '開催都市未定', false],
  'next-year': ['2028', '2028年', true],
  'number-fra': ['32', '32', false],
  'number-jap': ['35', '35', false],
} as const

/** Facts by the keys that the demonstration's text uses as ids. */
export const facts: readonly Fact[] = Object.entries(READINGS).map(
  ([key, [fr, ja, confirmed]]) =>
    ({
      id: key,
      edition: 'bench',
      key,
      type: 'text',
      label: { fr: key, ja: key },
      value: { fr, ja },
      status: confirmed ? 'confirmed' : 'open',
    }) as unknown as Fact,
)

const demo = bilingualText(version1)

/** `demo` the demonstration's first version; `three` of three paragraphs, `bracketed` these in brackets, `units` as many units as asked, of its paragraphs; `blank`. */
export function textOf(name: string, units: number): BilingualText {
  if (name === 'blank') return { fr: [blank('fr')], ja: [blank('ja')] }
  if (name === 'three')
    return { fr: three('fr', ['Un', 'Deux', 'Trois']), ja: three('ja', ['一番', '二番', '三番']) }
  if (name === 'bracketed') {
    const text = textOf('three', 0)
    return { fr: inBrackets(text.fr), ja: inBrackets(text.ja) }
  }
  if (name === 'units') return { fr: repeated('fr', units), ja: repeated('ja', units) }
  return demo
}

function three(language: string, words: readonly string[]): Block[] {
  return words.map(
    (text, index) =>
      ({
        id: `${language}${index}`,
        unit: `u${index}`,
        kind: 'paragraph',
        level: 1,
        content: [{ type: 'text', text }],
      }) as unknown as Block,
  )
}

/** All words of each paragraph, so that one writes at the edge. */
function inBrackets(blocks: readonly Block[]): Block[] {
  const marks = [{ type: 'bracket', id: 'q.a', by: 'jap' }] as const
  return blocks.map(block => ({
    ...block,
    content: block.content.map(inline => (inline.type === 'text' ? { ...inline, marks } : inline)),
  }))
}

function blank(language: string): Block {
  return { id: `${language}0`, unit: 'u0', kind: 'paragraph', level: 1, content: [] } as unknown as Block
}

function repeated(language: 'fr' | 'ja', units: number): Block[] {
  const models = demo[language]
  return Array.from({ length: units }, (_, index) => {
    const model = models[index % models.length]!
    return { ...model, id: `${language}${index}`, unit: `u${index}` } as unknown as Block
  })
}
