import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PAGES = ['/', '/plan', '/people', '/facts', '/profile', '/nowhere']

for (const colorScheme of ['light', 'dark'] as const)
  test(`[D2] the pages around the texts meet WCAG 2.2 AA in a ${colorScheme} room`, async ({ actors }) => {
    const page = await actors.enter('organiser', null, { language: 'fr', context: { colorScheme } })
    for (const path of PAGES) {
      await page.goto(path)
      await settled(page)
      expect(await violations(page), path).toEqual([])
    }
    await page.goto('/plan')
    await page.getByRole('button', { name: 'Ajouter une étape' }).click()
    await page.getByRole('checkbox', { name: 'Fixer une échéance' }).check()
    expect(await violations(page), 'stage dialog').toEqual([])
    await page.goto('/people')
    await page.getByRole('button', { name: 'Inviter une personne' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await violations(page), 'invitation dialog').toEqual([])
  })

test('[D2] the door meets WCAG 2.2 AA', async ({ actors }) => {
  const page = await actors.stranger({ locale: 'ja-JP' })
  await page.goto('/')
  await settled(page)
  expect(await violations(page)).toEqual([])
})

for (const language of ['fr', 'ja', 'en'] as const)
  test(`[U7] at 390 pixels nothing stands beside the page (${language})`, async ({ actors }) => {
    const page = await actors.enter('organiser', null, {
      language,
      context: { viewport: { width: 390, height: 844 } },
    })
    for (const path of PAGES) {
      await page.goto(path)
      await settled(page)
      const { wide, narrow } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        narrow: document.documentElement.clientWidth,
      }))
      expect(wide, path).toBeLessThanOrEqual(narrow)
    }
  })

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(/^(Chargement|読み込み中|Loading)…$/)).toHaveCount(0)
}

/** What axe finds against WCAG 2.0 to 2.2, A and AA, one line each. */
async function violations(page: Page): Promise<string[]> {
  // Asked for inside the page's own policy: the script comes from the test, not from an address.
  await page
    .evaluate(source => new Function(source)(), axe)
    .catch(async () => page.addScriptTag({ content: axe }))
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    })
    return found.violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)}`))
  })
}
