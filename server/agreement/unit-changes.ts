/**
 * [S2] [A5] A change of one unit of a joint draft: asked for by one side, made once the chairs of both consent to it.
 * One at a time for each draft: the callers see to that.
 */
import { rewordedUnit } from '../../shared/integrate/reword-unit.ts'
import { hasWords, wordsOfUnits } from '../../shared/integrate/unit-words.ts'
import { pairForm, pairHashes } from '../../shared/model/agreement.ts'
import type { Block, Side } from '../../shared/model/bilingual-text.ts'
import { canonicalHash, normalBlock } from '../../shared/model/canonical-form.ts'
import type { Draft } from '../../shared/model/edition.ts'
import type { BlockId, UnitChangeId, UnitId } from '../../shared/model/ids.ts'
import { type BilingualLabel, LANGUAGES, type Language } from '../../shared/model/language.ts'
import type { UnitWords } from '../../shared/model/proposal.ts'
import {
  isConsented,
  type UnitChange,
  type UnitChangeAnswer,
  unitChangeState,
} from '../../shared/model/unit-change.ts'
import { hasReason } from '../amendments/decide-amendments.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import type { SpeakingFor } from '../policies/change-policies.ts'
import { labelDetail, type NewAct, recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { findDraft } from '../store/drafts.ts'
import {
  insertUnitChange,
  insertUnitChangeAnswer,
  markUnitChangeWithdrawn,
  unitChangeAnswersOf,
  unitChangesOf,
} from '../store/unit-changes.ts'
import { readDraft } from '../texts/read-draft.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { makeUnitChange } from './make-unit-change.ts'

export type JointDraft = { readonly draft: Draft; readonly situation: TextSituation }

export type ChangeRequest = {
  readonly unit: UnitId
  readonly beforePair: string
  /** Plain words, a block each, or exact blocks; of these the ids are kept that the unit has already. */
  readonly to:
    | { readonly words: { readonly [L in Language]: readonly string[] } }
    | { readonly blocks: { readonly [L in Language]: readonly Omit<Block, 'unit'>[] } }
  readonly bracket: string | null
  readonly askedBy: Side | null
  readonly askedFor: BilingualLabel | null
  readonly reason: BilingualLabel
  /** The chair who asks consents at once. */
  readonly consents: boolean
}

export async function askForUnitChange(
  deps: TextDeps,
  { draft, situation }: JointDraft,
  by: SpeakingFor,
  request: ChangeRequest,
): Promise<UnitChangeId | Refusal> {
  if (draft.closedAt !== null) return { refusal: 'draft-closed' }
  if (request.consents && by.role !== 'chair') return { refusal: 'not-allowed' }
  const read = await readDraft(deps.sync, draft.id)
  if (isRefusal(read)) return read
  const { unit, beforePair } = request
  const pairs = await pairHashes(read)
  if (pairs.get(unit) !== beforePair) return { refusal: 'pair-changed' }
  if (await isAskedFor(deps.db, draft, unit, beforePair)) return { refusal: 'change-open' }

  const before = wordsOfUnits(read, [unit])
  const after = wordsAfter(deps, situation, before, request)
  if (isRefusal(after)) return after
  const afterPair = await canonicalHash(pairForm(after))
  if (afterPair === beforePair) return { refusal: 'invalid', detail: 'words' }

  const id = deps.newId('change')
  const { text } = situation
  const kept = await deps.db.transaction().execute(async trx => {
    if ((await findDraft(trx, draft.id))?.closedAt !== null) return false
    const at = deps.clock()
    await insertUnitChange(trx, {
      ...{ id, text: text.id, draft: draft.id, unit, before, after, beforePair, afterPair },
      ...{ bracket: request.bracket, askedBy: request.askedBy, askedFor: request.askedFor },
      ...{ reason: request.reason, by: by.id, at },
    })
    await recordChangeAct(trx, situation, by, at, 'change-asked', id)
    if (request.consents) await answer(trx, situation, by, at, { change: id, outcome: 'consented' })
    return true
  })
  if (!kept) return { refusal: 'draft-closed' }
  publishChanges(deps, situation)
  return id
}

/** The chair of a side consents; the second consent makes the change. Repeated, it completes what a crash cut off. */
export async function consentToUnitChange(
  deps: TextDeps,
  { draft, situation }: JointDraft,
  by: SpeakingFor,
  change: UnitChange,
  afterPair: string,
): Promise<{ readonly made: boolean } | Refusal> {
  if (afterPair !== change.afterPair) return { refusal: 'pair-changed' }
  const answers = await answersTo(deps.db, change)
  const own = answers.find(({ side }) => side === by.side)
  if (change.madeAt !== null && own?.outcome === 'consented') return { made: true }
  const refused = refuseToAnswer(change, answers)
  if (refused) return refused
  if (draft.closedAt !== null) return { refusal: 'draft-closed' }
  if (!own) {
    const read = await readDraft(deps.sync, draft.id)
    if (isRefusal(read)) return read
    if ((await pairHashes(read)).get(change.unit) !== change.beforePair) return { refusal: 'unit-edited' }
    await deps.db
      .transaction()
      .execute(trx => answer(trx, situation, by, deps.clock(), { change: change.id, outcome: 'consented' }))
    publishChanges(deps, situation)
  }
  const now = await answersTo(deps.db, change)
  if (!isConsented(now)) return { made: false }
  const made = await makeUnitChange(deps, { draft, situation }, by, change, now)
  if (made) return made
  publishChanges(deps, situation)
  return { made: true }
}

/** With a reason; it closes the change: who wants other words asks for another one. */
export async function declineUnitChange(
  deps: TextDeps,
  { draft, situation }: JointDraft,
  by: SpeakingFor,
  change: UnitChange,
  reason: BilingualLabel,
): Promise<Refusal | undefined> {
  const answers = await answersTo(deps.db, change)
  const refused = refuseToAnswer(change, answers)
  if (refused) return refused
  if (draft.closedAt !== null) return { refusal: 'draft-closed' }
  if (answers.some(({ side }) => side === by.side)) return { refusal: 'change-closed' }
  if (!hasReason(reason)) return { refusal: 'reason-missing' }
  await deps.db
    .transaction()
    .execute(trx =>
      answer(trx, situation, by, deps.clock(), { change: change.id, outcome: 'declined', reason }),
    )
  publishChanges(deps, situation)
  return undefined
}

/** By the side that asked for it, as long as it was neither made nor declined. */
export async function withdrawUnitChange(
  deps: TextDeps,
  { draft, situation }: JointDraft,
  by: SpeakingFor,
  change: UnitChange,
): Promise<Refusal | undefined> {
  const refused = refuseToAnswer(change, await answersTo(deps.db, change))
  if (refused) return refused
  if (draft.closedAt !== null) return { refusal: 'draft-closed' }
  const kept = await deps.db.transaction().execute(async trx => {
    const at = deps.clock()
    if (!(await markUnitChangeWithdrawn(trx, change.id, at))) return false
    await recordChangeAct(trx, situation, by, at, 'change-withdrawn', change.id)
    return true
  })
  if (!kept) return { refusal: 'change-closed' }
  publishChanges(deps, situation)
  return undefined
}

function publishChanges({ events }: TextDeps, { text }: TextSituation): void {
  events.publish({ topic: 'agreement', subject: text.id }, 'joint')
}

function refuseToAnswer(change: UnitChange, answers: readonly UnitChangeAnswer[]): Refusal | undefined {
  const over = change.madeAt ?? change.withdrawnAt
  const declined = answers.some(({ outcome }) => outcome === 'declined')
  return over !== null || declined ? { refusal: 'change-closed' } : undefined
}

/** One at a time: two changes of the same words could not both be made. One that was overtaken is in nobody's way. */
async function isAskedFor(db: Database, draft: Draft, unit: UnitId, pairNow: string): Promise<boolean> {
  const answers = await unitChangeAnswersOf(db, draft.id)
  return (await unitChangesOf(db, draft.id)).some(
    change =>
      change.unit === unit &&
      unitChangeState(
        change,
        answers.filter(each => each.change === change.id),
        pairNow,
      ) === 'open',
  )
}

async function answersTo(db: Database, change: UnitChange): Promise<UnitChangeAnswer[]> {
  return (await unitChangeAnswersOf(db, change.draft)).filter(each => each.change === change.id)
}

/** A unit that is to say nothing in either language is taken out; one that loses one of them only is refused. */
function wordsAfter(
  deps: TextDeps,
  situation: TextSituation,
  before: UnitWords,
  { unit, to }: ChangeRequest,
): UnitWords | Refusal {
  const words =
    'words' in to
      ? rewordedUnit(unit, before, to.words, () => deps.newId('block'))
      : ownBlocks(unit, before, to.blocks, () => deps.newId('block'))
  const facts = new Set<string>(situation.facts.map(({ id }) => id))
  const foreign = LANGUAGES.some(language =>
    words[language].some(({ content }) =>
      content.some(inline => inline.type === 'fact' && !facts.has(inline.fact)),
    ),
  )
  if (foreign) return { refusal: 'invalid', detail: 'blocks' }
  const lost = LANGUAGES.some(language => words[language].length === 0 && before[language].length > 0)
  return lost && hasWords(words) ? { refusal: 'language-missing' } : words
}

/** Ids that the unit does not have in that language are nobody's yet: two blocks never get one id. */
function ownBlocks(
  unit: UnitId,
  before: UnitWords,
  blocks: { readonly [L in Language]: readonly Omit<Block, 'unit'>[] },
  newId: () => BlockId,
): UnitWords {
  const owned = (language: Language) => {
    const free = new Set(before[language].map(({ id }) => id))
    return blocks[language].map(block =>
      normalBlock({ ...block, unit, id: free.delete(block.id) ? block.id : newId() }),
    )
  }
  return { fr: owned('fr'), ja: owned('ja') }
}

async function answer(
  trx: Database,
  situation: TextSituation,
  by: SpeakingFor,
  at: string,
  said: Pick<UnitChangeAnswer, 'change' | 'outcome'> & { readonly reason?: BilingualLabel },
): Promise<void> {
  await insertUnitChangeAnswer(trx, { reason: null, ...said, side: by.side, by: by.id, at })
  const kind = said.outcome === 'consented' ? 'change-consented' : 'change-declined'
  await recordChangeAct(trx, situation, by, at, kind, said.change)
}

/** Heard by both sides and the organisers: it says that, not what. */
async function recordChangeAct(
  trx: Database,
  { text }: TextSituation,
  by: SpeakingFor,
  at: string,
  kind: NewAct['kind'],
  change: UnitChangeId,
): Promise<void> {
  const detail = { ...labelDetail('text', text.title), change, side: by.side }
  await recordAct(trx, { edition: text.edition, at, mandate: by.id, audience: 'joint', kind, detail })
}
