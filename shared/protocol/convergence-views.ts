/** [A6] Convergence of a text over its stages, as one reader may know it. */
import type { Side } from '../model/bilingual-text.ts'
import type { ConvergenceCounts, UnitConvergence } from '../model/convergence.ts'
import type { DraftId, TextId, UnitId, VersionId } from '../model/ids.ts'
import type { BilingualLabel, Language } from '../model/language.ts'

export type ConvergenceView = {
  readonly text: { readonly id: TextId; readonly title: BilingualLabel }
  /** Each version when it was made, in order, then what is read now; empty without a version. */
  readonly points: readonly ConvergencePoint[]
  /** False for readers who do not know how far the sides agree: then nothing is agreed, ad referendum or proposed. */
  readonly showsAgreement: boolean
  /** False for readers who see no threads: then nothing is discussed. */
  readonly showsThreads: boolean
}

export type ConvergencePoint = {
  readonly at: string
  /** The last point: the joint draft that the reader may read, else the last version. */
  readonly now: boolean
  readonly place:
    | { readonly kind: 'draft'; readonly id: DraftId }
    | { readonly kind: 'version'; readonly id: VersionId; readonly label: string }
  /** The stage that made the version; of the point `now`, the current one. */
  readonly stage: BilingualLabel | null
  readonly side: Side | null
  /** Label of the version that amendments are counted from; null where there is none that the reader may read. */
  readonly base: string | null
  readonly counts: ConvergenceCounts
  readonly sections: readonly ConvergenceSection[]
}

export type ConvergenceSection = {
  /** Null for what stands before the first heading. */
  readonly heading: UnitId | null
  /** The words of the heading; empty in a language that has none. */
  readonly title: { readonly [L in Language]: string }
  readonly counts: ConvergenceCounts
  readonly units: readonly UnitConvergence[]
}
