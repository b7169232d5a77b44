/**
 * [A4] Nothing that would change a locked unit is stored or shown. What a tick brings is applied to a copy of the
 * document first (the shadow): it holds what is stored, and what was let through and is on its way to disk. Most ticks
 * are judged as a whole, which costs one application more; only where that fails is each contribution judged alone, in
 * the order of arrival, against a shadow that is made anew without what was refused.
 *
 * With locks an update whose past is missing is not stored: kept aside it would take effect with somebody else's next
 * words, and be judged as theirs.
 */
import * as Y from 'yjs'
import type { UnitId } from '../../shared/model/ids.ts'
import { CLOSE } from '../../shared/protocol/sync-protocol.ts'
import { applyUpdates, newDraftDocument } from './apply-updates.ts'
import { type AgreedPairs, isAsBefore, LockReader, type Standing } from './locked-units.ts'
import type { Contribution } from './room.ts'
import { UnitLocked } from './sync-service.ts'

export type RefusedContribution = {
  readonly contribution: Contribution
  /** The code its connection is closed with. */
  readonly code: number
  readonly error: Error
}
export type Judgement = {
  readonly accepted: readonly Contribution[]
  readonly refused: readonly RefusedContribution[]
}

type Shadow = { readonly doc: Y.Doc; readonly reader: LockReader }
/** `standing` is how the agreed units stand afterwards. */
type Verdict =
  | { readonly fine: true; readonly standing: Standing }
  | { readonly fine: false; readonly code: number; readonly error: Error }

export class LockGate {
  readonly #doc: Y.Doc
  /** What SQL says, and the same with the changes that both sides consented to since. */
  #given: AgreedPairs = new Map()
  #pairs = new Map<UnitId, string>()
  /** The units that read as agreed, as the shadow stands. */
  #standing: Standing = new Map()
  #shadow: Shadow | null = null

  /** `doc` holds what is stored, and nothing else. */
  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  get isActive(): boolean {
    return this.#pairs.size > 0
  }

  /** Takes effect with the next tick; what was taken in and is not yet on its way to disk is judged by it. */
  set(pairs: AgreedPairs): void {
    this.#given = pairs
    if (!samePairs(pairs, this.#pairs)) this.forget()
  }

  /** A batch was not stored: the shadow is ahead of the document. */
  forget(): void {
    this.#pairs = new Map(this.#given)
    this.destroy()
  }

  destroy(): void {
    this.#shadow?.doc.destroy()
    this.#shadow = null
  }

  /** Must be called when everything that was accepted before is in the document, or refused and forgotten. */
  judge(batch: readonly Contribution[]): Judgement {
    if (!this.isActive) return { accepted: batch, refused: [] }
    if (!this.#shadow) {
      const { reader } = this.#rebuild([])
      this.#standing = this.#asAgreed(reader.standing(this.#pairs))
    }
    if (batch.every(({ unlocks }) => unlocks === undefined)) {
      const verdict = this.#try(batch, NOTHING)
      if (verdict.fine) {
        this.#standing = verdict.standing
        return { accepted: batch, refused: [] }
      }
      this.#rebuild([])
    }
    return this.#judgeEach(batch)
  }

  #judgeEach(batch: readonly Contribution[]): Judgement {
    const accepted: Contribution[] = []
    const refused: RefusedContribution[] = []
    for (const contribution of batch) {
      const { connection, unlocks = NOTHING } = contribution
      // What somebody sent after an update that was refused may build on it.
      const before = connection && refused.find(one => one.contribution.connection === connection)
      const verdict = before ? { fine: false as const, ...before } : this.#try([contribution], unlocks)
      if (verdict.fine) {
        accepted.push(contribution)
        this.#standing = verdict.standing
      } else {
        refused.push({ contribution, code: verdict.code, error: verdict.error })
        if (!before) this.#rebuild(accepted)
      }
    }
    return { accepted, refused }
  }

  /** Applies the contributions to the shadow. Unless the verdict is fine, the shadow must be rebuilt. */
  #try(contributions: readonly Contribution[], unlocks: ReadonlySet<UnitId>): Verdict {
    const { doc, reader } = this.#shadow!
    const updates = contributions.flatMap(({ bytes }) => bytes ?? [])
    if (updates.length === 0) return { fine: true, standing: this.#standing }
    const failures: unknown[] = []
    const changed = doc.transact(transaction => {
      applyUpdates(doc, updates, error => failures.push(error))
      return transaction.changed
    })
    if (failures.length > 0)
      return {
        fine: false,
        code: CLOSE.malformed,
        error: new Error('not applicable', { cause: failures[0] }),
      }
    if (contributions.some(contribution => isIncomplete(doc, contribution)))
      return { fine: false, code: CLOSE.tryLater, error: new Error('the past of an update is missing') }
    const touched = reader.touched(changed)
    if (touched !== 'all' && !this.#concerns(touched)) return { fine: true, standing: this.#standing }
    const now = reader.standing(this.#pairs)
    const broken = [...this.#standing].flatMap(([unit, before]) =>
      unlocks.has(unit) || isAsBefore(before, now.get(unit)) ? [] : [unit],
    )
    if (broken.length > 0) return { fine: false, code: CLOSE.locked, error: new UnitLocked(broken) }
    // What both sides consented to say differently is locked as it reads now, until its consents are recorded.
    for (const unit of unlocks) {
      const pair = now.get(unit)?.pair
      if (pair && this.#standing.has(unit)) this.#pairs.set(unit, pair)
    }
    return { fine: true, standing: this.#asAgreed(now) }
  }

  #concerns(units: ReadonlySet<string>): boolean {
    for (const unit of units) if (this.#pairs.has(unit as UnitId)) return true
    return false
  }

  #asAgreed(forms: Standing): Standing {
    return new Map([...forms].filter(([unit, { pair }]) => this.#pairs.get(unit) === pair))
  }

  #rebuild(accepted: readonly Contribution[]): Shadow {
    this.destroy()
    const doc = newDraftDocument()
    applyUpdates(doc, [Y.encodeStateAsUpdate(this.#doc), ...accepted.flatMap(({ bytes }) => bytes ?? [])])
    this.#shadow = { doc, reader: new LockReader(doc) }
    return this.#shadow
  }
}

const NOTHING: ReadonlySet<UnitId> = new Set()

/** Whether Yjs keeps something of it aside, because it stands on what has not come. */
function isIncomplete({ store }: Y.Doc, { reach }: Contribution): boolean {
  for (const [client, end] of reach) if (Y.getState(store, client) < end) return true
  return false
}

function samePairs(a: AgreedPairs, b: AgreedPairs): boolean {
  return a.size === b.size && [...a].every(([unit, pair]) => b.get(unit) === pair)
}
