/** The pages of texts, for every eye, ear and hand. */
import type { Page } from '@playwright/test'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'

/** Every page of the declaration that a chair of the Japanese side may open, as it stands in the demonstration. */
async function pagesOf(page: Page): Promise<string[]> {
  const { text, draft, versions } = await declarationOf(page)
  const [first, second] = versions
  return [
    `/texts/${text.id}`,
    `/versions/${versions.at(-1)!.id}`,
    `/drafts/${draft!.id}/transmit`,
    `/compare?from=version:${first!.id}&to=version:${second!.id}&view=columns`,
    `/compare?from=version:${second!.id}&to=draft:${draft!.id}`,
  ]
}

for (const [language, colorScheme] of [
  ['fr', 'light'],
  ['ja', 'dark'],
] as const)
  test(`[D2] the pages of a text have no fault that axe can find (${language}, ${colorScheme})`, async ({
    actors,
  }) => {
    const page = await actors.enter('chair', 'jap', { language, context: { colorScheme, bypassCSP: true } })
    for (const path of await pagesOf(page)) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await accessibilityFaults(page), path).toEqual([])
    }
  })

for (const language of ['fr', 'ja', 'en'] as const)
  test(`[U7] at 390 pixels nothing stands beside the pages of a text (${language})`, async ({ actors }) => {
    const page = await actors.enter('chair', 'jap', {
      language,
      context: { viewport: { width: 390, height: 844 } },
    })
    for (const path of await pagesOf(page)) {
      await page.goto(path)
      expect(await overflow(page), path).toBe(0)
    }
  })
