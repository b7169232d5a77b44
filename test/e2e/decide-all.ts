import { expect, type Page } from '@playwright/test'
import type { Outcome } from '../../shared/model/amendment.ts'
import type { AmendmentsView } from '../../shared/protocol/views.ts'

/** Decides every amendment of a draft alike, without a page: for stories in which a version leaves. */
export async function decideAll(page: Page, draft: string, outcome: Outcome): Promise<void> {
  const api = `/api/drafts/${draft}`
  const view = (await (await page.request.get(`${api}/amendments`)).json()) as AmendmentsView
  const answer = await page.request.post(`${api}/decisions`, {
    headers: { origin: new URL(page.url()).origin },
    data: {
      amendments: view.amendments.map(({ key }) => key),
      outcome,
      reason: outcome === 'rejected' ? { fr: 'Trop tôt.', ja: '' } : null,
      edited: null,
    },
  })
  expect(answer.status()).toBe(200)
}
