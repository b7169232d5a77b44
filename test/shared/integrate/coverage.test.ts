import { describe, expect, test } from 'vitest'
import {
  type CoverageInput,
  coverageOf,
  isCovered,
  isToBeTreated,
} from '../../../shared/integrate/coverage.ts'
import { findSection } from '../../../shared/integrate/find-section.ts'
import { reworded } from '../../../shared/integrate/reword.ts'
import { wordsForm, wordsOfUnits } from '../../../shared/integrate/unit-words.ts'
import {
  type BilingualText,
  type Block,
  plainText,
  type Unit,
  unitOrder,
  unitsOf,
} from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import { COVERAGE_STATES } from '../../../shared/model/proposal.ts'
import { randomText, revisedText } from '../../support/random-text.ts'
import { type Random, seeded } from '../../support/seeded.ts'

const hashOf = (unit: Unit) => wordsForm(unit)
const EMPTY = { known: [], proposals: [], statements: [], hashOf } as const
const line = (language: 'fr' | 'ja', id: string, kind: Block['kind'], text: string): Block => ({
  ...{ id: `${language}-${id}` as BlockId, unit: id as UnitId, kind, level: 1 },
  content: [{ type: 'text', text }],
})
const both = (...lines: readonly (readonly [string, Block['kind'], string, string])[]): BilingualText => ({
  fr: lines.map(([id, kind, fr]) => line('fr', id, kind, fr)),
  ja: lines.map(([id, kind, , ja]) => line('ja', id, kind, ja)),
})

const SOURCE = both(
  ['t', 'title', 'Résumé', '要旨'],
  ['h', 'heading', 'Constats', '認識'],
  [
    'a',
    'paragraph',
    'Les incubateurs d’entreprises sont partagés entre villes.',
    '起業支援施設を都市間で共有する。',
  ],
  ['b', 'paragraph', 'Un réseau de jeunes artisans est créé.', '若手職人の連携網を設ける。'],
)
const DECLARATION = both(
  ['d0', 'paragraph', 'Nous nous réunissons à Cannes.', '私たちはカンヌに集う。'],
  [
    'd1',
    'paragraph',
    'Les incubateurs d’entreprises sont partagés entre nos villes jumelées.',
    '起業支援施設を姉妹都市間で共有する。',
  ],
)
const rows = (more: Partial<CoverageInput> = {}) =>
  coverageOf({ source: SOURCE, declaration: DECLARATION, ...EMPTY, ...more })

describe('[W4] what became of each unit of a summary', () => {
  test('headings are not to be treated; likeness finds what stands there in both languages, and says so', () => {
    expect(rows()).toMatchObject([
      { unit: 'a', section: 'h', state: 'merged', basis: 'likeness', places: ['d1'] },
      { unit: 'b', section: 'h', state: 'untreated', basis: null },
    ])
    expect(rows()[0]!.likeness).toBeGreaterThan(0.7)
    const oneLanguage = { ...DECLARATION, ja: DECLARATION.ja.slice(0, 1) }
    expect(rows({ declaration: oneLanguage })[0]).toMatchObject({ state: 'untreated' })
  })

  test('provenance integrates; two sources in one unit are merged; a change at the source is left to do', () => {
    const of = (unit: string, sourceChanged = false) => ({
      ...{ sourceUnits: [unit as UnitId], places: ['d0' as UnitId], sourceChanged },
    })
    expect(rows({ known: [of('b')] })[1]).toMatchObject({ state: 'integrated', places: ['d0'] })
    expect(rows({ known: [of('a'), of('b')] }).map(({ state }) => state)).toEqual(['merged', 'merged'])
    const changed = rows({ known: [of('a'), of('b', true)] })
    expect([changed[1]!.sourceChanged, isCovered(changed)]).toEqual([true, false])
    expect(isCovered([])).toBe(false)
  })

  test('a rejection sets aside with its reason; what somebody says by hand comes first, while the source says the same', () => {
    const reason = { fr: 'Hors sujet', ja: '' }
    const rejected = { sourceUnits: ['b' as UnitId], state: 'rejected', reason } as const
    expect(rows({ proposals: [rejected] })[1]).toMatchObject({
      state: 'set-aside',
      basis: 'rejection',
      reason,
    })
    const unit = unitsOf(SOURCE).find(({ id }) => id === 'b')!
    const said = {
      unit: unit.id,
      sha256: hashOf(unit),
      state: 'merged',
      places: ['d0' as UnitId],
      reason,
    } as const
    expect(rows({ proposals: [rejected], statements: [said] })[1]).toMatchObject({
      state: 'merged',
      basis: 'hand',
    })
    expect(rows({ statements: [{ ...said, sha256: 'other' }] })[1]).toMatchObject({ state: 'untreated' })
    expect(rows({ statements: [{ ...said, places: ['gone' as UnitId] }] })[1]).toMatchObject({
      state: 'untreated',
    })
    const waiting = rows({ proposals: [rejected, { ...rejected, state: 'open', reason: null }] })[1]
    expect(waiting).toMatchObject({ state: 'untreated', proposed: true })
  })

  test('no unit is ever lost, whatever is known', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed)
      const source = randomText(random)
      const declaration = random.below(2) ? randomText(random) : revisedText(random, source)
      const input = { source, declaration, hashOf, ...randomKnowledge(random, source, declaration) }
      const found = coverageOf(input)
      const wanted = unitsOf(source).filter(isToBeTreated)
      expect(
        found.map(({ unit }) => unit),
        `seed ${seed}`,
      ).toEqual(wanted.map(({ id }) => id))
      const standing = new Set(unitOrder(declaration))
      for (const row of found) {
        expect(COVERAGE_STATES).toContain(row.state)
        expect(
          row.places.every(place => standing.has(place)),
          `seed ${seed}`,
        ).toBe(true)
        if (row.state === 'integrated' || row.state === 'merged')
          expect(row.places.length, `seed ${seed}`).toBeGreaterThan(0)
        expect(row.basis === null, `seed ${seed}`).toBe(row.state === 'untreated' && row.basis !== 'hand')
      }
      expect(coverageOf(input)).toEqual(found)
    }
  })
})

function randomKnowledge(random: Random, source: BilingualText, declaration: BilingualText) {
  const [from, to] = [unitOrder(source), [...unitOrder(declaration), 'gone' as UnitId]]
  const some = <T>(make: () => T) => Array.from({ length: random.below(4) }, make)
  const reason = { fr: 'r', ja: '' }
  return {
    known: some(() => ({
      ...{
        sourceUnits: [random.pick(from)],
        places: [random.pick(to)],
        sourceChanged: random.below(3) === 0,
      },
    })),
    proposals: some(() => ({
      ...{ sourceUnits: [random.pick(from)], state: random.pick(['open', 'rejected'] as const), reason },
    })),
    statements: some(() => {
      const unit = random.pick(unitsOf(source))
      const sha256 = random.below(4) ? hashOf(unit) : 'other'
      return {
        ...{ unit: unit.id, sha256, state: random.pick(COVERAGE_STATES), places: [random.pick(to)], reason },
      }
    }),
  }
}

describe('[W3] the section of a workshop in the declaration', () => {
  const workshop = {
    number: 2,
    title: { fr: 'Culture et loisirs', ja: '文化と余暇' },
    aliases: ['Patrimoine vivant'],
  }
  const declaration = (heading: string, ja = '見出し') =>
    both(
      ['p', 'paragraph', 'Préambule', '前文'],
      ['h1', 'heading', 'Atelier 1', '第1分科会'],
      ['x', 'paragraph', 'Un', '一'],
      ['h2', 'heading', heading, ja],
      ['y', 'paragraph', 'Deux', '二'],
      ['z', 'paragraph', 'Trois', '三'],
      ['h3', 'heading', 'Engagements', '約束'],
      ['s', 'signature', 'Fait à Cannes', 'カンヌにて'],
    )

  test('is found by its number, its title or an alias, in either language, and ends before the next heading', () => {
    for (const [fr, ja] of [
      ['Atelier n° 2 : la culture', 'x'],
      ['Deuxième', '第２分科会'],
      ['Deuxième', '第二分科会　文化'],
      ['CULTURE ET LOISIRS', 'x'],
      ['Le patrimoine vivant', 'x'],
      ['x', '文化と余暇'],
    ] as const)
      expect(findSection(declaration(fr, ja), workshop), `${fr} ${ja}`).toEqual({ heading: 'h2', last: 'z' })
  })

  test('is nobody else’s: another number, or no heading at all, is for a person to choose', () => {
    for (const heading of ['Atelier 21', 'Atelier 12', 'Divers'])
      expect(findSection(declaration(heading), workshop)).toBeNull()
    expect(
      findSection(declaration('x'), { ...workshop, number: 1, title: { fr: '', ja: '' }, aliases: [] }),
    ).toEqual({
      heading: 'h1',
      last: 'x',
    })
  })
})

describe('[W3] words retyped as plain text', () => {
  test('read as typed, and what was left alone keeps its marks, facts and notes', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed)
      const [block] = randomText(random, 1).fr
      const before = plainText(block!)
      const [at, end] = [random.below(before.length + 1), random.below(before.length + 1)].sort(
        (a, b) => a - b,
      )
      const typed = `${before.slice(0, at)}mot${before.slice(end)}`
      if (!typed.isWellFormed()) continue
      const made = reworded(block!, typed)
      expect(plainText(made), `seed ${seed}`).toBe(typed)
      expect(reworded(block!, before)).toBe(block)
    }
    const whole = both(['a', 'paragraph', 'Un deux trois', '一']).fr[0]!
    const bold = {
      ...whole,
      content: [
        { type: 'text', text: 'Un ', marks: [{ type: 'bold' }] },
        { type: 'text', text: 'deux trois' },
      ],
    } as const
    expect(reworded(bold, 'Un trois').content).toEqual([
      { type: 'text', text: 'Un ', marks: [{ type: 'bold' }] },
      { type: 'text', text: 'trois' },
    ])
    expect(wordsOfUnits(SOURCE, ['a' as UnitId]).fr).toHaveLength(1)
  })
})
