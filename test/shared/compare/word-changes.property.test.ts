import { expect, test } from 'vitest'
import type { Segment } from '../../../shared/compare/comparison.ts'
import { createLexicon } from '../../../shared/compare/lexicon.ts'
import { tokenise } from '../../../shared/compare/tokens.ts'
import { segmentsOf, wordChanges } from '../../../shared/compare/word-changes.ts'
import type { Language } from '../../../shared/model/language.ts'
import { seeded } from '../../support/seeded.ts'
import { editedWording, randomWording } from './random-wording.ts'

/** Raise to 50000 for a night: both languages together are then 100,000 pairs of strings. */
const PAIRS = Number(process.env.COMPARE_PAIRS ?? 8_000)
const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })

for (const language of ['fr', 'ja'] as const)
  for (const raw of [false, true])
    test(`[C7] ${raw ? 'raw' : 'cleaned'} word changes turn any old ${language} wording into the new one and back, without cutting graphemes or figures`, () => {
      const lexicon = createLexicon(language)
      const tokensOf = (text: string) => tokenise([{ type: 'text', text }], text, lexicon)
      for (let seed = 1; seed <= (raw ? PAIRS / 4 : PAIRS); seed++) {
        const random = seeded(seed)
        const a = randomWording(random, language)
        const b = random.below(10) ? editedWording(random, language, a) : randomWording(random, language)
        const segments = segmentsOf(wordChanges(tokensOf(a), tokensOf(b), lexicon, raw), a, b)
        const faults = faultsOf(segments, a, b, language)
        if (faults.length)
          expect.fail(`seed ${seed}: ${faults.join('; ')}\n${JSON.stringify({ a, b, segments }, null, 1)}`)
      }
    })

test('[C7] a wording compared with itself has no change', () => {
  for (const language of ['fr', 'ja'] as const) {
    const lexicon = createLexicon(language)
    for (let seed = 1; seed <= 500; seed++) {
      const text = randomWording(seeded(seed), language)
      const tokens = tokenise([{ type: 'text', text }], text, lexicon)
      expect(wordChanges(tokens, tokens, lexicon), `seed ${seed}`).toEqual([])
    }
  }
})

function faultsOf(segments: readonly Segment[], a: string, b: string, language: Language): string[] {
  const faults: string[] = []
  const side = (drop: Segment['type'], from: 'fromA' | 'fromB', to: 'toA' | 'toB', text: string) => {
    let at = 0
    for (const segment of segments) {
      if (segment[from] !== at) faults.push(`${segment.type} starts at ${segment[from]}, not ${at}`)
      at = segment[to]
    }
    if (at !== text.length) faults.push(`ends at ${at}, not ${text.length}`)
    const kept = segments.filter(({ type }) => type !== drop)
    if (kept.map(segment => segment.text).join('') !== text)
      faults.push(`does not give ${JSON.stringify(text)}`)
    const starts = new Set([...graphemes.segment(text)].map(({ index }) => index)).add(text.length)
    const figures = [...text.matchAll(FIGURES[language])]
    for (const segment of segments)
      for (const edge of [segment[from], segment[to]]) {
        if (!starts.has(edge)) faults.push(`cuts the grapheme at ${edge}`)
        if (figures.some(({ index, 0: figure }) => index < edge && edge < index + figure.length))
          faults.push(`cuts the figure at ${edge}`)
      }
  }
  side('insert', 'fromA', 'toA', a)
  side('delete', 'fromB', 'toB', b)
  segments.forEach((segment, index) => {
    const next = segments[index + 1]
    if (segment.fromA === segment.toA && segment.fromB === segment.toB) faults.push('an empty segment')
    if (segment.type === 'equal' && next?.type === 'equal') faults.push('two equal segments in a row')
    if (segment.type === 'equal' && a.slice(segment.fromA, segment.toA) !== segment.text)
      faults.push('equal is not equal')
  })
  return faults
}

/** Written apart from the tokens of the comparison. Digits in a Latin word (CO2) are the word's. */
const FIGURES = {
  fr: /\p{Nd}+/gu,
  ja: /(?<![\p{Script=Latin}\p{Nd}\p{M}])\p{Nd}+(?:[,，]\p{Nd}{3}(?!\p{Nd}))*(?:[.．]\p{Nd}+)?/gu,
} as const
