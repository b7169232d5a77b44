/** [A6] How far the declaration has converged, read by people of both sides. */
import { accessibilityFaults, overflow } from './accessibility.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'

test('[A6] both sides see the same bars on their first page, and the paragraphs behind each figure', async ({
  actors,
}) => {
  const french = await actors.enter('chair', 'fra', { language: 'fr', context: { bypassCSP: true } })
  const japanese = await actors.enter('drafter', 'jap', { language: 'ja' })
  const now = french.getByRole('img', { name: /^V1-FRA, aujourd’hui\s: 42 paragraphes/ })
  await expect(now).toBeVisible()
  const said = (await now.getAttribute('aria-label'))!
  await expect(japanese.getByRole('img', { name: /^V1-FRA、?.*現在：全42段落/ })).toBeVisible()
  const other = (await japanese.getByRole('img', { name: /現在：/ }).getAttribute('aria-label'))!
  expect(other.match(/\d+/g)?.slice(1).toSorted()).toEqual(said.match(/\d+/g)?.slice(1).toSorted())

  await french.getByRole('link', { name: 'Par étape et par section' }).click()
  await expect(french.getByRole('heading', { level: 1, name: 'Convergence' })).toBeVisible()
  const section = french.getByRole('row').filter({ hasText: 'Nos engagements' })
  await section.getByLabel(/^entre crochets\s: 1/).click()
  expect(await accessibilityFaults(french)).toEqual([])
  await section.getByRole('link', { name: 'Paragraphe 37' }).first().click()
  await expect(french).toHaveURL(/\/versions\/.*#unit-/)
})

test('[A6] the tables are read at each stage, by address, on a phone too', async ({ actors }) => {
  const page = await actors.enter('reviewer', 'jap', {
    language: 'ja',
    context: { viewport: { width: 390, height: 800 }, bypassCSP: true },
  })
  const { text, versions } = await declarationOf(page)
  const v1 = versions.find(({ label }) => label === 'V1')!
  await page.goto(`/texts/${text.id}/convergence?at=${v1.id}`)
  await expect(page.getByRole('combobox', { name: '時点' })).toHaveValue(v1.id)
  await expect(page.getByRole('row').filter({ hasText: '全体' }).last()).toContainText('40')
  await page.getByRole('combobox', { name: '時点' }).selectOption('now')
  await expect(page).toHaveURL(/convergence$/)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await accessibilityFaults(page)).toEqual([])
})
