/**
 * [A1] Deciding amendments in a draft, and taking a decision back. The words are carried out first, as an edit of the
 * draft under the mandate of who decides; then the decision is recorded. If the process dies in between, the words
 * stand and the amendment is undecided, which the page shows as such.
 */
import type { Amendment } from '../../shared/compare/amendments.ts'
import { type Desk, decide, type EditedChoice, withoutCarried } from '../../shared/compare/decide.ts'
import type { AmendmentKey, Outcome } from '../../shared/model/amendment.ts'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { Draft } from '../../shared/model/edition.ts'
import type { MandateId } from '../../shared/model/ids.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { DecisionsMade } from '../../shared/protocol/views.ts'
import { UnreadableBlock } from '../../shared/schema/y-text.ts'
import type { Refusal } from '../http/respond.ts'
import { otherSide } from '../policies/membership.ts'
import { type BracketRecord, putBracket } from '../store/brackets.ts'
import { type Decision, insertDecision, withdrawDecisions } from '../store/decisions.ts'
import { findDraft } from '../store/drafts.ts'
import { DraftClosed } from '../sync/sync-service.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { carriedOut, type OpenAnswer } from './open-answer.ts'

export type DecisionRequest = {
  readonly amendments: readonly AmendmentKey[]
  readonly outcome: Outcome
  readonly reason: BilingualLabel | null
  readonly edited: EditedChoice | null
}

/** One decision on several amendments, in reading order of the answer. What was edited at the same place waits for a choice. */
export async function decideAmendments(
  deps: TextDeps,
  draft: Draft,
  open: OpenAnswer,
  by: MandateId,
  request: DecisionRequest,
): Promise<DecisionsMade | Refusal> {
  const amendments = named(open, request.amendments)
  if (!amendments) return { refusal: 'invalid', detail: 'amendments' }
  if (request.outcome === 'rejected' && !hasReason(request.reason)) return { refusal: 'reason-missing' }

  let decided: Omit<Decision, 'at'>[] = []
  let edited: { amendment: AmendmentKey; mergeable: boolean }[] = []
  const change = (text: BilingualText): BilingualText => {
    ;[decided, edited] = [[], []]
    let desk: Desk = { draft: text, plan: open.plan, accepted: carriedOut(open.decisions) }
    for (const amendment of amendments) {
      const id = deps.newId('decision')
      const result = decide(desk, {
        amendment,
        outcome: request.outcome,
        previous: carriedBy(open, amendment),
        edited: request.edited,
        by: otherSide(open.answer.side!),
        askedBy: open.answer.side!,
        bracketId: id,
      })
      if ('edited' in result) {
        edited.push({ amendment: amendment.key, mergeable: result.mergeable })
        continue
      }
      const { key } = amendment
      const { outcome, reason } = request
      decided.push({
        id,
        draft: draft.id,
        answer: open.answer.id,
        amendment: key,
        outcome,
        reason,
        carried: result.carried,
        by,
      })
      desk = { ...desk, draft: result.draft, accepted: withOutcome(desk.accepted, key, outcome) }
    }
    return desk.draft
  }
  const refused = await rewritten(deps, draft, by, change)
  if (refused) return refused
  const kept = await deps.db.transaction().execute(async trx => {
    if ((await findDraft(trx, draft.id))?.closedAt !== null) return false
    const at = deps.clock()
    await withdrawDecisions(
      trx,
      draft.id,
      decided.map(({ amendment }) => amendment),
      at,
    )
    for (const decision of decided) {
      await insertDecision(trx, { ...decision, at })
      if (decision.outcome === 'reserved') await putBracket(trx, bracketOf(draft, open, decision, at))
    }
    return true
  })
  if (!kept) return { refusal: 'draft-closed' }
  return { decided: decided.map(({ amendment }) => amendment), edited }
}

/** Takes decisions back. Where their words were edited since, these stay: `edited` names them. */
export async function withdrawAmendmentDecisions(
  deps: TextDeps,
  draft: Draft,
  open: OpenAnswer,
  by: MandateId,
  keys: readonly AmendmentKey[],
): Promise<DecisionsMade | Refusal> {
  const amendments = named(open, keys)
  if (!amendments) return { refusal: 'invalid', detail: 'amendments' }
  let edited: AmendmentKey[] = []
  const change = (text: BilingualText): BilingualText => {
    edited = []
    let desk: Desk = { draft: text, plan: open.plan, accepted: carriedOut(open.decisions) }
    for (const amendment of amendments.toReversed()) {
      const result = withoutCarried(desk, amendment, carriedBy(open, amendment))
      if (!result.restored) edited.push(amendment.key)
      const accepted = new Set(desk.accepted)
      accepted.delete(amendment.key)
      desk = { ...desk, draft: result.draft, accepted }
    }
    return desk.draft
  }
  const refused = await rewritten(deps, draft, by, change)
  if (refused) return refused
  await deps.db.transaction().execute(trx =>
    withdrawDecisions(
      trx,
      draft.id,
      amendments.map(({ key }) => key),
      deps.clock(),
    ),
  )
  return {
    decided: amendments.map(({ key }) => key),
    edited: edited.map(amendment => ({ amendment, mergeable: false })),
  }
}

/** [A5] Of a reserved amendment the side of the answer asks; why it is reserved is what is said of it. */
function bracketOf(
  draft: Draft,
  { answer }: OpenAnswer,
  { id, reason, by }: Pick<Decision, 'id' | 'reason' | 'by'>,
  at: string,
): BracketRecord {
  const remark = hasReason(reason) ? reason : null
  return { bracket: id, draft: draft.id, text: draft.text, side: answer.side, remark, by, at }
}

export function hasReason(reason: BilingualLabel | null): boolean {
  return reason !== null && (reason.fr.trim() !== '' || reason.ja.trim() !== '')
}

/** In reading order, each once; undefined when one of them is none of this answer's. */
function named({ plan }: OpenAnswer, keys: readonly AmendmentKey[]): Amendment[] | undefined {
  const wanted = new Set(keys)
  const found = plan.amendments.filter(({ key }) => wanted.has(key))
  return found.length === wanted.size ? found : undefined
}

function carriedBy({ decisions }: OpenAnswer, { key }: Amendment) {
  return decisions.find(({ amendment }) => amendment === key)?.carried ?? null
}

function withOutcome(
  accepted: ReadonlySet<AmendmentKey>,
  key: AmendmentKey,
  outcome: Outcome,
): Set<AmendmentKey> {
  const next = new Set(accepted)
  if (outcome === 'accepted' || outcome === 'modified') next.add(key)
  else next.delete(key)
  return next
}

/** Carries the change out; the refusal when the draft has ended or cannot be read. */
async function rewritten(
  { sync }: TextDeps,
  draft: Draft,
  by: MandateId,
  change: (text: BilingualText) => BilingualText,
): Promise<Refusal | undefined> {
  try {
    await sync.rewrite(draft.id, by, change)
    return undefined
  } catch (error) {
    if (error instanceof DraftClosed) return { refusal: 'draft-closed' }
    if (error instanceof UnreadableBlock) return { refusal: 'text-unreadable' }
    throw error
  }
}
