/**
 * The tables, as Kysely sees them. Columns are portable: text ids, ISO-8601 UTC text for instants,
 * JSON as text, integers, bytes. Nullable instants rather than booleans where something happens once.
 */
type Json = string
type Instant = string

export type Tables = {
  /** Settings of the whole room: see settings.ts. */
  settings: { key: string; value: string }
  editions: {
    id: string
    number: number
    name: Json
    place: Json
    starts_on: string
    ends_on: string
    zone: string
    penholder: string
    demonstration: number
    created_at: Instant
    /** How long one speaks; null for the usual. See SpeechSettings in shared/model/workshop.ts. */
    speech: Json | null
  }
  organisations: { id: string; edition_id: string; name: Json; side: string | null }
  workshops: {
    id: string
    edition_id: string
    number: number
    title: Json
    aliases: Json
    status: string
    room: Json | null
    starts_at: Instant | null
    ends_at: Instant | null
  }
  participations: {
    id: string
    edition_id: string
    fra_id: string | null
    jap_id: string | null
    choices: Json
    workshop_id: string | null
    text_id: string | null
    note: string
    created_at: Instant
  }
  /** What the secretariat says of submitted versions: a trace that only grows. */
  submission_marks: {
    version_id: string
    position: number
    kind: string
    reason: Json | null
    mandate_id: string
    at: Instant
  }
  /** What is to be said in a language of a workshop's text; see shared/model/translation.ts. */
  translation_requests: {
    text_id: string
    unit: string
    language: string
    words_before: string
    mandate_id: string
    at: Instant
  }
  facts: {
    id: string
    edition_id: string
    position: number
    key: string
    type: string
    label: Json
    value: Json | null
    status: string
    definition: Json
    source: string
    owner: Json | null
    unit: Json | null
    /** Since when the fact is no longer offered. */
    withdrawn_at: Instant | null
  }
  /** What was said of a fact before and after each change, numbered from 1; `before` is null where it was added. */
  fact_changes: {
    fact_id: string
    number: number
    at: Instant
    mandate_id: string
    before: Json | null
    after: Json
  }
  glossary_terms: {
    id: string
    edition_id: string
    position: number
    fr: string
    ja: string
    en: string
    note: string
  }
  stages: {
    id: string
    edition_id: string
    position: number
    name: Json
    turn: string
    version_label: string | null
    confirms_essential: number
    /** 1 where the joint draft is sealed, not transmitted. */
    adopts: number
    starts_from: string
    due_at: Instant | null
    due_zone: string | null
    due_status: string
    evidence: string
    opened_at: Instant | null
    closed_at: Instant | null
  }
  people: {
    id: string
    name: string
    login: string
    password_hash: string | null
    language: string
    zone: string
    created_at: Instant
    /** 1 or 0; see presence-policies.ts for who sees it. */
    shows_presence: number
  }
  mandates: {
    id: string
    edition_id: string
    person_id: string
    role: string
    side: string | null
    organisation_id: string | null
    workshop_id: string | null
    title: Json
    starts_at: Instant
    ends_at: Instant | null
  }
  /** Single-use links: first set-up, invitation, sign-in. Only the hash of the token is kept. */
  links: {
    id: string
    purpose: string
    token_hash: string
    payload: Json
    created_by: string | null
    created_at: Instant
    expires_at: Instant
    used_at: Instant | null
    withdrawn_at: Instant | null
  }
  sessions: {
    id: string
    token_hash: string
    person_id: string
    created_at: Instant
    last_seen_at: Instant
    expires_at: Instant
  }
  texts: {
    id: string
    edition_id: string
    kind: string
    workshop_id: string | null
    title: Json
    created_at: Instant
  }
  versions: {
    id: string
    text_id: string
    number: number
    label: string
    origin: string
    side: string | null
    stage_id: string | null
    base_version_id: string | null
    sha256: string
    canonical: string
    state: Uint8Array
    cover_note: Json
    made_by: string | null
    made_at: Instant
    due_at: Instant | null
    due_zone: string | null
    late: number
  }
  version_openings: { version_id: string; mandate_id: string; opened_at: Instant }
  receipts: { version_id: string; side: string; mandate_id: string; acknowledged_at: Instant }
  drafts: {
    id: string
    text_id: string
    audience: string
    stage_id: string | null
    base_version_id: string | null
    created_at: Instant
    closed_at: Instant | null
  }
  /** The log: what was acknowledged as stored. `seq` counts per draft from 1. */
  draft_updates: {
    draft_id: string
    seq: number
    mandate_id: string
    at: Instant
    /** Why the program itself wrote it; null for what people typed. See server/sync/sittings.ts. */
    purpose: string | null
    bytes: Uint8Array
  }
  /** The state up to and including `seq`, made by compaction; `check` is its SHA-256. */
  draft_states: { draft_id: string; seq: number; bytes: Uint8Array; check: string; made_at: Instant }
  /** The compacted log: what one mandate did in one sitting. Sittings do not overlap in seq. */
  draft_history: {
    draft_id: string
    /** First seq of the sitting. */
    sitting: number
    first_seq: number
    last_seq: number
    mandate_id: string
    purpose: string | null
    from_at: Instant
    to_at: Instant
    bytes: Uint8Array
  }
  /**
   * What a side decided on the amendments of an answer, in its own draft; the last one of an amendment that was
   * not withdrawn counts. Private to the side until it transmits.
   */
  decisions: {
    id: string
    draft_id: string
    answer_version_id: string
    /** Key of the amendment: see shared/compare/amendments.ts. */
    amendment: string
    outcome: string
    reason: Json | null
    /** The draft's blocks of the amendment before and after it was carried out; null when that changed nothing. */
    carried: Json | null
    mandate_id: string
    decided_at: Instant
    withdrawn_at: Instant | null
  }
  /** The decisions that left with a version, in canonical JSON with its SHA-256. Never changed. */
  version_decisions: { version_id: string; answer_version_id: string; canonical: Json; sha256: string }
  /** [W3] What workshops propose for the declaration in joint stages. */
  proposals: {
    id: string
    text_id: string
    stage_id: string
    /** Order in which they were made, within the stage. */
    position: number
    source_version_id: string
    source_units: Json
    sha256: string
    unit: string
    after_unit: string | null
    above: Json
    replaces: string | null
    mandate_id: string
    at: Instant
    withdrawn_at: Instant | null
    carried: Json | null
  }
  /** Their words, counted from 1: asking for a modification makes another. `base`: what the unit to be changed said. */
  proposal_wordings: {
    proposal_id: string
    revision: number
    words: Json
    base: Json | null
    mandate_id: string
    at: Instant
  }
  /** What each side says of a wording; the last one that was not withdrawn counts. */
  proposal_decisions: {
    id: string
    proposal_id: string
    side: string
    revision: number
    outcome: string
    reason: Json | null
    mandate_id: string
    at: Instant
    withdrawn_at: Instant | null
  }
  /** That a unit of the declaration says what a workshop said; private to the draft until it is transmitted. */
  provenances: {
    id: string
    text_id: string
    draft_id: string
    unit: string
    words: Json
    source_version_id: string
    source_units: Json
    sha256: string
    proposal_id: string | null
    replaces: string | null
    mandate_id: string
    at: Instant
    ended_at: Instant | null
  }
  source_dismissals: {
    provenance_id: string
    draft_id: string
    /** Of what the source says since. */
    sha256: string
    reason: Json
    mandate_id: string
    at: Instant
  }
  /** [W4] What somebody says by hand of a unit of a summary. */
  coverage_statements: {
    id: string
    text_id: string
    unit: string
    sha256: string
    state: string
    places: Json
    reason: Json
    mandate_id: string
    at: Instant
    withdrawn_at: Instant | null
  }
  /** Each with the SHA-256 of the coverage that it stands for. */
  coverage_signatures: {
    id: string
    text_id: string
    side: string
    sha256: string
    version_id: string
    declaration_version_id: string
    mandate_id: string
    at: Instant
  }
  /** A side's consent to a pair of texts of a unit; the last one of a unit and side that was not withdrawn counts. */
  consents: {
    id: string
    text_id: string
    unit_id: string
    side: string
    pair_sha256: string
    kind: string
    mandate_id: string
    at: Instant
    withdrawn_at: Instant | null
    /** The draft or version at which it was given; null where nobody said. */
    place: string | null
    /** The blocks that it saw, both languages. */
    words: Json | null
    /** Given as unchanged since this version. */
    unchanged_since: string | null
    /** The act that recorded it; null for those given before it was so. */
    act_seq: number | null
  }
  /** A chair reopened a unit that was locked. Never changed. */
  reopenings: {
    id: string
    text_id: string
    unit_id: string
    side: string
    pair_sha256: string
    reason: Json
    mandate_id: string
    at: Instant
  }
  /** [S2] Changes of a unit of a joint draft, asked for by one side. Only `made_at` and `withdrawn_at` are ever set, once. */
  unit_changes: {
    id: string
    text_id: string
    draft_id: string
    unit_id: string
    /** UnitWords, each with the SHA-256 of its pair. */
    words_before: Json
    words_after: Json
    before_sha256: string
    after_sha256: string
    bracket_id: string | null
    asked_by: string | null
    asked_for: Json | null
    reason: Json
    mandate_id: string
    at: Instant
    made_at: Instant | null
    withdrawn_at: Instant | null
  }
  /** What each side says of it, once. Never changed. */
  unit_change_answers: {
    change_id: string
    side: string
    outcome: string
    reason: Json | null
    mandate_id: string
    at: Instant
  }
  /** [S3] An adopted text open to the public, until it is ended. */
  publications: { id: string; text_id: string; mandate_id: string; at: Instant; ended_at: Instant | null }
  /** [S1] A chair's seal on the hash of a joint draft; at most one of a draft and side holds. Only withdrawn, never changed. */
  seals: {
    id: string
    text_id: string
    draft_id: string
    side: string
    sha256: string
    mandate_id: string
    at: Instant
    withdrawn_at: Instant | null
  }
  /** An adopted text, by the version and the two seals that adopted it. Never changed; nothing is written in the text after. */
  adoptions: { version_id: string; text_id: string; fra_seal_id: string; jap_seal_id: string; at: Instant }
  /** Corrections of an adopted text, asked for by one side; `outcome` is what the other side's chair said. */
  corrigendum_proposals: {
    id: string
    text_id: string
    side: string
    changes: Json
    reason: Json
    mandate_id: string
    at: Instant
    withdrawn_at: Instant | null
    outcome: string | null
    answer_reason: Json | null
    answered_by: string | null
    answered_at: Instant | null
  }
  /** Those with both sides' consent, in canonical form with its SHA-256; see shared/model/corrigendum.ts. Never changed. */
  corrigenda: {
    id: string
    version_id: string
    /** From 1, without gaps. */
    number: number
    canonical: Json
    sha256: string
    at: Instant
  }
  /** [A5] What a draft says of a bracket beyond its words; the bracket is the beginning of its marks' ids. */
  brackets: {
    bracket: string
    draft_id: string
    text_id: string
    /** Who asks; null when nobody is named. */
    side: string | null
    remark: Json | null
    mandate_id: string
    at: Instant
  }
  /** A thread that was begun on a bracket, or led to one. */
  bracket_threads: { thread_id: string; bracket: string; text_id: string; at: Instant }
  /** Which changes a person has ticked as seen, by what changed: another change is another fingerprint. */
  seen_changes: { person_id: string; text_id: string; fingerprint: string; seen_at: Instant }
  threads: {
    id: string
    text_id: string
    /** `fra` and `jap` are internal; `joint` is shared. Never changed. */
    audience: string
    /** Where it was begun: `draft:<id>` or `version:<id>`. */
    origin: string
    quote: Json | null
    mandate_id: string
    created_at: Instant
    resolved_at: Instant | null
    resolved_by: string | null
    assignee_id: string | null
  }
  /** Where a thread hangs at each place of its text that is known; see Anchor in shared/model/thread.ts. */
  thread_anchors: { thread_id: string; place: string; anchor: Json; at: Instant }
  comments: {
    id: string
    thread_id: string
    /** Order within the thread, from 1. */
    position: number
    mandate_id: string
    at: Instant
    /** Empty once it was deleted. */
    body: string
    edited_at: Instant | null
    deleted_at: Instant | null
  }
  /** What a comment said before it was edited, until `until`; goes when the comment is deleted. */
  comment_wordings: { comment_id: string; position: number; body: string; until: Instant }
  /** Resolved, reopened, assigned, unassigned: a trace that only grows. */
  thread_marks: {
    thread_id: string
    position: number
    kind: string
    mandate_id: string
    at: Instant
    assignee_id: string | null
  }
  /** Up to when a person has read a thread. */
  thread_reads: { person_id: string; thread_id: string; at: Instant }
  visits: { person_id: string; subject: string; at: Instant }
  /** The digest by mail of each person who ever asked for it. */
  digests: {
    person_id: string
    address: string
    /** When whoever reads that address confirmed it, signed in as the person; nothing is sent before. */
    confirmed_at: Instant | null
    /** 0 to 23, on the person's own clock. */
    hour: number
    /** When the person ended it. */
    ended_at: Instant | null
    /** The last day (YYYY-MM-DD on the person's own calendar) that was dealt with: claimed before anything is sent. */
    day: string | null
    /** Tries on that day. */
    tries: number
    /** From when another try on that day is allowed; null when it is done with. */
    try_at: Instant | null
    /** Up to when the last digest that was sent tells. */
    told_until: Instant | null
  }
  /** By which an address is confirmed (once, for some days) or the digest to it is ended (always). */
  digest_links: {
    token_hash: string
    person_id: string
    purpose: string
    address: string
    made_at: Instant
    expires_at: Instant | null
    used_at: Instant | null
  }
  /** Append-only, hash-chained: see acts.ts. `seq` counts from 1 without gaps. */
  acts: {
    seq: number
    edition_id: string | null
    at: Instant
    mandate_id: string | null
    audience: string
    kind: string
    detail: Json
    previous_hash: string
    hash: string
  }
  /** The place of an act in the chain of those who may see it. Never changed. */
  act_chains: {
    act_seq: number
    edition_id: string
    audience: string
    number: number
    previous_hash: string
    hash: string
  }
}
