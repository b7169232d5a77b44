/** [S1] Readiness, from data alone. */
import { describe, expect, test } from 'vitest'
import {
  type ObstacleKind,
  obstaclesOf,
  type ReadinessInput,
  type Seal,
  sealState,
  sealsOnOneHash,
} from '../../../shared/model/adoption.ts'
import type { AgreementState } from '../../../shared/model/agreement.ts'
import type { BilingualText, Inline } from '../../../shared/model/bilingual-text.ts'

const words = (text: string): Inline => ({ type: 'text', text })
const block = (unit: string, ...content: Inline[]) =>
  ({ id: `${unit}-block` as never, unit: unit as never, kind: 'paragraph', level: 1, content }) as const
const textOf = (...units: readonly (readonly [string, Inline[], Inline[]])[]): BilingualText => ({
  fr: units.map(([unit, fr]) => block(unit, ...fr)),
  ja: units.map(([unit, , ja]) => block(unit, ...ja)),
})
const agreement = (states: Readonly<Record<string, AgreementState>>) =>
  Object.entries(states).map(([unit, state]) => ({ unit: unit as never, state }))

const PLAIN = textOf(['a', [words('Un.')], [words('一。')]], ['b', [words('Deux.')], [words('二。')]])
const READY: ReadinessInput = {
  text: PLAIN,
  stageIsCurrent: true,
  findings: [],
  openFacts: new Set(),
  agreement: agreement({ a: 'agreed', b: 'agreed' }),
  openChanges: [],
}
const kinds = (input: Partial<ReadinessInput>): ObstacleKind[] =>
  obstaclesOf({ ...READY, ...input }).map(({ kind }) => kind)
const finding = (kind: string, units: string[] = [], blocks = false) => ({ kind, units, blocks })

describe('[S1] nothing stands in the way', () => {
  test('when both sides agree to every unit, in both languages, without brackets and open facts', () => {
    expect(obstaclesOf(READY)).toEqual([])
  })

  test('for what is only worth knowing: a text equal to its base, words from workshops', () => {
    expect(kinds({ findings: [finding('unchanged'), finding('from-workshop', ['a'])] })).toEqual([])
  })
})

describe('[S1] in the way stands', () => {
  test.each<[ObstacleKind, Partial<ReadinessInput>]>([
    ['stage-not-current', { stageIsCurrent: false }],
    ['empty-text', { findings: [finding('empty-text', [], true)] }],
    ['other-finding', { findings: [finding('something-new', ['a'], true)] }],
    ['undecided-amendment', { findings: [finding('undecided-amendment', ['a'], true)] }],
    ['undecided-proposal', { findings: [finding('undecided-proposal', ['new'], true)] }],
    ['open-change', { openChanges: ['a' as never] }],
    ['missing-counterpart', { findings: [finding('missing-counterpart', ['b'])] }],
    ['not-agreed', { agreement: agreement({ a: 'proposed', b: 'agreed' }) }],
    ['not-agreed', { agreement: agreement({ a: 'open', b: 'agreed' }) }],
    ['ad-referendum', { agreement: agreement({ a: 'ad-referendum', b: 'agreed' }) }],
  ])('%s', (kind, input) => {
    expect(kinds(input)).toEqual([kind])
  })

  test('a bracket of either language, and one typed in the signs of either', () => {
    const bracket: Inline = {
      type: 'text',
      text: 'peut-être',
      marks: [{ type: 'bracket', id: 'x', by: 'fra' }],
    }
    expect(kinds({ text: textOf(['a', [words('Un.')], [bracket]]), agreement: [] })).toEqual(['bracket'])
    for (const typed of [words('[peut-être]'), words('［未定］')])
      expect(kinds({ text: textOf(['a', [typed], [words('一。')]]), agreement: [] })).toEqual([
        'typed-bracket',
      ])
    expect(kinds({ text: textOf(['a', [words('1] et [2')], [words('一。')]]), agreement: [] })).toEqual([])
  })

  test('an open fact where it is used, named once', () => {
    const fact: Inline = { type: 'fact', fact: 'host' as never }
    const open = obstaclesOf({
      ...READY,
      text: textOf(['a', [fact], [fact]], ['b', [words('Deux.')], [fact]]),
      openFacts: new Set(['host', 'unused'] as never[]),
    })
    expect(open).toEqual([{ kind: 'open-fact', units: ['a', 'b'], facts: ['host'] }])
  })

  test('a change of one language until both sides agree to the pair it makes; of what is gone, never', () => {
    const findings = [finding('one-language-changed', ['b', 'gone'])]
    expect(kinds({ findings })).toEqual([])
    expect(
      obstaclesOf({ ...READY, findings, agreement: agreement({ a: 'agreed', b: 'open' }) })[0],
    ).toMatchObject({ kind: 'one-language-changed', units: ['b'] })
  })

  test('units in reading order, each once', () => {
    const [found] = obstaclesOf({ ...READY, openChanges: ['b', 'a', 'b'] as never[] })
    expect(found!.units).toEqual(['a', 'b'])
  })
})

describe('[S1] seals', () => {
  const seal = (side: 'fra' | 'jap', sha256: string, withdrawnAt: string | null = null): Seal => ({
    ...{ id: side as never, text: 't' as never, draft: 'd' as never, by: 'm' as never },
    ...{ side, sha256, at: 'then', withdrawnAt },
  })

  test('adopt when both stand on one hash', () => {
    expect(sealsOnOneHash([seal('fra', 'x'), seal('jap', 'x')], 'x')).toBeDefined()
    expect(sealsOnOneHash([seal('fra', 'x'), seal('jap', 'y')], 'x')).toBeUndefined()
    expect(sealsOnOneHash([seal('fra', 'x'), seal('fra', 'x')], 'x')).toBeUndefined()
    expect(sealsOnOneHash([seal('fra', 'x'), seal('jap', 'x', 'now')], 'x')).toBeUndefined()
  })

  test('are void on another text', () => {
    expect([
      sealState(undefined, 'x'),
      sealState(seal('fra', 'x'), 'x'),
      sealState(seal('fra', 'y'), 'x'),
    ]).toEqual(['none', 'given', 'void'])
  })
})
