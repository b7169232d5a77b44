import { describe, expect, test } from 'vitest'
import {
  type CallNames,
  callablesIn,
  fromTokens,
  matchingCallables,
  mentionQuery,
  quotedWords,
  toTokens,
  withMention,
} from '../../../client/features/threads/mention-text.ts'
import type { MandateId } from '../../../shared/model/ids.ts'
import type { Circle, ThreadsView } from '../../../shared/protocol/thread-views.ts'

const names: CallNames = {
  person: title => title.fr,
  role: (role, side) => `${role} ${side}`,
  side: side => `délégation ${side}`,
}
type Person = ThreadsView['people'][number]
const person = (mandate: string, fr: string, ja: string, values: Partial<Person> = {}): Person => ({
  mandate: mandate as MandateId,
  title: { fr, ja },
  side: 'jap',
  role: 'drafter',
  mine: false,
  circles: ['jap', 'joint'] as Circle[],
  ...values,
})
const people = [
  person('m1', 'COPIL JAP', '日本側推進委員会'),
  person('m2', 'COPIL JAP – rédaction', '日本側起草担当'),
  person('m3', 'COPIL FRA – présidence', 'フランス側委員長', {
    side: 'fra',
    role: 'chair',
    circles: ['fra', 'joint'],
  }),
  person('m4', 'Moi-même', '自分', { mine: true }),
]
const all = callablesIn(people, null, names)

describe('calling somebody in a comment', () => {
  test('[T3] in an internal thread only its own side can be called, and nobody calls themselves', () => {
    expect(callablesIn(people, 'fra', names).map(({ name }) => name)).toEqual([
      'COPIL FRA – présidence',
      'chair fra',
      'délégation fra',
    ])
    expect(all.map(({ name }) => name)).not.toContain('Moi-même')
  })

  test('[T3] [M3] in a shared thread the other side is called by its roles or as a whole, never by its people', () => {
    const mine = people.filter(({ side }) => side === 'jap')
    const found = callablesIn(mine, 'joint', names)
    expect(found.filter(({ side }) => side === 'fra').map(({ name }) => name)).toEqual([
      'chair fra',
      'drafter fra',
      'reviewer fra',
      'lead fra',
      'délégation fra',
    ])
    expect(callablesIn(mine, 'jap', names).some(({ side }) => side === 'fra')).toBe(false)
  })

  test('[T3] two with one name are told apart', () => {
    const twins = callablesIn([person('a', 'Même', '同'), person('b', 'Même', '同')], null, names)
    expect(twins.slice(0, 2).map(({ name }) => name)).toEqual(['Même', 'Même (2)'])
  })

  test('[T3] names become tokens, the longest first, also after a full-width sign', () => {
    expect(toTokens('Voir @COPIL JAP – rédaction et ＠COPIL JAP, merci.', all)).toBe(
      'Voir @{mandate:m2} et @{mandate:m1}, merci.',
    )
  })

  test('[T3] a name changed by hand calls nobody', () => {
    expect(toTokens('Voir @COPIL JA', all)).toBe('Voir @COPIL JA')
  })

  test('[T3] there and back the words are the same, with surrogates and combining accents around', () => {
    const words = '𠮷野さん @chair fra、ce\u0301le\u0300bre 👩‍👩‍👧 @délégation jap!'
    expect(fromTokens(toTokens(words, all), all)).toBe(words)
  })

  test('[T3] a name is looked for at the caret, not in an address and not over a line', () => {
    expect(mentionQuery('Voir @cop', 9)).toEqual({ at: 5, query: 'cop' })
    expect(mentionQuery('確認を＠きそう', 7)).toEqual({ at: 3, query: 'きそう' })
    expect(mentionQuery('moi@exemple.fr', 10)).toBeUndefined()
    expect(mentionQuery('@a\nb', 4)).toBeUndefined()
  })

  test('[T3] names are found by their beginning, by any word, in the other language, without accents', () => {
    const found = (query: string) => matchingCallables(all, query).map(({ name }) => name)
    expect(found('copil j')[0]).toBe('COPIL JAP')
    expect(found('presidence')).toEqual(['COPIL FRA – présidence'])
    expect(found('起草')).toEqual(['COPIL JAP – rédaction'])
    expect(found('personne de ce nom')).toEqual([])
    expect(found('chair fra merci')).toEqual([])
  })

  test('[T3] the chosen name stands where one was writing, and a space follows it once', () => {
    const chair = all.find(({ name }) => name === 'chair fra')!
    expect(withMention('Voir @ch.', { at: 5, query: 'ch' }, chair)).toEqual({
      words: 'Voir @chair fra.',
      caret: 15,
    })
    expect(withMention('＠ch', { at: 0, query: 'ch' }, chair)).toEqual({ words: '@chair fra ', caret: 11 })
  })

  test('[T2] words copied to a shared thread are quoted and call nobody', () => {
    expect(quotedWords('Pour @{mandate:m2}.\n\nSuite', () => 'COPIL JAP')).toBe(
      '> Pour COPIL JAP.\n>\n> Suite',
    )
  })
})
