/**
 * The hashes of the pairs of a draft that is being written in. A block that is the same object as before has not
 * changed (editor/live-text.ts), so only the units that were touched are hashed again, when the writing pauses.
 */
import { pairForm } from '../../../shared/model/agreement.ts'
import { type BilingualText, type Unit, unitsOf } from '../../../shared/model/bilingual-text.ts'
import { canonicalHash } from '../../../shared/model/canonical-form.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { LiveText } from '../../editor/live-text.ts'

export type LivePairs = {
  /** In reading order; undefined until they were counted once. The same object until something changed. */
  get(): ReadonlyMap<UnitId, string> | undefined
  subscribe(listener: () => void): () => void
}

type Hashed = { readonly unit: Unit; readonly pair: string }

/** `hash` is told how often it is asked in tests. */
export function createLivePairs(
  live: Pick<LiveText, 'get' | 'subscribe'>,
  hash: (form: string) => Promise<string> = canonicalHash,
): LivePairs {
  const listeners = new Set<() => void>()
  let known = new Map<UnitId, Hashed>()
  let pairs: ReadonlyMap<UnitId, string> | undefined
  let nth = 0
  let leave = () => {}

  const count = async (text: BilingualText) => {
    const mine = ++nth
    const hashed = await Promise.all(
      unitsOf(text).map(async (unit): Promise<Hashed> => {
        const before = known.get(unit.id)
        if (before && isSame(before.unit, unit)) return before
        return { unit, pair: await hash(pairForm(unit)) }
      }),
    )
    // The text has moved on meanwhile: what comes after this knows more.
    if (mine !== nth) return
    known = new Map(hashed.map(each => [each.unit.id, each]))
    const now = new Map(hashed.map(({ unit, pair }) => [unit.id, pair]))
    if (pairs && isSameMap(pairs, now)) return
    pairs = now
    for (const listener of [...listeners]) listener()
  }
  const follow = () => {
    const again = () => void count(live.get())
    leave = live.subscribe(again)
    again()
  }

  return {
    get: () => pairs,
    subscribe(listener) {
      if (listeners.size === 0) follow()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) leave()
      }
    },
  }
}

function isSame(a: Unit, b: Unit): boolean {
  return LANGUAGES.every(
    language =>
      a[language].length === b[language].length &&
      a[language].every((block, index) => block === b[language][index]),
  )
}

function isSameMap(a: ReadonlyMap<UnitId, string>, b: ReadonlyMap<UnitId, string>): boolean {
  return a.size === b.size && [...a].every(([unit, pair]) => b.get(unit) === pair)
}
