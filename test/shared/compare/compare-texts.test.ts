import { describe, expect, test } from 'vitest'
import { applyComparison } from '../../../shared/compare/apply-comparison.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { BilingualText, Block, Inline, Mark } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, FactId, UnitId } from '../../../shared/model/ids.ts'
import { seeded } from '../../support/seeded.ts'
import { universalDeclaration } from '../align/universal-declaration.ts'
import { generatedText } from './generated-revision.ts'
import { marked, redline, textOf } from './redline.ts'

describe('matching blocks', () => {
  test('[C1] an id found twice, after copy and paste, says nothing: the text decides', () => {
    const a = textOf({
      fr: ['u1 | Les villes coopèrent.', 'u2 | Les régions se rencontrent chaque année.'],
      ja: [],
    })
    const [first, second] = [a.fr[0]!, a.fr[1]!]
    const copy = { ...second, unit: 'u3' as UnitId, id: first.id }
    const { rows } = compareTexts(a, { fr: [copy, first, second], ja: [] })
    expect(rows.map(({ key, kinds }) => `${key} ${kinds}`)).toEqual(['u3 inserted', 'u1 ', 'u2 '])
  })

  test('[C1] Enter at the start of a paragraph leaves an empty block with its id: the paragraph is unchanged', () => {
    const a = textOf({ fr: ['u1 | Les villes coopèrent.'], ja: ['u1 | 都市は協力する。'] })
    const block = a.fr[0]!
    const b = {
      ...a,
      fr: [
        { ...block, content: [] },
        { ...block, id: 'new' as BlockId },
      ],
    }
    const { rows } = compareTexts(a, b)
    expect(rows[0]!.fr.pairs.map(pair => pair.kinds)).toEqual([['inserted'], []])
  })

  test('[C1] a paragraph split inside its unit, in one language only, is a split and no alarm', () => {
    const a = textOf({
      fr: ['u1 | Les villes coopèrent. Elles se rencontrent.'],
      ja: ['u1 | 都市は協力し、会合を開く。'],
    })
    const b = {
      ...a,
      fr: textOf({ fr: ['u1 | Les villes coopèrent.', 'u1 | Elles se rencontrent.'], ja: [] }).fr,
    }
    expect(compareTexts(a, b).rows).toMatchObject([
      { key: 'u1', oldUnits: ['u1'], kinds: ['split'], alarm: null },
    ])
  })

  test('[C1] a part of a merged paragraph is found across a paragraph that was deleted', () => {
    const a = textOf({
      fr: [
        'u1 | Les villes coopèrent en matière de climat.',
        'u2 | Passage supprimé ensuite.',
        'u3 | Les régions soutiennent la jeunesse.',
      ],
      ja: [],
    })
    const b = textOf({
      fr: ['u1 | Les villes coopèrent en matière de climat. Les régions soutiennent la jeunesse.'],
      ja: [],
    })
    expect(redline(compareTexts(a, b)).map(line => line.split(' ').slice(0, 2).join(' '))).toContain(
      '-u2 deleted',
    )
    expect(compareTexts(a, b).rows[0]).toMatchObject({ oldUnits: ['u1', 'u3'], kinds: ['merged'] })
  })

  test('[C2] the rows of a split name the unit that they come from; those of a merge name both', () => {
    const parts = textOf({
      fr: ['u1 | Les villes coopèrent en tout.', 'u2 | Elles se rencontrent souvent.'],
      ja: [],
    })
    const whole = textOf({ fr: ['u1 | Les villes coopèrent en tout. Elles se rencontrent souvent.'], ja: [] })
    expect(compareTexts(whole, parts).rows.map(row => row.oldUnits)).toEqual([['u1'], ['u1']])
    expect(compareTexts(parts, whole).rows.map(row => row.oldUnits)).toEqual([['u1', 'u2']])
  })
})

describe('marks, brackets and inline objects', () => {
  const compare = (old: readonly Inline[], now: readonly Inline[]) => {
    const a: BilingualText = { fr: [paragraph(old)], ja: [] }
    const b: BilingualText = { fr: [paragraph(now)], ja: [] }
    const comparison = compareTexts(a, b)
    expect(applyComparison(a, comparison)).toEqual(b)
    return comparison.rows[0]!.fr.pairs[0]!
  }

  test('[C2] other marks on the same words are formatting, with the range and the types of mark', () => {
    const pair = compare(
      [text('Les villes coopèrent.')],
      [text('Les '), text('villes', { type: 'bold' }), text(' coopèrent.')],
    )
    expect(pair.kinds).toEqual(['formatting'])
    expect(pair.formatting).toEqual([{ fromA: 4, toA: 10, fromB: 4, toB: 10, marks: ['bold'] }])
  })

  test('[C2] marks on changed words are part of the change', () => {
    const pair = compare(
      [text('Les villes coopèrent.')],
      [text('Les '), text('régions', { type: 'bold' }), text(' coopèrent.')],
    )
    expect(pair.kinds).toEqual(['modified'])
    expect(pair.segments.map(marked).join('')).toBe('Les [-villes-]{+régions+} coopèrent.')
  })

  test('[C2] another reading of the same characters is formatting', () => {
    const pair = compare(
      [text('加納', { type: 'ruby', rt: 'かのう' })],
      [text('加納', { type: 'ruby', rt: 'かの' })],
    )
    expect(pair.formatting).toMatchObject([{ marks: ['ruby'] }])
  })

  test('[C3] a bracket put around words, or lifted, is substance: it cannot be filtered away with formatting', () => {
    const bracket: Mark = { type: 'bracket', id: 'b1', by: 'fra' }
    expect(
      compare([text('Les villes coopèrent.')], [text('Les villes '), text('coopèrent', bracket), text('.')])
        .kinds,
    ).toEqual(['modified'])
  })

  test('[C2] another fact, or another footnote, is a modification of one character', () => {
    const fact = (name: string): Inline => ({ type: 'fact', fact: name as FactId })
    const facts = compare(
      [text('Il y a '), fact('a'), text(' villes.')],
      [text('Il y a '), fact('b'), text(' villes.')],
    )
    expect(facts.segments.map(marked).join('')).toBe('Il y a [-\uFFFC-]{+\uFFFC+} villes.')
    const notes = compare(
      [text('Villes'), { type: 'note', text: 'Une.' }],
      [text('Villes'), { type: 'note', text: 'Deux.' }],
    )
    expect(notes.kinds).toEqual(['modified'])
  })
})

describe('what counts as substance', () => {
  const kindsOf = (language: 'fr' | 'ja', old: string, now: string) => {
    const other = language === 'fr' ? { ja: ['u1 | 不変。'] } : { fr: ['u1 | Inchangé.'] }
    const lines = (line: string) => ({ fr: [], ja: [], ...other, [language]: [`u1 | ${line}`] })
    return compareTexts(textOf(lines(old)), textOf(lines(now))).rows[0]!
  }

  test('[C3] a changed figure, negation, case, question mark or square bracket raises the alarm', () => {
    const changes = [
      ['fr', '12 villes', '13 villes'],
      ['fr', '1,5 milliard', '15 milliard'],
      ['fr', 'les 2, 3 et 4', 'les 23 et 4'],
      ['fr', 'Elles ne peuvent pas.', 'Elles peuvent.'],
      ['fr', 'm² de terrain', 'm2 de terrain'],
      ['fr', 'les villes', '[les villes]'],
      ['fr', 'Est-ce sûr.', 'Est-ce sûr ?'],
      ['ja', '支援する。', '支援しない。'],
      ['ja', '２，３人', '２３人'],
      ['ja', '三千人', '四千人'],
      ['ja', '第①項', '第1項'],
    ] as const
    for (const [language, old, now] of changes)
      expect(kindsOf(language, old, now).alarm, `${old} → ${now}`).toBe(`${language}-only`)
  })

  test('[C3] a unit that moved, merged or changed its kind in both languages still raises the alarm when one says something else', () => {
    const old = textOf({
      fr: [
        'u1 | Les villes peuvent coopérer.',
        'u2 | Les régions se rencontrent souvent.',
        'u3 | La jeunesse est associée à tout.',
      ],
      ja: [
        'u1 | 都市は協力することができる。',
        'u2 | 地域は頻繁に会合を開く。',
        'u3 | 青少年が全てに参加する。',
      ],
    })
    const moved = textOf({
      fr: [
        'u2 | Les régions se rencontrent souvent.',
        'u3 | La jeunesse est associée à tout.',
        'u1 | Les villes doivent coopérer.',
      ],
      ja: [
        'u2 | 地域は頻繁に会合を開く。',
        'u3 | 青少年が全てに参加する。',
        'u1 | 都市は協力することができる。',
      ],
    })
    expect(compareTexts(old, moved).rows.at(-1)).toMatchObject({
      kinds: ['modified', 'moved'],
      alarm: 'fr-only',
    })
    const merged = textOf({
      fr: [
        'u1 | Les villes peuvent coopérer. Les régions se rencontrent souvent.',
        'u3 | La jeunesse est associée à tout.',
      ],
      ja: ['u1 | 都市は協力することができる。地域は稀に会合を開く。', 'u3 | 青少年が全てに参加する。'],
    })
    expect(compareTexts(old, merged).rows[0]).toMatchObject({
      kinds: ['modified', 'merged'],
      alarm: 'ja-only',
    })
    const shaped = textOf({
      fr: [
        'u1 commitment | Les villes doivent coopérer.',
        'u2 | Les régions se rencontrent souvent.',
        'u3 | La jeunesse est associée à tout.',
      ],
      ja: [
        'u1 commitment | 都市は協力することができる。',
        'u2 | 地域は頻繁に会合を開く。',
        'u3 | 青少年が全てに参加する。',
      ],
    })
    expect(compareTexts(old, shaped).rows[0]).toMatchObject({ kinds: ['modified', 'kind'], alarm: 'fr-only' })
  })

  test('[C3] a unit moved, or given another kind, in one language only raises the alarm', () => {
    const lines = (fr: string[], ja: string[]) => textOf({ fr, ja })
    const old = lines(
      ['u1 | Courte.', 'u2 | Les régions se rencontrent souvent.'],
      ['u1 | 短い。', 'u2 | 地域は頻繁に会合を開く。'],
    )
    const swapped = lines(
      ['u2 | Les régions se rencontrent souvent.', 'u1 | Courte.'],
      ['u1 | 短い。', 'u2 | 地域は頻繁に会合を開く。'],
    )
    expect(compareTexts(old, swapped).rows.filter(row => row.alarm)).toMatchObject([
      { key: 'u1', alarm: 'fr-only' },
    ])
    const heading = lines(
      ['u1 | Courte.', 'u2 | Les régions se rencontrent souvent.'],
      ['u1 heading | 短い。', 'u2 | 地域は頻繁に会合を開く。'],
    )
    expect(compareTexts(old, heading).rows.filter(row => row.alarm)).toMatchObject([
      { key: 'u1', alarm: 'ja-only' },
    ])
  })

  test('[C2] width, white space, hyphens, apostrophes, quotation marks, commas and full stops do not', () => {
    const changes = [
      ['fr', "l'amitié", 'l’amitié'],
      ['fr', 'les « villes »', 'les “villes”'],
      ['fr', 'les villes, et les régions', 'les villes et les régions.'],
      ['fr', 'vice-président', 'vice‑président'],
      ['fr', '12 500 euros', '12500 euros'],
      ['fr', 'co\u00adopération', 'coopération'],
      ['ja', '第９回', '第9回'],
      ['ja', '我々は協力し交流する', '我々は、協力し、交流する。'],
      ['ja', 'ガイド', 'ｶﾞｲﾄﾞ'],
      ['ja', '葛\u{e0100}城市', '葛城市'],
      ['ja', '1,500人', '1500人'],
      ['ja', '　我々', '我々'],
    ] as const
    for (const [language, old, now] of changes)
      expect(kindsOf(language, old, now), `${old} → ${now}`).toMatchObject({
        kinds: ['typographic'],
        alarm: null,
      })
  })
})

describe('real version pairs', () => {
  const variant = (code: 'jpn' | 'jpn_tokyo' | 'jpn_osaka'): BilingualText => ({
    fr: [],
    ja: universalDeclaration(code).map(({ kind, text: words }, place) => ({
      ...paragraph([text(words)]),
      id: `${code}${place}` as BlockId,
      unit: `${code}${place}` as UnitId,
      kind,
    })),
  })

  test('[C1] two Japanese versions of the Universal Declaration are matched by content alone, split recital included', () => {
    const [a, b] = [variant('jpn'), variant('jpn_tokyo')]
    const comparison = compareTexts(a, b)
    expect(applyComparison(a, comparison)).toEqual(b)
    expect(comparison.counts.ja).toMatchObject({ inserted: 0, deleted: 0, moved: 0, split: 2, merged: 0 })
    expect(comparison.rows.map(({ oldPosition }) => oldPosition)).toEqual(
      Array.from({ length: 91 }, (_, place) => (place < 6 ? place : place - 1)),
    )
    const recital = comparison.rows[3]!.ja.pairs[0]!
    expect(recital.segments.map(marked).join('')).toMatch(
      /^人権の無視\[-及び-\]\{\+と\+\}軽侮が、人類の良心を踏みにじった野蛮行為をもたらし、/,
    )
  })
})

describe('bounds', () => {
  test('[C1] a paragraph of 20,000 unrelated words and texts of unrelated blocks are answered exactly', () => {
    const words = (seed: number, count: number) => {
      const random = seeded(seed)
      return Array.from({ length: count }, () => `mot${random.below(50_000)}`).join(' ')
    }
    const one = (seed: number): BilingualText => ({ fr: [paragraph([text(words(seed, 20_000))])], ja: [] })
    const [a, b] = [one(1), one(2)]
    expect(applyComparison(a, compareTexts(a, b))).toEqual(b)
    const [c, d] = [generatedText(seeded(3), 400), generatedText(seeded(4), 400)]
    const strangers = { fr: d.fr.map(rename), ja: d.ja.map(rename) }
    expect(applyComparison(c, compareTexts(c, strangers))).toEqual(strangers)
  })
})

function rename(block: Block): Block {
  return { ...block, id: `x-${block.id}` as BlockId, unit: `x-${block.unit}` as UnitId }
}

function paragraph(content: readonly Inline[]): Block {
  return { id: 'p' as BlockId, unit: 'u' as UnitId, kind: 'paragraph', level: 1, content }
}

function text(words: string, ...marks: Mark[]): Inline {
  return marks.length ? { type: 'text', text: words, marks } : { type: 'text', text: words }
}
