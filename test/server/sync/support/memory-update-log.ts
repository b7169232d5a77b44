import type * as Y from 'yjs'
import { applyUpdates, newDraftDocument } from '../../../../server/sync/apply-updates.ts'
import { addToStretches, type Stretch } from '../../../../server/sync/history-stretches.ts'
import { finish } from '../../../../server/sync/merge-updates.ts'
import type {
  Compaction,
  HistoryStretch,
  LoadedDraft,
  LoggedUpdate,
  UpdateLog,
  UpdateLogError,
} from '../../../../server/sync/update-log.ts'
import type { DraftId, MandateId } from '../../../../shared/model/ids.ts'

type Row = LoggedUpdate & { readonly seq: number }

/** The log without a disk, whose disk can be made slow or full by hand. */
export class MemoryUpdateLog implements UpdateLog {
  rows: Row[] = []
  readonly states = new Map<DraftId, { seq: number; state: Uint8Array }>()
  stretches: (Stretch & { draft: DraftId })[] = []
  appends = 0
  #failing: UpdateLogError | null = null
  #gate: Promise<void> | null = null
  #open: (() => void) | null = null

  fail(error: UpdateLogError | null): void {
    this.#failing = error
  }

  /** Appends wait until `continue`. */
  hold(): void {
    this.#gate = new Promise(resolve => {
      this.#open = resolve
    })
  }

  continue(): void {
    this.#open?.()
    this.#gate = null
  }

  async append(batch: readonly LoggedUpdate[]): Promise<readonly number[]> {
    this.appends++
    if (this.#gate) await this.#gate
    if (this.#failing) throw this.#failing
    return batch.map(update => {
      const seq = this.#lastSeq(update.draft) + 1
      this.rows.push({ ...update, bytes: update.bytes.slice(), seq })
      return seq
    })
  }

  async load(draft: DraftId): Promise<LoadedDraft> {
    const rows = this.rows.filter(row => row.draft === draft)
    return {
      state: this.states.get(draft)?.state ?? null,
      seq: this.#lastSeq(draft),
      updates: rows.map(row => row.bytes),
      logRows: rows.length,
      logBytes: rows.reduce((total, row) => total + row.bytes.length, 0),
      damage: null,
    }
  }

  async compact({ draft, seq, state }: Compaction): Promise<void> {
    const folded = this.rows.filter(row => row.draft === draft && row.seq <= seq)
    const own = this.stretches.filter(stretch => stretch.draft === draft)
    const sitting = Math.max(...own.map(stretch => stretch.sitting))
    const last = own.filter(stretch => stretch.sitting === sitting)
    for (const stretch of finish(addToStretches(last, folded))) {
      this.stretches = this.stretches.filter(one => one.draft !== draft || one.firstSeq !== stretch.firstSeq)
      this.stretches.push({ ...stretch, draft })
    }
    this.states.set(draft, { seq, state: state.slice() })
    this.rows = this.rows.filter(row => row.draft !== draft || row.seq > seq)
  }

  async history(draft: DraftId): Promise<readonly HistoryStretch[]> {
    const compacted = this.stretches.filter(stretch => stretch.draft === draft)
    const rows = this.rows.filter(row => row.draft === draft)
    return [
      ...compacted
        .toSorted((a, b) => a.firstSeq - b.firstSeq)
        .map(stretch => ({ ...stretch, mandate: stretch.mandate as MandateId })),
      ...rows.map(({ seq, mandate, at, purpose, bytes }) => ({
        draft,
        sitting: null,
        purpose,
        firstSeq: seq,
        lastSeq: seq,
        mandate,
        from: at,
        to: at,
        bytes,
      })),
    ]
  }

  async close(): Promise<void> {
    // Nothing is kept.
  }

  /** What a restart would serve. */
  document(draft: DraftId): Y.Doc {
    const doc = newDraftDocument()
    const state = this.states.get(draft)
    const rows = this.rows.filter(row => row.draft === draft).map(row => row.bytes)
    applyUpdates(doc, state ? [state.state, ...rows] : rows)
    return doc
  }

  #lastSeq(draft: DraftId): number {
    const rows = this.rows.filter(row => row.draft === draft)
    return rows.at(-1)?.seq ?? this.states.get(draft)?.seq ?? 0
  }
}
