/** [S2] [A5] Changes of units of a joint draft: asked for by one side, made once the chairs of both consent. */
import { type Context, Hono } from 'hono'
import { pairHashes } from '../../shared/model/agreement.ts'
import type { BlockId, DraftId, FactId, UnitChangeId, UnitId } from '../../shared/model/ids.ts'
import type { UnitChange } from '../../shared/model/unit-change.ts'
import { changeConsentBody, changeRefusalBody, unitChangeBody } from '../../shared/protocol/bodies.ts'
import { settleUnitChanges } from '../agreement/make-unit-change.ts'
import {
  askForUnitChange,
  type ChangeRequest,
  consentToUnitChange,
  declineUnitChange,
  type JointDraft,
  withdrawUnitChange,
} from '../agreement/unit-changes.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, isRefusal, type Refusal, refuse, respond } from '../http/respond.ts'
import {
  answeringMandate,
  answeringSide,
  askingMandate,
  askingSides,
  mayReadChanges,
  mayWithdrawChange,
} from '../policies/change-policies.ts'
import { unitChangesView } from '../presenters/changes-view.ts'
import { findUnitChange, unitChangeAnswersOf, unitChangesOf } from '../store/unit-changes.ts'
import { findReadableDraft } from '../texts/find-readable.ts'
import { readDraft } from '../texts/read-draft.ts'
import { refuseAdopted } from '../texts/refuse-adopted.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { stageOf } from '../texts/text-situation.ts'

/** Stands for the id of nothing, where a query is made for its time only. */
const NOTHING = '' as DraftId

export function unitChangeRoutes(deps: TextDeps): Hono {
  const { db, sync, events, oneAtATime } = deps
  const signedIn = requireReader(deps)

  /** A joint draft of the declaration, for whoever reads it; as if it did not exist for all others. */
  async function findJoint(c: Context<ReaderEnv>, id: string): Promise<JointDraft | undefined> {
    const reader = c.get('reader')
    const found = await findReadableDraft(db, reader, id)
    return found && mayReadChanges(reader.mandates, found.situation.text, found.draft) ? found : undefined
  }

  /** The change of the address with its draft, as it stands once what a crash cut off is completed. */
  async function findChange(
    c: Context<ReaderEnv>,
  ): Promise<(JointDraft & { readonly change: UnitChange }) | Refusal> {
    const id = c.req.param('id') as UnitChangeId
    const known = await findUnitChange(db, id)
    const joint = await findJoint(c, known?.draft ?? NOTHING)
    if (!known || !joint) return { refusal: 'not-found' }
    const text = await readDraft(sync, joint.draft.id)
    if (isRefusal(text)) return text
    const settled = await settleUnitChanges(deps, joint, text)
    return { ...joint, change: settled ? (await findUnitChange(db, id))! : known }
  }

  const inTurn = <T>(draft: string, work: () => Promise<T>) => oneAtATime(`changes ${draft}`, work)

  /** As `findChange`, in turn with all that concerns the changes of its draft. */
  async function withChange(
    c: Context<ReaderEnv>,
    work: (found: JointDraft & { readonly change: UnitChange }) => Promise<Response>,
  ): Promise<Response> {
    const draft = (await findUnitChange(db, c.req.param('id') as UnitChangeId))?.draft ?? NOTHING
    return inTurn(draft, async () => {
      const found = await findChange(c)
      return isRefusal(found) ? refuse(c, found.refusal) : work(found)
    })
  }

  const facts = (c: Context<ReaderEnv>, { draft, situation }: JointDraft) =>
    [c.get('reader').mandates, situation.text, draft, stageOf(situation, draft)] as const

  /** Why somebody who reads the draft may not do it now: the draft has ended, or the right is missing. */
  const refusalFor = ({ draft, situation }: JointDraft) =>
    refuseAdopted(situation.text)?.refusal ?? (draft.closedAt === null ? 'not-allowed' : 'draft-closed')

  return new Hono()
    .get('/api/drafts/:id/changes', signedIn, async c => {
      const joint = await findJoint(c, c.req.param('id'))
      if (!joint) return refuse(c, 'not-found')
      const { draft, situation } = joint
      const text = await readDraft(sync, draft.id)
      if (isRefusal(text)) return refuse(c, text.refusal)
      if (await inTurn(draft.id, () => settleUnitChanges(deps, joint, text)))
        events.publish({ topic: 'agreement', subject: situation.text.id }, 'joint')
      const [changes, answers] = [await unitChangesOf(db, draft.id), await unitChangeAnswersOf(db, draft.id)]
      const known = { changes, answers, pairs: await pairHashes(text) }
      return respond<'GET /api/drafts/:id/changes'>(
        c,
        unitChangesView(joint, c.get('reader').mandates, known),
      )
    })
    .post('/api/drafts/:id/changes', signedIn, body(unitChangeBody), async c =>
      inTurn(c.req.param('id'), async () => {
        const joint = await findJoint(c, c.req.param('id'))
        if (!joint) return refuse(c, 'not-found')
        const asked = c.req.valid('json')
        const { mandates } = c.get('reader')
        const by = askingMandate(mandates, askingSides(...facts(c, joint)), asked.askedBy)
        if (!by) return refuse(c, refusalFor(joint))
        const change = await askForUnitChange(deps, joint, by, requested(asked))
        if (isRefusal(change)) return refuse(c, change.refusal, change.detail)
        return respond<'POST /api/drafts/:id/changes'>(c, { change })
      }),
    )
    .post('/api/changes/:id/consents', signedIn, body(changeConsentBody), async c =>
      withChange(c, async found => {
        const by = answeringMandate(c.get('reader').mandates, answeringSide(...facts(c, found)))
        if (!by) return refuse(c, refusalFor(found))
        const { afterPair } = c.req.valid('json')
        const given = await consentToUnitChange(deps, found, by, found.change, afterPair)
        if (isRefusal(given)) return refuse(c, given.refusal)
        return respond<'POST /api/changes/:id/consents'>(c, given)
      }),
    )
    .post('/api/changes/:id/refusal', signedIn, body(changeRefusalBody), async c =>
      withChange(c, async found => {
        const by = answeringMandate(c.get('reader').mandates, answeringSide(...facts(c, found)))
        if (!by) return refuse(c, refusalFor(found))
        const refused = await declineUnitChange(deps, found, by, found.change, c.req.valid('json').reason)
        if (refused) return refuse(c, refused.refusal)
        return respond<'POST /api/changes/:id/refusal'>(c, { ok: true })
      }),
    )
    .post('/api/changes/:id/withdrawal', signedIn, async c =>
      withChange(c, async found => {
        const { mandates } = c.get('reader')
        const sides = askingSides(...facts(c, found))
        const asked = found.situation.mandates.get(found.change.by)?.side ?? null
        const by = mayWithdrawChange(sides, asked) ? askingMandate(mandates, sides, asked) : undefined
        if (!by) return refuse(c, refusalFor(found))
        const refused = await withdrawUnitChange(deps, found, by, found.change)
        if (refused) return refuse(c, refused.refusal)
        return respond<'POST /api/changes/:id/withdrawal'>(c, { ok: true })
      }),
    )
}

/** Ids are opaque: whether they name anything is for the text to say. */
function requested(asked: ReturnType<typeof unitChangeBody.parse>): ChangeRequest {
  const { unit, words, blocks, ...rest } = asked
  if (!blocks) return { ...rest, unit: unit as UnitId, to: { words: words! } }
  const exact = (language: 'fr' | 'ja') =>
    blocks[language].map(block => ({
      ...block,
      id: block.id as BlockId,
      content: block.content.map(inline =>
        inline.type === 'fact'
          ? { ...inline, fact: inline.fact as FactId }
          : inline.type === 'text'
            ? { type: 'text' as const, text: inline.text, ...(inline.marks ? { marks: inline.marks } : {}) }
            : inline,
      ),
    }))
  return { ...rest, unit: unit as UnitId, to: { blocks: { fr: exact('fr'), ja: exact('ja') } } }
}
