/** The routes about texts. */
import { Hono } from 'hono'
import type { TextDeps } from '../texts/text-deps.ts'
import { adoptionRoutes } from './adoption.ts'
import { agreementRoutes } from './agreement.ts'
import { amendmentRoutes } from './amendments.ts'
import { bracketRoutes } from './brackets.ts'
import { comparisonRoutes } from './comparisons.ts'
import { coverageRoutes } from './coverage.ts'
import { deskRoutes } from './desk.ts'
import { draftRoutes } from './drafts.ts'
import { fateRoutes } from './fates.ts'
import { fileComparisonRoutes } from './file-comparison.ts'
import { historyRoutes } from './history.ts'
import { importRoutes } from './import.ts'
import { integrationRoutes } from './integration.ts'
import { publicationRoutes } from './publications.ts'
import { roundRoutes } from './rounds.ts'
import { seenRoutes } from './seen.ts'
import { standingRoutes } from './standing.ts'
import { submissionRoutes } from './submissions.ts'
import { textRoutes } from './texts.ts'
import { threadRoutes } from './threads.ts'
import { translationRoutes } from './translations.ts'
import { unitChangeRoutes } from './unit-changes.ts'
import { versionRoutes } from './versions.ts'

export function textApi(shared: TextDeps): Hono {
  return new Hono()
    .route('/', textRoutes(shared))
    .route('/', draftRoutes(shared))
    .route('/', amendmentRoutes(shared))
    .route('/', bracketRoutes(shared))
    .route('/', historyRoutes(shared))
    .route('/', standingRoutes(shared))
    .route('/', fileComparisonRoutes(shared))
    .route('/', versionRoutes(shared))
    .route('/', fateRoutes(shared))
    .route('/', comparisonRoutes(shared))
    .route('/', seenRoutes(shared))
    .route('/', submissionRoutes(shared))
    .route('/', publicationRoutes(shared))
    .route('/', translationRoutes(shared))
    .route('/', integrationRoutes(shared))
    .route('/', coverageRoutes(shared))
    .route('/', agreementRoutes(shared))
    .route('/', adoptionRoutes(shared))
    .route('/', unitChangeRoutes(shared))
    .route('/', threadRoutes(shared))
    .route('/', roundRoutes(shared))
    .route('/', importRoutes(shared))
    .route('/', deskRoutes(shared))
}
