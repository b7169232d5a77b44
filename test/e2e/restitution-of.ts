import type { Page } from '@playwright/test'
import type { VersionView } from '../../shared/protocol/views.ts'
import type { WorkshopsView } from '../../shared/protocol/workshop-views.ts'

/** The restitution of the first workshop that the demonstration has, as the person of `page` sees it. */
export async function restitutionOf(page: Page): Promise<VersionView> {
  const { workshops } = (await (await page.request.get('/api/workshops')).json()) as WorkshopsView
  const last = workshops[0]?.texts.find(({ text }) => text.kind === 'restitution')?.last
  if (!last) throw new Error('the demonstration has no restitution')
  return last
}
