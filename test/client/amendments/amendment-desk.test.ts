import { describe, expect, test } from 'vitest'
import { arrivalsOf } from '../../../client/editor/amendments/arrivals.ts'
import { stateOf } from '../../../client/features/amendments/amendment-desk.ts'
import {
  ALL_AMENDMENTS,
  nextUndecided,
  shownItems,
} from '../../../client/features/amendments/amendment-filters.ts'
import { standingsOf } from '../../../client/features/amendments/standings.ts'
import { planAmendments, textWith } from '../../../shared/compare/amendments.ts'
import { standingOf } from '../../../shared/compare/carry-out.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import { randomPair } from '../../support/random-revision.ts'
import { seeded } from '../../support/seeded.ts'
import { declaration } from '../compare/texts.ts'
import { liveText, openStore, viewOf } from './situation.ts'

const BASE = declaration({
  h1: ['Préambule', '前文', 'heading'],
  a: ['Dix jeunes agents partent.', '10名の若手職員を派遣する。'],
  b: ["L'accord tient.", '合意は保たれる。'],
  h2: ['Engagements', '約束', 'heading'],
  c: ['Nous nous reverrons.', '再会する。'],
})
const ANSWER = declaration({
  h1: ['Préambule', '前文', 'heading'],
  a: ['Vingt jeunes agents partent.', '20名の若手職員を派遣する。'],
  b: ['L’accord tient.', '合意は保たれる。'],
  h2: ['Engagements', '約束', 'heading'],
  n: ['Nous publions un bilan.', '報告書を公表する。'],
  c: ['Nous nous reverrons bientôt.', '再会する。'],
})
const edited = (text: BilingualText, id: string, words: string): BilingualText => ({
  ...text,
  fr: text.fr.map(block => (block.id === id ? withWords(block, words) : block)),
})
const withWords = (block: Block, words: string): Block => ({
  ...block,
  content: [{ type: 'text', text: words }],
})

describe('what lies before a side that decides', () => {
  test('[A1] each amendment has its place, its state, and how the draft stands towards it', () => {
    const draft = edited(BASE, '0c', 'Nous nous reverrons bientôt.')
    const { items, sections } = openStore(viewOf(BASE, ANSWER, { a: 'reserved' }), liveText(draft)).get()!
    expect(
      items.map(item => [
        item.amendment.key,
        stateOf(item),
        item.standing,
        item.units.map(({ number }) => number),
        item.after,
        item.section,
        item.substantial,
      ]),
    ).toEqual([
      ['a', 'reserved', 'base', [2], null, 'h1', true],
      ['b', 'undecided', 'base', [3], null, 'h1', false],
      ['n', 'undecided', 'base', [], 4, 'h2', true],
      ['c', 'undecided', 'answer', [5], null, 'h2', true],
    ])
    expect(sections.map(({ key }) => key)).toEqual(['h1', 'h2'])
  })

  test('[A1] the list follows the draft, and leaves alone what did not change', () => {
    const live = liveText(BASE)
    const store = openStore(viewOf(BASE, ANSWER), live)
    const before = store.get()!
    live.set(edited(BASE, '0h2', 'Nos engagements'))
    expect(store.get()).toBe(before)
    live.set(edited(BASE, '0a', 'Douze jeunes agents partent.'))
    const after = store.get()!
    expect(after.items.map(({ standing }) => standing)).toEqual(['edited', 'base', 'base', 'base'])
    expect(after.items.slice(1)).toEqual(before.items.slice(1))
    expect(after.items[1]).toBe(before.items[1])
  })

  test('[A1] standings computed step by step are those computed at once, whatever people write and decide', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = seeded(seed)
      const [base, answer] = randomPair(random)
      const plan = planAmendments(compareTexts(base, answer))
      const standings = standingsOf(plan)
      const accepted = new Set<string>()
      let draft: BilingualText = base
      for (let turn = 0; turn < 8; turn++) {
        const amendment = plan.amendments[random.below(Math.max(1, plan.amendments.length))]
        if (amendment && random.below(2)) {
          if (!accepted.delete(amendment.key)) accepted.add(amendment.key)
          draft = textWith(plan, accepted)
        } else if (draft.fr.length) {
          const at = random.below(draft.fr.length)
          draft = { ...draft, fr: draft.fr.with(at, withWords(draft.fr[at]!, `mots ${turn}`)) }
        }
        const found = standings(draft, accepted)
        for (const each of plan.amendments)
          expect(found.get(each.key), `seed ${seed} turn ${turn} ${each.key}`).toBe(
            standingOf(draft, plan, each, accepted),
          )
      }
    }
  })

  test('[A1] what would come is placed after a block that the draft has, and only what the draft lacks or would move', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const [base, answer] = randomPair(seeded(seed))
      const comparison = compareTexts(base, answer)
      const plan = planAmendments(comparison)
      const rows = new Map(comparison.rows.map(row => [row.key, row]))
      for (const amendment of plan.amendments)
        for (const { blocks, after, moved, known } of arrivalsOf(
          base,
          plan,
          amendment,
          amendment.rows.map(key => rows.get(key)!),
          new Set(),
        ))
          for (const language of ['fr', 'ja'] as const) {
            const ids = base[language].map(({ id }) => id)
            if (!moved && !known)
              for (const { id } of blocks[language])
                expect(ids, `seed ${seed} ${amendment.key}`).not.toContain(id)
            if (after[language] !== null)
              expect(ids, `seed ${seed} ${amendment.key}`).toContain(after[language])
          }
    }
  })

  test('[A1] the list is narrowed by state, kind, language, section, alarm and weight', () => {
    const { items } = openStore(viewOf(BASE, ANSWER, { a: 'accepted' }), liveText(BASE)).get()!
    const keys = (filters: Partial<typeof ALL_AMENDMENTS>) =>
      shownItems(items, { ...ALL_AMENDMENTS, ...filters })
        .map(({ amendment }) => amendment.key)
        .join('')
    expect(keys({})).toBe('abnc')
    expect(keys({ state: 'undecided' })).toBe('bnc')
    expect(keys({ state: 'decided' })).toBe('a')
    expect(keys({ kind: 'inserted' })).toBe('n')
    expect(keys({ language: 'ja' })).toBe('an')
    expect(keys({ section: 'h2' })).toBe('nc')
    expect(keys({ alarmsOnly: true })).toBe('c')
    expect(keys({ weight: 'form' })).toBe('b')
    expect(keys({ weight: 'substance', state: 'undecided' })).toBe('nc')
  })

  test('[A1] the next undecided one goes round at the end, and is none when all are decided', () => {
    const open = openStore(viewOf(BASE, ANSWER, { a: 'accepted' }), liveText(BASE)).get()!.items
    expect(nextUndecided(open, null)?.amendment.key).toBe('b')
    expect(nextUndecided(open, 'b')?.amendment.key).toBe('n')
    expect(nextUndecided(open, 'c')?.amendment.key).toBe('b')
    const all = { a: 'accepted', b: 'accepted', n: 'rejected', c: 'reserved' } as const
    const decided = openStore(viewOf(BASE, ANSWER, all), liveText(BASE)).get()!.items
    expect(nextUndecided(decided, 'a')).toBeUndefined()
  })
})
