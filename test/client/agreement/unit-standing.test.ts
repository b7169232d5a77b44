/** [A3] The state of a unit as its words are on the screen. */
import { describe, expect, it } from 'vitest'
import {
  countsOf,
  lacksConsentOf,
  passes,
  standingsOf,
} from '../../../client/features/agreement/unit-standing.ts'
import type { Side } from '../../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import type { AgreementView, UnitAgreementView } from '../../../shared/protocol/agreement-views.ts'

const U = 'u' as UnitId
const given = (side: Side, kind: 'agreed' | 'ad-referendum' = 'agreed') => ({
  ...{ side, kind, by: null, at: '2031-01-01', unchangedSince: null },
})
const unit = (parts: Partial<UnitAgreementView> = {}): UnitAgreementView => ({
  ...{ unit: U, pair: 'now', state: 'open', locked: false },
  ...{ consents: [], reopened: [], earlier: [], reopenings: [], history: [] },
  ...parts,
})
const view = (units: readonly UnitAgreementView[], parts: Partial<AgreementView> = {}): AgreementView => ({
  ...{ units, gone: [], consentsFor: 'fra', sides: ['fra'], essentialConfirmed: false, unchanged: null },
  ...parts,
})
const standing = (asked: AgreementView, pair?: string) =>
  standingsOf(asked, pair === undefined ? undefined : new Map([[U, pair]])).get(U)!

describe('[A3] the standing of a unit', () => {
  it('names the side that proposes, and both once they agree', () => {
    expect(standing(view([unit()])).state).toBe('open')
    expect(standing(view([unit({ consents: [given('jap')] })])).state).toBe('proposed-jap')
    expect(standing(view([unit({ consents: [given('fra')] })])).state).toBe('proposed-fra')
    expect(standing(view([unit({ consents: [given('fra'), given('jap')] })])).state).toBe('agreed')
    const half = [given('fra'), given('jap', 'ad-referendum')]
    expect(standing(view([unit({ consents: half })])).state).toBe('ad-referendum')
  })

  it('is reopened by other words, and agreed again when they are taken back', () => {
    const agreed = view([unit({ consents: [given('fra'), given('jap')] })])
    const edited = standing(agreed, 'other')
    expect(edited).toMatchObject({ state: 'open', reopened: 'edited', consents: [] })
    expect(edited.earlier.map(({ side, pair }) => [side, pair])).toEqual([
      ['fra', 'now'],
      ['jap', 'now'],
    ])
    expect(standing(agreed, 'now')).toMatchObject({ state: 'agreed', reopened: null })
  })

  it('is the same object while nothing of the unit changed', () => {
    const known = view([unit({ consents: [given('jap')] })])
    const first = standing(known, 'now')
    expect(standing(known, 'now')).toBe(first)
    expect(standing({ ...known, essentialConfirmed: true }, 'now')).not.toBe(first)
    expect(standing(known, 'other').state).toBe('open')
  })

  it('counts a consent to words that the server had not seen in the text', () => {
    const known = view([unit({ earlier: [{ ...given('jap'), pair: 'proposed', words: null }] })])
    expect(standing(known, 'proposed').state).toBe('proposed-jap')
    const gone = view([], { gone: [unit({ earlier: [{ ...given('jap'), pair: 'old', words: null }] })] })
    expect(standing(gone, 'old').state).toBe('proposed-jap')
    expect(standing(view([]), 'new').state).toBe('open')
  })

  it('[A4] is locked only while it is agreed after the essential content was confirmed', () => {
    const agreed = unit({ consents: [given('fra'), given('jap')] })
    expect(standing(view([agreed])).locked).toBe(false)
    const confirmed = view([agreed], { essentialConfirmed: true })
    expect(standing(confirmed).locked).toBe(true)
    expect(standing(confirmed, 'other').locked).toBe(false)
  })

  it('[A4] says that it was reopened with a reason until it is agreed again', () => {
    const reopenings = [{ side: 'fra' as const, reason: { fr: 'Non', ja: '' }, by: null, at: '2031-01-02' }]
    const open = unit({ reopenings, consents: [given('jap')] })
    expect(standing(view([open])).reopened).toBe('reopened')
    const again = unit({ reopenings, consents: [given('fra'), given('jap')] })
    expect(standing(view([again])).reopened).toBeNull()
  })

  it('[S1] is sealed where the words are those that were adopted', () => {
    const sealed = view([unit({ state: 'sealed' })])
    expect(standing(sealed).state).toBe('sealed')
    expect(standing(sealed, 'other').state).toBe('open')
    expect(lacksConsentOf(standing(sealed), 'fra')).toBe(false)
  })
})

describe('the filters', () => {
  it('count what each would show, and leave out what shows nothing', () => {
    const named = (name: string, parts: Partial<UnitAgreementView>) =>
      unit({ unit: name as UnitId, ...parts })
    const standings = standingsOf(
      view([
        named('a', { consents: [given('fra'), given('jap')] }),
        named('b', { consents: [given('jap')] }),
        named('c', {}),
      ]),
    )
    expect(countsOf(standings, 'fra')).toEqual([
      ['agreed', 1],
      ['proposed-jap', 1],
      ['open', 1],
      ['ours', 2],
    ])
    expect(countsOf(standings, null).map(([filter]) => filter)).not.toContain('ours')
    expect(passes(standings.get('b' as UnitId)!, 'ours', 'jap')).toBe(false)
  })
})
