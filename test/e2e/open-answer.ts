import { expect, type Page } from '@playwright/test'
import { declarationOf } from './declaration-of.ts'

/** The comparison of V1 with its answer, shown as the rest of the address says (`&view=table`). */
export async function openAnswer(page: Page, shown = ''): Promise<void> {
  const { versions } = await declarationOf(page)
  const [, v1, answer] = versions
  await page.goto(`/compare?from=version:${v1!.id}&to=version:${answer!.id}${shown}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('V1 → V1-FRA')
  await expect(page.locator('[data-change]').first()).toBeVisible()
}
