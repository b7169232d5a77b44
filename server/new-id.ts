/** Ids that say what they name and cannot be guessed: "draft-7k2m…", 100 random bits. */
import { randomBytes } from 'node:crypto'
import type * as ids from '../shared/model/ids.ts'

type IdOf = {
  edition: ids.EditionId
  person: ids.PersonId
  mandate: ids.MandateId
  organisation: ids.OrganisationId
  workshop: ids.WorkshopId
  participation: ids.ParticipationId
  stage: ids.StageId
  text: ids.TextId
  draft: ids.DraftId
  version: ids.VersionId
  fact: ids.FactId
  unit: ids.UnitId
  block: ids.BlockId
  thread: ids.ThreadId
  comment: ids.CommentId
  proposal: ids.ProposalId
  provenance: ids.ProvenanceId
  statement: string
  signature: string
  decision: string
  change: ids.UnitChangeId
  seal: ids.SealId
  corrigendum: ids.CorrigendumId
  bracket: string
  consent: string
  publication: string
  term: string
  link: string
  session: string
}

export type NewId = <Kind extends keyof IdOf>(kind: Kind) => IdOf[Kind]

/** Digits and small letters without i, l, o, u: read aloud without mistakes, and no words appear. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

export const newId: NewId = kind =>
  `${kind}-${Array.from(randomBytes(20), byte => ALPHABET[byte & 31]).join('')}` as IdOf[typeof kind]
