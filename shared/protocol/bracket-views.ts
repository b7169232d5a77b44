/** What the server shows of the brackets of a text. */
import type { Side } from '../model/bilingual-text.ts'
import type { ShownAlternative } from '../model/bracket-content.ts'
import type { BracketCounts } from '../model/bracket-counts.ts'
import type { FactValues } from '../model/canonical-form.ts'
import type { ThreadId, UnitId } from '../model/ids.ts'
import type { BilingualLabel, Language } from '../model/language.ts'

/** [A5] At one place of a text: a version, or a draft as it stands. */
export type BracketsView = {
  /** In reading order; all of them are open, since a bracket that is settled is no longer in the text. */
  readonly brackets: readonly BracketView[]
  readonly counts: BracketCounts
  /** The words of the headings that `counts` and `section` name. */
  readonly headings: Readonly<Record<UnitId, BilingualLabel>>
  readonly facts: FactValues
  /** The reader writes here: settles brackets, and says what there is to say of them. */
  readonly mayWrite: boolean
  /** The sides for which the reader may ask for brackets here, their own first. */
  readonly asksFor: readonly Side[]
}

export type BracketView = {
  readonly bracket: string
  readonly by: Side | ''
  readonly alternatives: readonly ShownAlternative[]
  readonly units: readonly UnitId[]
  /** Of the first of its units in the text, from 1. */
  readonly number: number
  readonly section: UnitId | null
  /** The bracket that it stands in. */
  readonly within: string | null
  /** Languages in which none of its words stand. */
  readonly absentIn: readonly Language[]
  /** `proposed`: a change of a joint draft is asked for that settles it; see unit-change.ts. */
  readonly status: 'open' | 'proposed'
  /** What was said of it, as far as the reader may know: in a draft that the reader reads, or with a version. */
  readonly record: BracketRecordView | null
  /** Those that the reader may read, the oldest first. */
  readonly threads: readonly ThreadId[]
}

export type BracketRecordView = {
  readonly side: Side | null
  readonly remark: BilingualLabel | null
  /** Title of the mandate; null where a private draft's author is not named to the other side. */
  readonly by: BilingualLabel | null
  readonly at: string
}
