/** Every address of the application, each page loaded when it is first visited. */
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { Outlet, ScrollRestoration } from 'react-router'
import { CrashPage } from './crash-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { BARE, SignedIn } from './signed-in.tsx'

/** For everyone who has signed in. The server decides what each of them shows. */
const signedIn: RouteObject[] = [
  at(
    '/',
    () => import('../features/dashboard/desk-page.tsx'),
    m => m.DeskPage,
  ),
  at(
    '/sign-in',
    () => import('../features/dashboard/desk-page.tsx'),
    m => m.DeskPage,
  ),
  at(
    '/plan',
    () => import('../features/plan/plan-page.tsx'),
    m => m.PlanPage,
  ),
  at(
    '/people',
    () => import('../features/people/people-page.tsx'),
    m => m.PeoplePage,
  ),
  at(
    '/facts',
    () => import('../features/facts/facts-page.tsx'),
    m => m.FactsPage,
  ),
  at(
    '/record',
    () => import('../features/record/record-page.tsx'),
    m => m.RecordPage,
  ),
  at(
    '/profile',
    () => import('../features/profile/profile-page.tsx'),
    m => m.ProfilePage,
  ),
  at(
    '/digest/confirm',
    () => import('../features/digest/confirm-page.tsx'),
    m => m.ConfirmPage,
  ),
  at(
    '/texts/:id',
    () => import('../features/texts/text-page.tsx'),
    m => m.TextPage,
  ),
  at(
    '/texts/:id/issued',
    () => import('../features/issued/issued-page.tsx'),
    m => m.IssuedPage,
  ),
  at(
    '/texts/:id/convergence',
    () => import('../features/convergence/convergence-page.tsx'),
    m => m.ConvergencePage,
  ),
  at(
    '/texts/:id/import',
    () => import('../features/import/import-page.tsx'),
    m => m.ImportPage,
  ),
  at(
    '/texts/:id/adoption',
    () => import('../features/adoption/adoption-page.tsx'),
    m => m.AdoptionPage,
  ),
  at(
    '/texts/:id/decisions',
    () => import('../features/decisions/decisions-page.tsx'),
    m => m.DecisionsPage,
  ),
  at(
    '/texts/:id/brackets',
    () => import('../features/brackets/brackets-page.tsx'),
    m => m.BracketsPage,
  ),
  at(
    '/texts/:id/compare-file',
    () => import('../features/compare-file/file-comparison-page.tsx'),
    m => m.FileComparisonPage,
  ),
  at(
    '/drafts/:id',
    () => import('../features/drafts/draft-page.tsx'),
    m => m.DraftPage,
  ),
  at(
    '/drafts/:id/transmit',
    () => import('../features/transmission/transmission-page.tsx'),
    m => m.TransmissionPage,
  ),
  at(
    '/drafts/:id/submit',
    () => import('../features/workshop-texts/submission-page.tsx'),
    m => m.SubmissionPage,
  ),
  at(
    '/drafts/:id/history',
    () => import('../features/history/history-page.tsx'),
    m => m.HistoryPage,
  ),
  at(
    '/versions/:id',
    () => import('../features/versions/version-page.tsx'),
    m => m.VersionPage,
  ),
  bare(
    at(
      '/versions/:id/speak',
      () => import('../features/speak/speak-page.tsx'),
      m => m.SpeakPage,
    ),
  ),
  bare(
    at(
      '/texts/:id/adoption-day',
      () => import('../features/adoption-day/adoption-day-page.tsx'),
      m => m.AdoptionDayPage,
    ),
  ),
  at(
    '/versions/:id/reading-copy',
    () => import('../features/speak/reading-copy-page.tsx'),
    m => m.ReadingCopyPage,
  ),
  at(
    '/versions/:id/fates',
    () => import('../features/fates/fates-page.tsx'),
    m => m.FatesPage,
  ),
  at(
    '/compare',
    () => import('../features/compare/comparison-page.tsx'),
    m => m.ComparisonPage,
  ),
  at(
    '/compare/columns',
    () => import('../features/compare/columns/columns-page.tsx'),
    m => m.ColumnsPage,
  ),
  at(
    '/texts/:id/integrate',
    () => import('../features/integration/integrate-page.tsx'),
    m => m.IntegratePage,
  ),
  at(
    '/texts/:id/proposals',
    () => import('../features/integration/proposals-page.tsx'),
    m => m.ProposalsPage,
  ),
  at(
    '/workshops/coverage',
    () => import('../features/coverage/coverage-page.tsx'),
    m => m.CoveragePage,
  ),
  at(
    '/workshops',
    () => import('../features/workshops/workshops-page.tsx'),
    m => m.WorkshopsPage,
  ),
  at(
    '/workshops/participations',
    () => import('../features/workshops/participations-page.tsx'),
    m => m.ParticipationsPage,
  ),
  at(
    '/workshops/participations/import',
    () => import('../features/workshops/import/participation-import-page.tsx'),
    m => m.ParticipationImportPage,
  ),
  at(
    '/workshops/progress',
    () => import('../features/workshops/progress/progress-page.tsx'),
    m => m.ProgressPage,
  ),
  at(
    '/workshops/:id',
    () => import('../features/workshop-texts/workshop-page.tsx'),
    m => m.WorkshopPage,
  ),
  { path: '*', element: <NotFoundPage /> },
]

export const routes: RouteObject[] = [
  {
    element: (
      <>
        <Outlet />
        <ScrollRestoration />
      </>
    ),
    errorElement: <CrashPage />,
    // Nothing for the instant in which the first page's code arrives.
    hydrateFallbackElement: <></>,
    children: [
      at(
        '/setup',
        () => import('../features/setup/setup-page.tsx'),
        m => m.SetupPage,
      ),
      at(
        '/join',
        () => import('../features/join/join-page.tsx'),
        m => m.JoinPage,
      ),
      at(
        '/published/:id',
        () => import('../features/issued/published-page.tsx'),
        m => m.PublishedPage,
      ),
      at(
        '/digest/end',
        () => import('../features/digest/end-page.tsx'),
        m => m.EndPage,
      ),
      { element: <SignedIn />, children: [{ errorElement: <CrashPage />, children: signedIn }] },
    ],
  },
]

/** The page that the module at an address exports. */
function at<Module>(
  path: string,
  load: () => Promise<Module>,
  pick: (module: Module) => ComponentType,
): RouteObject {
  return { path, lazy: async () => ({ Component: pick(await load()) }) }
}

/** A page that has the whole window, without the frame. */
function bare(route: RouteObject): RouteObject {
  return { ...route, handle: BARE }
}
