import type { Page } from '@playwright/test'
import type { DeskView, TextView } from '../../shared/protocol/views.ts'

/** The declaration as the person of `page` may see it: its versions, and the draft of their circle. */
export async function declarationOf(page: Page): Promise<TextView> {
  const desk = (await (await page.request.get('/api/desk')).json()) as DeskView
  const view = desk.texts.find(({ text }) => text.kind === 'declaration')
  if (!view) throw new Error('this person sees no declaration')
  return view
}
