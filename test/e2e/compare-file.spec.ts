/** [C1] A partner's file compared with a version, without making a version of it. */
import type { Page } from '@playwright/test'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'

/** The Japanese of V1 as somebody might send it: plain paragraphs, with one figure changed. */
async function japaneseFile(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const { versions } = await declarationOf(page)
  const v1 = versions.find(({ label }) => label === 'V1')!
  await page.goto(`/versions/${v1.id}`)
  const blocks = page.locator('[data-unit] [data-language=ja] [data-kind]')
  await expect(blocks.first()).toBeAttached()
  const words = await blocks.allTextContents()
  const text = words.map(paragraph => paragraph.replaceAll(/\n/g, ' ')).join('\n\n')
  expect(text).toContain('10名')
  return {
    name: 'v1-ja.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(text.replaceAll('10名', '12名')),
  }
}

test('[C1] a file of one language shows what it changes, and nothing of it is kept', async ({ actors }) => {
  const page = await actors.enter('reviewer', 'fra', { language: 'fr' })
  const { text } = await declarationOf(page)
  const file = await japaneseFile(page)
  await page.goto(`/texts/${text.id}`)
  await page.getByRole('link', { name: 'Comparer un fichier' }).click()
  const compare = page.getByRole('button', { name: 'Comparer', exact: true })
  await expect(compare).toBeDisabled()
  await page.getByLabel(/Choisir un fichier.*Texte japonais/).setInputFiles(file)
  await page.getByLabel('Comparer à').selectOption({ label: 'V1' })
  await compare.click()
  await expect(page.getByRole('status').filter({ hasText: 'V1 → fichier' })).toBeVisible()
  const changed = page.getByRole('article').filter({ has: page.locator('ins') })
  await expect(changed.first()).toBeVisible()
  await expect(page.locator('ins').filter({ hasText: '12' })).toBeVisible()
  await expect(page.locator('del').filter({ hasText: '10' })).toBeVisible()
  const versions = (await declarationOf(page)).versions.map(({ label }) => label)
  expect(versions).toEqual(['Shizuoka 2024', 'V1', 'V1-FRA'])
  await page.reload()
  await expect(page.getByLabel('Texte japonais', { exact: true })).toHaveValue('')
})

for (const language of ['fr', 'ja'] as const)
  test(`[D2] [U7] the page has no fault that axe can find, and fits a narrow screen (${language})`, async ({
    actors,
  }) => {
    const page = await actors.enter('drafter', 'jap', {
      language,
      context: { bypassCSP: true, viewport: { width: 390, height: 800 } },
    })
    const { text } = await declarationOf(page)
    const file = await japaneseFile(page)
    await page.goto(`/texts/${text.id}/compare-file`)
    await page.locator('input[type=file]').nth(1).setInputFiles(file)
    await page.getByRole('button', { name: language === 'fr' ? 'Comparer' : '比較', exact: true }).click()
    await expect(page.getByRole('article').first()).toBeVisible()
    expect(await overflow(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
  })
