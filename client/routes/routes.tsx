/** Every address of the application, each page loaded when it is first visited. */
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import { Outlet } from 'react-router'
import { CrashPage } from './crash-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { SignedIn } from './signed-in.tsx'

export const routes: RouteObject[] = [
  {
    element: <Outlet />,
    errorElement: <CrashPage />,
    children: [
      { path: '/setup', lazy: () => page(import('../features/setup/setup-page.tsx'), m => m.SetupPage) },
      { path: '/join', lazy: () => page(import('../features/join/join-page.tsx'), m => m.JoinPage) },
      {
        element: <SignedIn />,
        children: [
          {
            errorElement: <CrashPage />,
            children: [
              { path: '/', lazy: () => page(import('../features/dashboard/desk-page.tsx'), m => m.DeskPage) },
              {
                path: '/sign-in',
                lazy: () => page(import('../features/dashboard/desk-page.tsx'), m => m.DeskPage),
              },
              { path: '/plan', lazy: () => page(import('../features/plan/plan-page.tsx'), m => m.PlanPage) },
              {
                path: '/people',
                lazy: () => page(import('../features/people/people-page.tsx'), m => m.PeoplePage),
              },
              {
                path: '/facts',
                lazy: () => page(import('../features/facts/facts-page.tsx'), m => m.FactsPage),
              },
              {
                path: '/profile',
                lazy: () => page(import('../features/profile/profile-page.tsx'), m => m.ProfilePage),
              },
              {
                path: '/texts/:id',
                lazy: () => page(import('../features/texts/text-page.tsx'), m => m.TextPage),
              },
              {
                path: '/texts/:id/import',
                lazy: () => page(import('../features/import/import-page.tsx'), m => m.ImportPage),
              },
              {
                path: '/versions/:id',
                lazy: () => page(import('../features/versions/version-page.tsx'), m => m.VersionPage),
              },
              {
                path: '/drafts/:id/transmit',
                lazy: () =>
                  page(import('../features/transmission/transmission-page.tsx'), m => m.TransmissionPage),
              },
              {
                path: '/compare',
                lazy: () => page(import('../features/compare/comparison-page.tsx'), m => m.ComparisonPage),
              },
              { path: '*', element: <NotFoundPage /> },
            ],
          },
        ],
      },
    ],
  },
]

/** The page a module exports, as react-router wants it. */
async function page<Module>(
  module: Promise<Module>,
  pick: (module: Module) => ComponentType,
): Promise<{ Component: ComponentType }> {
  return { Component: pick(await module) }
}
