/** Opaque identifiers. A brand keeps a draft's id from being passed where a text's is meant. */
declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type EditionId = Id<'edition'>
export type PersonId = Id<'person'>
export type MandateId = Id<'mandate'>
export type OrganisationId = Id<'organisation'>
export type WorkshopId = Id<'workshop'>
export type ParticipationId = Id<'participation'>
export type StageId = Id<'stage'>
export type TextId = Id<'text'>
export type DraftId = Id<'draft'>
export type VersionId = Id<'version'>
export type FactId = Id<'fact'>
/** Shared by the French and Japanese blocks that say the same thing; see `unit` in bilingual-text.ts. */
export type UnitId = Id<'unit'>
/** Unique per block within one bilingual text. */
export type BlockId = Id<'block'>
/** A thread of comments, and one comment of it. */
export type ThreadId = Id<'thread'>
export type CommentId = Id<'comment'>
/** [W3] What a workshop proposes for the declaration, and where a unit of it comes from. */
export type ProposalId = Id<'proposal'>
export type UnitChangeId = Id<'unit-change'>
/** [S1] A chair's seal on a text, and a correction of an adopted one. */
export type SealId = Id<'seal'>
export type CorrigendumId = Id<'corrigendum'>
export type ProvenanceId = Id<'provenance'>
