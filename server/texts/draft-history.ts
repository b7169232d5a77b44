/**
 * [R8] The readable history of a draft: its sittings with what each changed and who changed it. What is over is
 * computed once and kept; an opening of the page then reads and applies only what came since.
 */
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import { UnreadableForm } from '../../shared/model/canonical-form.ts'
import type { Draft } from '../../shared/model/edition.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import type { Database } from '../store/database.ts'
import { readLogParts } from '../store/draft-log.ts'
import { replayBeside } from './history-beside.ts'
import { isOver, type Sitting, sittingsOf } from './log-sittings.ts'
import { baseText } from './past-states.ts'
import type { ReplayedSitting } from './replay-history.ts'
import type { TextDeps } from './text-deps.ts'

export type HistorySitting = Omit<Sitting, 'entries'> &
  ReplayedSitting & {
    /** What its rows were written for, each once; null stands for typing. */
    readonly purposes: readonly (string | null)[]
    /** The state at its end stays as it is, and `to` names it. */
    readonly over: boolean
  }

/** The sittings of a draft that are over, and the document after them. */
export type KeptHistory = {
  readonly sittings: readonly HistorySitting[]
  /** Seq of the last row in it. */
  readonly until: number
  readonly state: Uint8Array
}

/** Oldest first. `too-large` when the log takes too long to apply. `replay` is given by tests. */
export async function readHistory(
  deps: Pick<TextDeps, 'db' | 'clock' | 'histories' | 'oneAtATime'>,
  draft: Draft,
  replay = replayBeside,
): Promise<readonly HistorySitting[] | Refusal> {
  // Several readers who open it at once wait for one computation.
  return deps.oneAtATime(`history ${draft.id}`, async () => {
    const { db, clock, histories } = deps
    const known = histories.get(draft.id)
    const sittings = sittingsOf(await readLogParts(db, draft.id, known?.until ?? 0))
    const last = sittings.at(-1)
    if (!last) return known?.sittings ?? []
    const over = isOver(last, draft, clock()) ? sittings.length : sittings.length - 1
    const replayed = await replay({
      state: known?.state ?? null,
      base: known ? null : await soundBase(db, draft),
      sittings: sittings.map(({ entries }) => entries.map(({ mandate, bytes }) => ({ mandate, bytes }))),
      keep: over,
    })
    if (isRefusal(replayed)) return replayed
    const described = sittings.map(
      ({ entries, ...sitting }, index): HistorySitting => ({
        ...sitting,
        ...replayed.sittings[index]!,
        purposes: [...new Set(entries.map(({ purpose }) => purpose))],
        over: index < over,
      }),
    )
    const kept = [...(known?.sittings ?? []), ...described.slice(0, over)]
    const until = sittings[over - 1]?.last
    if (until !== undefined) histories.set(draft.id, { sittings: kept, until, state: replayed.state })
    return [...kept, ...described.slice(over)]
  })
}

/** Null when the base is damaged: the draft's own log goes on without it. */
async function soundBase(db: Database, draft: Draft): Promise<BilingualText | null> {
  try {
    return await baseText(db, draft)
  } catch (error) {
    if (error instanceof UnreadableForm) return null
    throw error
  }
}
