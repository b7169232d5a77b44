/** V1 | answer | V2 | remarks: successive versions side by side. */
import { accessibilityFaults, overflow } from './accessibility.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { openAnswer } from './open-answer.ts'

test('[C4] the last three versions stand in columns one click from the text’s page, with remarks', async ({
  actors,
}) => {
  const page = await actors.enter('reviewer', 'jap', { language: 'ja' })
  const { text } = await declarationOf(page)
  await page.goto(`/texts/${text.id}`)
  await page.getByRole('link', { name: '各版対照' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Shizuoka 2024 → V1 → V1-FRA')
  await expect(page.getByRole('columnheader')).toHaveText([/^Shizuoka 2024/, /^V1/, /^V1-FRA/, '備考'])
  const row = page.locator('[data-row]').filter({ hasText: '住民の日常生活' })
  const japanese = row.locator('tr[data-language=ja] [data-state]')
  await expect(japanese).toHaveText([/–$/, /–$/, /オーバーツーリズム/])
  await expect(row.getByRole('listitem')).toHaveText(/V1-FRA：\s*追加/)

  await page.getByRole('button', { name: '日本語', exact: true }).last().click()
  await expect(page).toHaveURL(/lang=ja/)
  await expect(page.locator('tr[data-language=fr]')).toHaveCount(0)
  await page.keyboard.press('n')
  await page.keyboard.press('n')
  await expect(page.locator('tbody[aria-current=true]')).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: '変更2／' })).toBeVisible()
  const rows = await page.locator('[data-row]').count()
  await page.keyboard.press('e')
  await expect(page.locator('[data-row]')).not.toHaveCount(rows)
})

test('[C4] from a comparison one comes to the versions around it, chooses others, and sends the address', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'jap', { language: 'fr' })
  await openAnswer(page)
  await page.getByRole('link', { name: 'Versions successives' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Shizuoka 2024 → V1 → V1-FRA')
  await page.getByRole('button', { name: 'Colonnes' }).click()
  const choices = page.getByRole('dialog')
  await choices.getByLabel('Shizuoka 2024').uncheck()
  await choices.getByLabel('Brouillon en cours').check()
  await choices.getByRole('button', { name: 'Afficher' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('V1 → V1-FRA → Brouillon en cours')
  await expect(page.getByText('同左').first()).toBeVisible()

  const colleague = await actors.enter('chair', 'jap', { language: 'ja', path: page.url() })
  await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('V1 → V1-FRA → 作成中の案')
  // To the other side the draft is not there, and neither is the page that would show it.
  const french = await actors.enter('chair', 'fra', { language: 'fr', path: page.url() })
  await expect(french.getByRole('heading', { level: 1 })).toHaveText('Page introuvable')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`[D2] successive versions have no accessibility fault that axe can find (${colorScheme})`, async ({
    actors,
  }) => {
    const page = await actors.enter('chair', 'jap', {
      language: 'ja',
      context: { colorScheme, bypassCSP: true },
    })
    const { versions, draft } = await declarationOf(page)
    const refs = [...versions.map(({ id }) => `version:${id}`), `draft:${draft!.id}`].join(',')
    await page.goto(`/compare/columns?refs=${refs}`)
    await expect(page.locator('[data-change]').first()).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: '表示する版' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
  })

test('[U7] on a narrow screen the versions of a unit stand one below the other, each named', async ({
  actors,
}) => {
  const page = await actors.enter('chair', 'fra', {
    language: 'fr',
    context: { viewport: { width: 390, height: 800 } },
  })
  const { versions } = await declarationOf(page)
  await page.goto(`/compare/columns?refs=${versions.map(({ id }) => `version:${id}`).join(',')}`)
  await expect(page.locator('[data-change]').first()).toBeVisible()
  expect(await overflow(page)).toBe(0)
  await expect(page.locator('[data-change]').first().getByText('V1-FRA').first()).toBeVisible()
})

test('[C4] an address without two states says so', async ({ actors }) => {
  const page = await actors.enter('chair', 'fra', { language: 'fr', path: '/compare/columns?refs=version:x' })
  await expect(page.getByText('Cette adresse ne dit pas quels textes comparer.')).toBeVisible()
})
