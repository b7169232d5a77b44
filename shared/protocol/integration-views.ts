/** What the server shows of the way from the workshops' summaries into the declaration. */
import type { CoverageRow } from '../integrate/coverage.ts'
import type { BilingualText, Side } from '../model/bilingual-text.ts'
import type { FactValues } from '../model/canonical-form.ts'
import type { Stage, Text, Workshop } from '../model/edition.ts'
import type { DraftId, ProposalId, ProvenanceId, StageId, TextId, UnitId, VersionId } from '../model/ids.ts'
import type { BilingualLabel } from '../model/language.ts'
import type { CoverageState, ProposalOutcome, ProposalState, UnitWords } from '../model/proposal.ts'

/** Side and mandate in words; never the person. */
export type SaidBy = { readonly side: Side | null; readonly title: BilingualLabel | null }

type WorkshopName = Pick<Workshop, 'id' | 'number' | 'title'>
type VersionName = { readonly id: VersionId; readonly label: string }

/** For those who may propose or place units now. */
export type IntegrationView = {
  /** `joint`: they become proposals that both sides decide. `own`: they are written into one's own draft. */
  readonly mode: 'joint' | 'own'
  /** The text in which a place is chosen: the draft if the reader reads it, else a version. */
  readonly text: BilingualText
  readonly of: { readonly draft: DraftId | null; readonly version: VersionName | null }
  readonly facts: FactValues
  /** Of every workshop that has an accepted summary. */
  readonly summaries: readonly {
    readonly workshop: WorkshopName
    readonly text: Text
    readonly version: VersionName
    readonly content: BilingualText
    readonly facts: FactValues
    /** Units that may be taken over, with what was done with them already. */
    readonly units: readonly { readonly unit: UnitId; readonly known: 'stands' | 'proposed' | null }[]
    /** The proposed place: the last unit of the workshop's section. Null when no heading names the workshop. */
    readonly after: UnitId | null
  }[]
}

/** New proposals, or the units now in one's draft. */
export type IntegrationMade = {
  readonly proposals: readonly ProposalId[]
  readonly units: readonly UnitId[]
  readonly draft: DraftId | null
}

/** For those who read joint drafts, and for the organisers. */
export type ProposalsView = {
  /** The joint stage that is current, if one is. */
  readonly stage: Stage | null
  /** Its draft, if the reader may read it. */
  readonly draft: DraftId | null
  /** The side for which the reader decides. */
  readonly decides: Side | null
  /** In the order in which they were made; of past stages too. */
  readonly proposals: readonly ProposalView[]
  readonly facts: FactValues
}

export type ProposalView = {
  readonly id: ProposalId
  readonly stage: StageId
  /** Its stage is current: it can be decided. */
  readonly current: boolean
  readonly workshop: WorkshopName
  readonly source: {
    readonly text: TextId
    readonly version: VersionName
    readonly units: readonly UnitId[]
    readonly words: UnitWords
  }
  readonly unit: UnitId
  /** What the unit says for which other words are proposed; null for a new one. */
  readonly base: UnitWords | null
  readonly after: UnitId | null
  /** Of both in the text that the reader reads, from 1; null where it is not there. */
  readonly numbers: { readonly unit: number | null; readonly after: number | null }
  readonly words: UnitWords
  readonly revision: number
  readonly state: ProposalState
  readonly decisions: { readonly [S in Side]: ProposalDecisionView | null }
  readonly by: SaidBy
  readonly at: string
  /** How the joint draft stands to it; null for one who does not read the draft. */
  readonly stands: 'not' | 'exactly' | 'edited' | null
  /** May be taken back by the reader. */
  readonly mayWithdraw: boolean
}

export type ProposalDecisionView = {
  readonly outcome: ProposalOutcome
  readonly reason: BilingualLabel | null
  readonly by: SaidBy
  readonly at: string
}

/** `carried`: the words stand in the text now. `left`: they were edited since and stay there. */
export type ProposalDecided = {
  readonly state: ProposalState
  readonly carried: boolean
  readonly left: boolean
}

/** Which units of a text come from workshops, as far as the reader may know. */
export type ProvenancesView = {
  readonly provenances: readonly ProvenanceView[]
  readonly facts: FactValues
  /** The reader takes over changes at the source: as proposals, or as edits of the draft. */
  readonly updates: 'joint' | 'own' | null
}

export type ProvenanceView = {
  readonly id: ProvenanceId
  /** Where the words stand in this text, in its order. */
  readonly units: readonly UnitId[]
  readonly workshop: WorkshopName
  readonly source: {
    readonly text: TextId
    readonly version: VersionName
    readonly units: readonly UnitId[]
    /** As they were taken over. */
    readonly words: UnitWords
  }
  /** Both sides had accepted it, in a joint stage. */
  readonly jointly: boolean
  /** Null to the other side where it was done in a private draft. */
  readonly by: SaidBy | null
  /** What the source says since, in the version accepted last; null while it says the same. */
  readonly now: {
    readonly version: VersionName
    /** Null when the source does not say it any more. */
    readonly words: UnitWords | null
    readonly sha256: string
    /** `reason` is null to whoever may not read the draft in which it was dismissed. */
    readonly dismissed: { readonly by: SaidBy | null; readonly reason: BilingualLabel | null } | null
    /** A proposal to take it over waits. */
    readonly proposed: boolean
  } | null
}

/** [W4] For the members of both sides and the organisers. */
export type CoverageView = {
  /** The text that it is held against: the draft that the reader may read, else the last version. */
  readonly against: {
    readonly text: TextId
    readonly draft: DraftId | null
    readonly version: VersionName | null
    /** Its units in order, with their words, to choose a place from. */
    readonly units: readonly { readonly unit: UnitId; readonly words: UnitWords }[]
  }
  readonly facts: FactValues
  readonly summaries: readonly SummaryCoverage[]
}

export type SummaryCoverage = {
  readonly workshop: WorkshopName
  readonly text: Text
  /** Accepted last; null while none is. */
  readonly version: VersionName | null
  /** `integrated`: accepted, and every unit is treated in the last version of the declaration. */
  readonly state: 'none' | 'accepted' | 'integrated'
  readonly rows: readonly CoverageRowView[]
  readonly counts: { readonly [S in CoverageState]: number }
  /** What leads sign: the same for everyone, against the last version. Null without one. */
  readonly shared: {
    readonly sha256: string
    readonly version: VersionName
    /** Units that are not treated there. */
    readonly open: number
  } | null
  /** The last of each side. */
  readonly signatures: readonly {
    readonly side: Side
    readonly by: BilingualLabel | null
    readonly at: string
    /** Nothing has changed since. */
    readonly holds: boolean
  }[]
  readonly maySign: boolean
  readonly mayState: boolean
}

export type CoverageRowView = CoverageRow & {
  readonly words: UnitWords
  readonly sectionWords: UnitWords | null
  /** Who says so by hand. */
  readonly by: SaidBy | null
  readonly at: string | null
}
