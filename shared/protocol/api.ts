/**
 * The HTTP interface, as one table of types that both ends are checked against: the server answers
 * with `respond<'GET /api/…'>`, the client asks with `call('GET /api/…')`. Refusals have `RefusalBody`.
 */
import type { z } from 'zod'
import type { IssuedText } from '../issue/issued-text.ts'
import type { RecordFile } from '../model/act-chain.ts'
import type { Edition, Fact, Stage, Workshop } from '../model/edition.ts'
import type { UnitChangeId, VersionId } from '../model/ids.ts'
import type { Participation, SpeechSettings } from '../model/workshop.ts'
import type * as adoptionViews from './adoption-views.ts'
import type * as agreementViews from './agreement-views.ts'
import type * as bodies from './bodies.ts'
import type * as bracketViews from './bracket-views.ts'
import type * as changeViews from './change-views.ts'
import type * as convergenceViews from './convergence-views.ts'
import type { DigestView } from './digest-views.ts'
import type * as factViews from './fact-views.ts'
import type * as integrationViews from './integration-views.ts'
import type * as newsViews from './news-views.ts'
import type * as presenceViews from './presence-views.ts'
import type * as roundViews from './round-views.ts'
import type * as threadViews from './thread-views.ts'
import type * as views from './views.ts'
import type * as workshopViews from './workshop-views.ts'

type Body<Schema extends z.ZodType> = z.input<Schema>
type Done = { readonly ok: true }

export type Api = {
  'GET /api/welcome': { response: views.WelcomeView }
  'POST /api/setup': { body: Body<typeof bodies.setUpBody>; response: views.SessionView }
  'POST /api/sign-in': { body: Body<typeof bodies.signInBody>; response: views.SessionView }
  'POST /api/demonstration/sign-in': {
    body: Body<typeof bodies.demonstrationSignInBody>
    response: views.SessionView
  }
  'POST /api/sign-out': { response: Done }
  /** The token travels in the body, never in an address that logs or referrers could keep. */
  'POST /api/links/look': { body: { token: string }; response: views.LinkView }
  'POST /api/links/redeem': { body: Body<typeof bodies.redeemLinkBody>; response: views.SessionView }
  'GET /api/session': { response: views.SessionView }
  'PUT /api/profile': { body: Body<typeof bodies.profileBody>; response: views.SessionView }
  /** Takes effect at once, on everything of theirs that is open. */
  'PUT /api/profile/presence': { body: Body<typeof bodies.showsPresenceBody>; response: views.SessionView }
  'GET /api/presence': { response: presenceViews.PresenceView }
  /** Where the page that is in front is; as not found for a place that one may not read. */
  'PUT /api/presence': { body: Body<typeof bodies.whereaboutsBody>; response: Done }
  /** Every other session of the person ends. */
  'PUT /api/password': { body: Body<typeof bodies.passwordBody>; response: Done }
  'GET /api/digest': { response: DigestView }
  /** Another address counts once it is confirmed by the link sent to it. */
  'PUT /api/digest': { body: Body<typeof bodies.digestBody>; response: DigestView }
  /** Sends the link again. */
  'POST /api/digest/confirmation-mail': { response: DigestView }
  /** By the person whose address it is, signed in. */
  'POST /api/digest/confirm': { body: Body<typeof bodies.digestTokenBody>; response: DigestView }
  /** By whoever holds a mail's link. */
  'POST /api/digest/end': { body: Body<typeof bodies.digestTokenBody>; response: Done }
  'GET /api/desk': { response: views.DeskView }
  'POST /api/desk/visit': { response: Done }
  /** Query: since, an instant; without it, what happened since one's last visit to the first page. */
  'GET /api/news': { response: newsViews.NewsView }
  'GET /api/awaiting': { response: readonly newsViews.AwaitingView[] }
  'GET /api/edition': { response: views.EditionView }
  'PUT /api/edition': { body: Body<typeof bodies.newEdition>; response: Edition }
  'GET /api/people': { response: views.PeopleView }
  'POST /api/invitations': {
    body: Body<typeof bodies.invitationBody>
    response: { readonly invitation: views.InvitationView; readonly link: string }
  }
  'DELETE /api/invitations/:id': { response: Done }
  'POST /api/people/:id/sign-in-link': { response: { readonly link: string; readonly expiresAt: string } }
  'POST /api/mandates/:id/end': { response: Done }
  'POST /api/stages': { body: Body<typeof bodies.stageBody>; response: Stage }
  'PUT /api/stages/:id': { body: Body<typeof bodies.stageBody>; response: Stage }
  'DELETE /api/stages/:id': { response: Done }
  'PUT /api/stages': { body: Body<typeof bodies.stageOrderBody>; response: Done }
  /** Makes a stage the current one by hand (the organiser's correction). */
  'POST /api/stages/:id/open': { response: Stage }
  /** The facts with where each is used, as far as the reader may know, and what was changed of it. */
  'GET /api/facts': { response: factViews.FactsView }
  'POST /api/facts': { body: Body<typeof bodies.newFactBody>; response: Fact }
  'PUT /api/facts/:id': { body: Body<typeof bodies.factBody>; response: Fact }
  /** Offered no longer, or again. Refused while a version, or a draft that one may read, uses it. */
  'PUT /api/facts/:id/withdrawal': { body: Body<typeof bodies.factWithdrawalBody>; response: Fact }
  'GET /api/acts': { response: readonly views.ActView[] }
  /** The adopted text as it is issued; not found while it is not adopted. */
  'GET /api/texts/:id/issued': { response: views.IssuedView }
  'POST /api/texts/:id/publication': { response: Done }
  'POST /api/texts/:id/publication/end': { response: Done }
  /** For anybody, without a session, once the organiser has opened the text. */
  'GET /api/published/:id': { response: IssuedText }
  /** The log of acts, as far as the reader may see it, whole and in chains that can be checked. */
  'GET /api/record': { response: RecordFile }
  /** The same to take away, which is an act itself. */
  'POST /api/record/exports': { body: Body<typeof bodies.recordExportBody>; response: RecordFile }
  'GET /api/texts/:id': { response: views.TextView }
  /** Begins the draft of the current stage if there is none; otherwise returns it. */
  'POST /api/texts/:id/draft': { response: views.DraftView }
  'GET /api/drafts/:id': { response: views.DraftView }
  'GET /api/drafts/:id/preview': { response: views.TransmissionPreview }
  'POST /api/drafts/:id/transmission': {
    body: Body<typeof bodies.transmissionBody>
    response: views.VersionView
  }
  /** Null when there is no answer to decide on. */
  'GET /api/drafts/:id/amendments': { response: views.AmendmentsView | null }
  'POST /api/drafts/:id/decisions': { body: Body<typeof bodies.decisionsBody>; response: views.DecisionsMade }
  'POST /api/drafts/:id/decisions/withdrawal': {
    body: Body<typeof bodies.withdrawalBody>
    response: views.DecisionsMade
  }
  /** Comparisons one click away. */
  'GET /api/texts/:id/standing': { response: readonly views.StandingComparison[] }
  /** That one has seen the text: at it, a draft, a version or a comparison of it. */
  'POST /api/texts/:id/visit': { response: Done }
  'GET /api/drafts/:id/history': { response: views.HistoryView }
  /** Query: at, the instant that names the state. */
  'GET /api/drafts/:id/state': { response: views.DraftStateView }
  'POST /api/drafts/:id/restoration': {
    body: Body<typeof bodies.restorationBody>
    response: views.RestorationView
  }
  'GET /api/versions/:id': { response: views.VersionTextView }
  /** Null when the version follows no answer that one may read. */
  'GET /api/versions/:id/fates': { response: views.FatesView | null }
  'POST /api/versions/:id/receipt': { response: views.VersionView }
  'POST /api/versions/:id/opening': { response: views.VersionView }
  /** Query: from, to (ComparisonRef). */
  'GET /api/comparisons': { response: views.ComparisonView }
  /** Ticks changes as seen by the person who asks, or unticks them. Any fingerprint is taken. */
  'PUT /api/texts/:id/seen': { body: Body<typeof bodies.seenBody>; response: Done }
  /** Nothing of the file is kept. */
  'POST /api/texts/:id/file-comparison': {
    body: Body<typeof bodies.fileComparisonBody>
    response: views.FileComparisonView
  }
  /** Query: place, the draft or version at which the threads are shown; see `Place`. */
  'GET /api/texts/:id/threads': { response: threadViews.ThreadsView }
  'POST /api/texts/:id/threads': { body: Body<typeof bodies.newThreadBody>; response: threadViews.ThreadView }
  /** Query: place, as above. */
  'GET /api/texts/:id/brackets': { response: bracketViews.BracketsView }
  /** By those who write the draft; takes the place of what the draft said of the bracket before. */
  'POST /api/texts/:id/brackets': { body: Body<typeof bodies.bracketRecordBody>; response: Done }
  'POST /api/texts/:id/brackets/threads': { body: Body<typeof bodies.bracketThreadBody>; response: Done }
  'POST /api/threads/:id/comments': { body: Body<typeof bodies.newCommentBody>; response: Done }
  'PUT /api/comments/:id': { body: Body<typeof bodies.newCommentBody>; response: Done }
  'DELETE /api/comments/:id': { response: Done }
  'PUT /api/threads/:id/state': { body: Body<typeof bodies.threadStateBody>; response: Done }
  'PUT /api/threads/:id/assignee': { body: Body<typeof bodies.assigneeBody>; response: Done }
  /** That one has read it up to now. */
  'POST /api/threads/:id/read': { response: Done }
  /** Threads that the writer may not read are passed over. */
  'PUT /api/drafts/:id/anchors': { body: Body<typeof bodies.anchorsBody>; response: Done }
  'GET /api/workshops': { response: workshopViews.WorkshopsView }
  /** Gets the next number, and its texts. */
  'POST /api/workshops': { body: Body<typeof bodies.workshopBody>; response: Workshop }
  'PUT /api/workshops/:id': { body: Body<typeof bodies.workshopBody>; response: Workshop }
  'DELETE /api/workshops/:id': { response: Done }
  /** Numbers them anew, from 1. */
  'PUT /api/workshops': { body: Body<typeof bodies.workshopOrderBody>; response: Done }
  'PUT /api/speech': { body: Body<typeof bodies.speechBody>; response: SpeechSettings }
  'POST /api/participations': { body: Body<typeof bodies.participationBody>; response: Participation }
  'PUT /api/participations/:id': { body: Body<typeof bodies.participationBody>; response: Participation }
  'DELETE /api/participations/:id': { response: Done }
  /** All of them or none; a refusal names the row, from 0. */
  'POST /api/participations/import': {
    body: Body<typeof bodies.participationsBody>
    response: readonly Participation[]
  }
  'GET /api/drafts/:id/submission': { response: workshopViews.SubmissionPreview }
  'POST /api/drafts/:id/submission': { body: Body<typeof bodies.submissionBody>; response: views.VersionView }
  /** What waits to be said in the other language, in reading order; for whoever may read the text's draft. */
  'GET /api/texts/:id/translations': { response: readonly workshopViews.TranslationView[] }
  /** Asks for units, or takes them off; without units every one that says nothing in the language. */
  'PUT /api/texts/:id/translations': {
    body: Body<typeof bodies.translationsBody>
    response: readonly workshopViews.TranslationView[]
  }
  /** Of the last version that was submitted. */
  'POST /api/versions/:id/review': {
    body: Body<typeof bodies.submissionReviewBody>
    response: workshopViews.WorkshopTextView
  }
  /** From accepted summaries into the declaration: what may be taken over, and where to. */
  'GET /api/texts/:id/integration': { response: integrationViews.IntegrationView }
  /** In a joint stage proposals are made of it; in one's own it is written into one's draft. */
  'POST /api/texts/:id/integration': {
    body: Body<typeof bodies.integrationBody>
    response: integrationViews.IntegrationMade
  }
  /** Amendments from workshops, which both sides decide. */
  'GET /api/texts/:id/proposals': { response: integrationViews.ProposalsView }
  'POST /api/proposals/:id/decision': {
    body: Body<typeof bodies.proposalDecisionBody>
    response: integrationViews.ProposalDecided
  }
  'POST /api/proposals/:id/decision/withdrawal': { response: integrationViews.ProposalDecided }
  /** Asks for a modification: both sides decide anew. */
  'PUT /api/proposals/:id/words': { body: Body<typeof bodies.proposalWordsBody>; response: Done }
  'DELETE /api/proposals/:id': { response: Done }
  /** Query: place, `draft:<id>` or `version:<id>` of the text. */
  'GET /api/texts/:id/provenance': { response: integrationViews.ProvenancesView }
  /** Takes over what the source says since: a proposal in a joint stage, an edit in one's own. */
  'POST /api/provenances/:id/update': {
    body: Body<typeof bodies.sourceUpdateBody>
    response: integrationViews.IntegrationMade
  }
  'POST /api/provenances/:id/dismissal': { body: Body<typeof bodies.dismissalBody>; response: Done }
  'GET /api/coverage': { response: integrationViews.CoverageView }
  /** Of a unit of a summary (the text of the address), by hand. */
  'PUT /api/texts/:id/coverage': { body: Body<typeof bodies.coverageBody>; response: Done }
  'POST /api/texts/:id/coverage/signature': {
    body: Body<typeof bodies.coverageSignatureBody>
    response: Done
  }
  /**
   * The amendments and threads of the round whose answer it is. Query: internal=own, for those of one's own side too.
   * Null when it answers nothing that one may read.
   */
  'GET /api/versions/:id/round': { response: roundViews.RoundView | null }
  /**
   * Query: place, the version or draft as which the text is read; see `Place`. since, the id of an earlier version with
   * which a chair wants it compared (`AgreementView.unchanged`).
   */
  'GET /api/texts/:id/convergence': { response: convergenceViews.ConvergenceView }
  'GET /api/texts/:id/agreement': { response: agreementViews.AgreementView }
  /** All of them or none: a unit that reads otherwise than it was seen, or was declared, refuses the whole. */
  'POST /api/texts/:id/consents': { body: Body<typeof bodies.consentsBody>; response: Done }
  'POST /api/texts/:id/consents/withdrawal': {
    body: Body<typeof bodies.consentWithdrawalBody>
    response: Done
  }
  'POST /api/texts/:id/reopenings': { body: Body<typeof bodies.reopeningBody>; response: Done }
  /** How far the text is from its adoption, or how it was adopted. */
  'GET /api/texts/:id/adoption': { response: adoptionViews.AdoptionView }
  /** For one's side, on the text as it stands; `adopted` is the version that the second seal makes. */
  'POST /api/texts/:id/seals': {
    body: Body<typeof bodies.sealBody>
    response: { readonly adopted: VersionId | null }
  }
  /** Until both stand. */
  'POST /api/texts/:id/seals/withdrawal': { response: Done }
  /** By number; none of a version that is not the adopted text. */
  'GET /api/versions/:id/corrigenda': { response: readonly adoptionViews.CorrigendumView[] }
  /** Asks for one: it gets its number when the other side's chair consents. */
  'POST /api/texts/:id/corrigenda': { body: Body<typeof bodies.corrigendumBody>; response: Done }
  /** By the other side's chair, once; `number` of the corrigendum that its consent makes. */
  'POST /api/corrigenda/:id/answer': {
    body: Body<typeof bodies.corrigendumAnswerBody>
    response: { readonly number: number | null }
  }
  'DELETE /api/corrigenda/:id': { response: Done }
  /** [S2] Changes of units of a joint draft, asked for by one side and made once the chairs of both consent. */
  'GET /api/drafts/:id/changes': { response: changeViews.UnitChangesView }
  'POST /api/drafts/:id/changes': {
    body: Body<typeof bodies.unitChangeBody>
    response: { readonly change: UnitChangeId }
  }
  /** The second consent makes the change. Repeated, it completes what a crash cut off. */
  'POST /api/changes/:id/consents': {
    body: Body<typeof bodies.changeConsentBody>
    response: changeViews.ConsentGiven
  }
  'POST /api/changes/:id/refusal': { body: Body<typeof bodies.changeRefusalBody>; response: Done }
  'POST /api/changes/:id/withdrawal': { response: Done }
  'POST /api/texts/:id/alignment': {
    body: Body<typeof bodies.importSourceBody>
    response: views.AlignmentView
  }
  'POST /api/texts/:id/import': { body: Body<typeof bodies.importBody>; response: views.VersionView }
}
/**
 * Besides: `GET /api/events` (server-sent `LiveEvent`s), `GET /api/versions/:id/canonical` (the canonical form as a
 * file), `GET /api/versions/:id/decisions` (the decisions that left with it, likewise), `GET
 * /api/versions/:id/corrigenda/:number` (the canonical form of a corrigendum, likewise), `GET` and `POST
 * /api/digest/end/:token` (a mail client's own button, RFC 8058).
 */

export type Route = keyof Api
export type BodyOf<R extends Route> = Api[R] extends { body: infer B } ? B : undefined
export type ResponseOf<R extends Route> = Api[R]['response']
