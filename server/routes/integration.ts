/** [W3] From accepted summaries into the declaration: what is proposed, placed, decided, and where words come from. */
import { type Context, Hono } from 'hono'
import type { ProposalId, ProvenanceId, UnitId, VersionId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { Proposal } from '../../shared/model/proposal.ts'
import { readPlace } from '../../shared/model/thread.ts'
import {
  dismissalBody,
  integrationBody,
  proposalDecisionBody,
  proposalWordsBody,
  sourceUpdateBody,
} from '../../shared/protocol/bodies.ts'
import { type ReaderEnv, requireReader } from '../http/reader.ts'
import { body, isRefusal, type Refusal, refuse, respond } from '../http/respond.ts'
import { type DecidingFor, decideProposal, withdrawDecision } from '../integration/decide-proposals.ts'
import { type Integration, readIntegration } from '../integration/integration-facts.ts'
import { rewordProposal } from '../integration/reword-proposal.ts'
import { dismissChange, takeOverChange } from '../integration/source-updates.ts'
import { takeOver } from '../integration/take-over.ts'
import type { Place } from '../integration/viewpoint.ts'
import { decidingMandate, mayReadProposals, mayReadProvenance } from '../policies/integration-policies.ts'
import { integrationView, proposalsView, provenancesView } from '../presenters/integration-view.ts'
import { withdrawProposal } from '../store/proposals.ts'
import { readDraft } from '../texts/read-draft.ts'
import { refuseAdopted } from '../texts/refuse-adopted.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { draftsFor, versionsFor } from '../texts/text-situation.ts'

type Deciding = {
  readonly integration: Integration
  readonly mandates: readonly Mandate[]
  readonly proposal: Proposal
  readonly by: DecidingFor
}

export function integrationRoutes(deps: TextDeps): Hono {
  const { db, clock, events, oneAtATime } = deps
  const signedIn = requireReader(deps)

  /** The declaration with all that concerns it, for one who may know of where its words come from. */
  async function findIntegration(c: Context<ReaderEnv>) {
    const { mandates, edition } = c.get('reader')
    if (!mayReadProvenance(mandates)) return undefined
    const integration = await readIntegration(db, edition)
    return integration && { integration, mandates }
  }

  /** As `findIntegration`, when it is the text of the address. */
  async function findText(c: Context<ReaderEnv>) {
    const found = await findIntegration(c)
    return found?.integration.declaration.text.id === c.req.param('id') ? found : undefined
  }

  async function findProposal(c: Context<ReaderEnv>) {
    const id = c.req.param('id') as ProposalId
    const found = await findIntegration(c)
    if (!found || !mayReadProposals(found.mandates, found.integration.declaration.text)) return undefined
    const proposal = found.integration.proposals.find(each => each.id === id)
    return proposal && { ...found, proposal }
  }

  /** As `findProposal`, with the mandate that decides. */
  async function findDeciding(c: Context<ReaderEnv>): Promise<Deciding | Refusal> {
    const found = await findProposal(c)
    if (!found) return { refusal: 'not-found' }
    const { declaration } = found.integration
    const adopted = refuseAdopted(declaration.text)
    if (adopted) return adopted
    const by = decidingMandate(found.mandates, declaration.text, declaration.current)
    return by ? { ...found, by } : { refusal: 'not-allowed' }
  }

  const inTurn = <T>(c: Context<ReaderEnv>, work: () => Promise<T>) =>
    oneAtATime(`integrate ${c.get('reader').edition.id}`, work)

  return new Hono()
    .get('/api/texts/:id/integration', signedIn, async c => {
      const found = await findText(c)
      if (!found) return refuse(c, 'not-found')
      const view = await integrationView(deps, found.integration, found.mandates)
      if (isRefusal(view)) return refuse(c, view.refusal, view.detail)
      return respond<'GET /api/texts/:id/integration'>(c, view)
    })
    .post('/api/texts/:id/integration', signedIn, body(integrationBody), async c =>
      inTurn(c, async () => {
        const found = await findText(c)
        if (!found) return refuse(c, 'not-found')
        const { version, units, together, after } = c.req.valid('json')
        const made = await takeOver(deps, found.integration, found.mandates, {
          version: version as VersionId,
          units: units as UnitId[],
          together,
          after: after as UnitId | null,
        })
        if (isRefusal(made)) return refuse(c, made.refusal, made.detail)
        return respond<'POST /api/texts/:id/integration'>(c, made)
      }),
    )
    .get('/api/texts/:id/proposals', signedIn, async c => {
      const found = await findText(c)
      if (!found || !mayReadProposals(found.mandates, found.integration.declaration.text))
        return refuse(c, 'not-found')
      const view = await proposalsView(deps, found.integration, found.mandates)
      if (isRefusal(view)) return refuse(c, view.refusal, view.detail)
      return respond<'GET /api/texts/:id/proposals'>(c, view)
    })
    .post('/api/proposals/:id/decision', signedIn, body(proposalDecisionBody), async c =>
      inTurn(c, async () => {
        const found = await findDeciding(c)
        if (isRefusal(found)) return refuse(c, found.refusal)
        const { integration, mandates, by, proposal } = found
        const made = await decideProposal(deps, integration, mandates, by, proposal, c.req.valid('json'))
        if (isRefusal(made)) return refuse(c, made.refusal, made.detail)
        return respond<'POST /api/proposals/:id/decision'>(c, made)
      }),
    )
    .post('/api/proposals/:id/decision/withdrawal', signedIn, async c =>
      inTurn(c, async () => {
        const found = await findDeciding(c)
        if (isRefusal(found)) return refuse(c, found.refusal)
        const { integration, mandates, by, proposal } = found
        const made = await withdrawDecision(deps, integration, mandates, by, proposal)
        if (isRefusal(made)) return refuse(c, made.refusal, made.detail)
        return respond<'POST /api/proposals/:id/decision/withdrawal'>(c, made)
      }),
    )
    .put('/api/proposals/:id/words', signedIn, body(proposalWordsBody), async c =>
      inTurn(c, async () => {
        const found = await findDeciding(c)
        if (isRefusal(found)) return refuse(c, found.refusal)
        const { integration, mandates, by, proposal } = found
        const refused = await rewordProposal(deps, integration, mandates, by, proposal, c.req.valid('json'))
        if (refused) return refuse(c, refused.refusal, refused.detail)
        return respond<'PUT /api/proposals/:id/words'>(c, { ok: true })
      }),
    )
    .delete('/api/proposals/:id', signedIn, async c =>
      inTurn(c, async () => {
        const found = await findProposal(c)
        if (!found) return refuse(c, 'not-found')
        const view = await proposalsView(deps, found.integration, found.mandates)
        if (isRefusal(view)) return refuse(c, view.refusal)
        const { proposal, integration } = found
        const adopted = refuseAdopted(integration.declaration.text)
        if (adopted) return refuse(c, adopted.refusal)
        const shown = view.proposals.find(({ id }) => id === proposal.id)!
        if (!shown.mayWithdraw) return refuse(c, shown.current ? 'not-allowed' : 'stage-not-current')
        await withdrawProposal(db, proposal.id, clock())
        events.publish({ topic: 'amendments', subject: proposal.text }, 'joint')
        return respond<'DELETE /api/proposals/:id'>(c, { ok: true })
      }),
    )
    .get('/api/texts/:id/provenance', signedIn, async c => {
      const found = await findText(c)
      const place =
        found && (await readPlaceOf(deps, found.integration, found.mandates, c.req.query('place') ?? ''))
      if (!found || !place) return refuse(c, 'not-found')
      if (isRefusal(place)) return refuse(c, place.refusal)
      const view = await provenancesView(found.integration, found.mandates, place)
      return respond<'GET /api/texts/:id/provenance'>(c, view)
    })
    .post('/api/provenances/:id/update', signedIn, body(sourceUpdateBody), async c =>
      inTurn(c, async () => {
        const id = c.req.param('id') as ProvenanceId
        const found = await findIntegration(c)
        if (!found) return refuse(c, 'not-found')
        const made = await takeOverChange(
          deps,
          found.integration,
          found.mandates,
          id,
          c.req.valid('json').replace,
        )
        if (isRefusal(made)) return refuse(c, made.refusal, made.detail)
        return respond<'POST /api/provenances/:id/update'>(c, made)
      }),
    )
    .post('/api/provenances/:id/dismissal', signedIn, body(dismissalBody), async c =>
      inTurn(c, async () => {
        const id = c.req.param('id') as ProvenanceId
        const found = await findIntegration(c)
        if (!found) return refuse(c, 'not-found')
        const refused = await dismissChange(deps, found.integration, found.mandates, id, c.req.valid('json'))
        if (refused) return refuse(c, refused.refusal, refused.detail)
        return respond<'POST /api/provenances/:id/dismissal'>(c, { ok: true })
      }),
    )
}

/** A draft or version of the declaration that the reader may read; undefined as for one that does not exist. */
async function readPlaceOf(
  { sync }: Pick<TextDeps, 'sync'>,
  { declaration, textOf }: Integration,
  mandates: readonly Mandate[],
  asked: string,
): Promise<Place | Refusal | undefined> {
  const place = readPlace(asked)
  if (place && 'version' in place) {
    const version = versionsFor(declaration, mandates).find(({ id }) => id === place.version)
    return version && { draft: null, version, text: (await textOf(version.id)).text }
  }
  const draft = draftsFor(declaration, mandates).find(({ id }) => id === place?.draft)
  if (!draft) return undefined
  const text = await readDraft(sync, draft.id)
  return isRefusal(text) ? text : { draft, version: null, text }
}
