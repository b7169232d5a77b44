/** [W2] Submitting a workshop's text: its draft becomes a version, which the secretariat returns or accepts. */
import { EMPTY_TEXT } from '../../shared/model/bilingual-text.ts'
import { parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { Deadline, Draft, Stage, Text } from '../../shared/model/edition.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import { LANGUAGES } from '../../shared/model/language.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { textLength } from '../../shared/model/speech.ts'
import { readBilingualText, UnreadableBlock } from '../../shared/schema/y-text.ts'
import { carryAnchors } from '../comments/anchor-at.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { actingMandate, maySubmit } from '../policies/policies.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { closeDraft, findDraft } from '../store/drafts.ts'
import { findStoredVersion, insertVersion, type StoredVersion, versionsOfText } from '../store/versions.ts'
import { readSpeech } from '../store/workshops.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { findingsOf } from '../transmission/findings.ts'
import { type Departure, departureOf, isLate } from '../transmission/preview.ts'
import { nextVersion } from '../transmission/version-label.ts'
import { versionState } from '../transmission/version-state.ts'

/** When a text is due: that of the stage in which it is the leads' turn. A restitution has no deadline. */
export function dueOf(text: Pick<Text, 'kind'>, stages: readonly Stage[]): Deadline | null {
  if (text.kind === 'restitution' || text.kind === 'declaration') return null
  return stages.find(({ turn }) => turn === 'leads')?.due ?? null
}

const LETTERS = {
  'intervention-summary': 'I',
  'workshop-summary': 'S',
  restitution: 'R',
  declaration: 'V',
} as const

/** Version labels of a workshop's text: S1, S2 … */
function labelOf({ text, versions }: Pick<TextSituation, 'text' | 'versions'>) {
  const { number } = nextVersion({ versionLabel: null }, versions)
  return nextVersion({ versionLabel: `${LETTERS[text.kind]}${number}` }, versions)
}

/** Why this draft cannot be submitted by these mandates, who may read it; undefined when it can. */
export function refuseToSubmit(
  { text }: TextSituation,
  mandates: readonly Mandate[],
  draft: Draft,
): Refusal | undefined {
  if (draft.closedAt !== null) return { refusal: 'draft-closed' }
  return maySubmit(mandates, text, draft) ? undefined : { refusal: 'not-allowed' }
}

export async function previewSubmission(
  { db, clock, comparisons }: TextDeps,
  situation: TextSituation,
  draft: Draft,
  departure: Departure,
) {
  const base = (draft.base && (await findStoredVersion(db, draft.base))) || null
  const from = base
    ? { ...parseCanonicalForm(base.canonical), sha256: base.sha256 }
    : { text: EMPTY_TEXT, facts: {}, sha256: '' }
  const comparison = await comparisons.compare(from, departure)
  if (isRefusal(comparison)) return comparison
  const { text, stages, facts } = situation
  const due = dueOf(text, stages)
  const speech = await readSpeech(db, text.edition)
  const findings = findingsOf({
    text: departure.text,
    comparison: base ? comparison : null,
    facts,
    decisions: null,
  })
  return {
    label: labelOf(situation).label,
    sha256: departure.sha256,
    content: departure.text,
    facts: departure.facts,
    baseFacts: from.facts,
    comparison,
    base,
    due,
    late: isLate({ due }, clock()),
    // A lead may submit one language and leave the other to the other side's lead: shown, not refused.
    findings: findings.map(finding => ({
      ...finding,
      blocks: finding.kind === 'empty-text' && finding.blocks,
    })),
    length: { fr: textLength(departure.text, 'fr'), ja: textLength(departure.text, 'ja') },
    budget: text.kind === 'declaration' ? null : speech.budgets[text.kind],
  }
}

export type SubmissionRequest = {
  /** The SHA-256 that was shown in the preview. */
  readonly sha256: string
  readonly note: BilingualLabel
}

/** The version, or why not; then, as after any failure, everything is as before and the room goes on. */
export async function submit(
  deps: TextDeps,
  situation: TextSituation,
  mandates: readonly Mandate[],
  draft: Draft,
  request: SubmissionRequest,
): Promise<StoredVersion | Refusal> {
  const refused = refuseToSubmit(situation, mandates, draft)
  if (refused) return refused
  const frozen = await deps.sync.freeze(draft.id)
  let made: StoredVersion | Refusal
  try {
    const departure = await departureOf(readBilingualText(frozen.doc), situation.facts)
    made = await makeVersion(deps, situation, mandates, draft, request, departure)
  } catch (error) {
    frozen.release()
    if (error instanceof UnreadableBlock) return { refusal: 'text-unreadable' }
    throw error
  }
  if (isRefusal(made)) {
    frozen.release()
    return made
  }
  frozen.close()
  deps.events.publish({ topic: 'texts', subject: situation.text.id }, 'joint')
  return made
}

async function makeVersion(
  deps: TextDeps,
  situation: TextSituation,
  mandates: readonly Mandate[],
  draft: Draft,
  { sha256, note }: SubmissionRequest,
  departure: Departure,
): Promise<StoredVersion | Refusal> {
  const { db, clock, newId } = deps
  if (departure.sha256 !== sha256) return { refusal: 'text-changed-since-preview' }
  if (LANGUAGES.every(language => textLength(departure.text, language) === 0))
    return { refusal: 'nothing-to-transmit' }
  const base = (draft.base && (await findStoredVersion(db, draft.base))) || null
  const state = versionState(base?.state ?? null, departure.text)
  const { text, stages } = situation
  const by = actingMandate(mandates, text, draft)!
  return db.transaction().execute(async trx => {
    if ((await findDraft(trx, draft.id))?.closedAt !== null) return { refusal: 'draft-closed' } as const
    const now = clock()
    const due = dueOf(text, stages)
    const version: StoredVersion = {
      id: newId('version'),
      text: text.id,
      ...labelOf({ text, versions: await versionsOfText(trx, text.id) }),
      origin: 'transmission',
      side: null,
      stage: null,
      base: draft.base,
      sha256: departure.sha256,
      canonical: departure.canonical,
      state,
      coverNote: note,
      madeBy: by.id,
      madeAt: now,
      due,
      late: isLate({ due }, now),
    }
    await insertVersion(trx, version)
    await carryAnchors(trx, draft.id, version)
    await closeDraft(trx, draft.id, now)
    await recordSubmission(trx, text, version, 'text-submitted', by)
    return version
  })
}

export async function recordSubmission(
  trx: Database,
  text: Text,
  { label, madeAt }: Pick<StoredVersion, 'label' | 'madeAt'>,
  kind: 'text-submitted' | 'text-returned' | 'text-accepted',
  by: Mandate,
  at = madeAt,
): Promise<void> {
  await recordAct(trx, {
    edition: text.edition,
    at,
    mandate: by.id,
    audience: 'joint',
    kind,
    detail: { ...labelDetail('text', text.title), label },
  })
}
