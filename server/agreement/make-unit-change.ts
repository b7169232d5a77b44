/**
 * [S2] Carrying out a change of a unit that both sides consented to: first the words, then the record, as decisions do
 * (ADR 19). Whatever is cut off in between is completed by `settleUnitChanges`, at the next request about the draft.
 */

import { hasWords, withWords, wordsOfUnits } from '../../shared/integrate/unit-words.ts'
import { pairForm, pairHashes } from '../../shared/model/agreement.ts'
import { type BilingualText, type Block, SIDES } from '../../shared/model/bilingual-text.ts'
import type { BlockId } from '../../shared/model/ids.ts'
import type { UnitWords } from '../../shared/model/proposal.ts'
import { draftPlace } from '../../shared/model/thread.ts'
import { isConsented, type UnitChange, type UnitChangeAnswer } from '../../shared/model/unit-change.ts'
import { UnreadableBlock } from '../../shared/schema/y-text.ts'
import type { Refusal } from '../http/respond.ts'
import type { SpeakingFor } from '../policies/change-policies.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import { insertConsent } from '../store/agreement.ts'
import { markUnitChangeMade, unitChangeAnswersOf, unitChangesOf } from '../store/unit-changes.ts'
import { DraftClosed } from '../sync/sync-service.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { consentsHash } from './consents-hash.ts'
import type { JointDraft } from './unit-changes.ts'

/** `unit-edited` when the unit says neither what it was asked on nor what it is to say: nothing is done then. */
export async function makeUnitChange(
  deps: TextDeps,
  { draft, situation }: JointDraft,
  by: SpeakingFor,
  change: UnitChange,
  answers: readonly UnitChangeAnswer[],
): Promise<Refusal | undefined> {
  const { unit, before, after } = change
  let stands = false
  const write = (text: BilingualText): BilingualText => {
    const now = pairForm(wordsOfUnits(text, [unit]))
    stands = now === pairForm(after)
    if (stands || now !== pairForm(before)) return text
    stands = true
    return withWords(
      text,
      unit,
      withoutOthersIds(text, change, () => deps.newId('block')),
    )
  }
  try {
    await deps.sync.rewrite(draft.id, by.id, write, 'change', { unlocks: [unit] })
  } catch (error) {
    if (error instanceof DraftClosed) return { refusal: 'draft-closed' }
    if (error instanceof UnreadableBlock) return { refusal: 'text-unreadable' }
    throw error
  }
  if (!stands) return { refusal: 'unit-edited' }
  await recordMade(deps, situation, change, answers)
  return undefined
}

/**
 * Completes the record of changes whose words stand in the text with both consents: the process died in between. The
 * words themselves are written at a chair's request only. `text` is that of the draft. True when there was any.
 */
export async function settleUnitChanges(
  deps: TextDeps,
  { draft, situation }: JointDraft,
  text: BilingualText,
): Promise<boolean> {
  const waiting = (await unitChangesOf(deps.db, draft.id)).filter(
    ({ madeAt, withdrawnAt }) => madeAt === null && withdrawnAt === null,
  )
  if (waiting.length === 0) return false
  const [answers, pairs] = [await unitChangeAnswersOf(deps.db, draft.id), await pairHashes(text)]
  let settled = false
  for (const change of waiting) {
    const own = answers.filter(each => each.change === change.id)
    const stands = hasWords(change.after)
      ? pairs.get(change.unit) === change.afterPair
      : !pairs.has(change.unit)
    if (stands && isConsented(own)) settled = (await recordMade(deps, situation, change, own)) || settled
  }
  return settled
}

/** Both sides have consented to the very words that stand there: the unit is agreed. False when it was recorded already. */
async function recordMade(
  { db, sync, clock, newId }: TextDeps,
  { text, mandates }: TextSituation,
  change: UnitChange,
  answers: readonly UnitChangeAnswer[],
): Promise<boolean> {
  const given = SIDES.map(side => answers.find(each => each.side === side)!)
  const title = (answer: UnitChangeAnswer) => mandates.get(answer.by)?.title ?? { fr: '', ja: '' }
  const recorded = await db.transaction().execute(async trx => {
    const at = clock()
    if (!(await markUnitChangeMade(trx, change.id, at))) return false
    const consents = (hasWords(change.after) ? given : []).map(({ side, by }) => ({
      ...{ unit: change.unit, pair: change.afterPair, side, kind: 'agreed' as const, by },
    }))
    const act = await recordAct(trx, {
      ...{ edition: text.edition, at, mandate: answers.at(-1)!.by, audience: 'joint', kind: 'unit-changed' },
      detail: {
        ...labelDetail('text', text.title),
        ...{ change: change.id, askedBy: change.askedBy ?? '' },
        ...(change.askedFor ? labelDetail('askedFor', change.askedFor) : {}),
        ...Object.assign({}, ...given.map(each => labelDetail(each.side, title(each)))),
        consents: consentsHash(consents),
      },
    })
    for (const consent of consents)
      await insertConsent(trx, {
        ...{ id: newId('consent'), text: text.id, ...consent, at, act },
        ...{ place: draftPlace(change.draft), words: change.after },
      })
    return true
  })
  // The unit is locked on its new words.
  await sync.refreshLocks()
  return recorded
}

/** Blocks that went to another unit since keep their ids there. */
function withoutOthersIds(text: BilingualText, { unit, after }: UnitChange, newId: () => BlockId): UnitWords {
  const others = new Set([...text.fr, ...text.ja].filter(block => block.unit !== unit).map(({ id }) => id))
  const own = (block: Block): Block => (others.has(block.id) ? { ...block, id: newId() } : block)
  return { fr: after.fr.map(own), ja: after.ja.map(own) }
}
