/** The versions of a text: read, proven, opened. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'

test('[R4] the downloaded canonical form has the fingerprint that the page shows', async ({ actors }) => {
  const page = await actors.enter('chair', 'fra', { language: 'fr' })
  const { versions } = await declarationOf(page)
  const version = versions.at(-1)!
  await page.goto(`/versions/${version.id}`)
  await expect(page.getByText(version.sha256).first()).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Télécharger la forme canonique' }).click()
  const bytes = await readFile(await (await download).path())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(version.sha256)
})

test('[R7] versions stand in order with side, both clocks, receipt and fingerprint', async ({ actors }) => {
  const page = await actors.enter('drafter', 'jap', { language: 'ja' })
  const { text, versions } = await declarationOf(page)
  await page.goto(`/texts/${text.id}`)
  const rows = page.locator('tbody').getByRole('row')
  await expect(rows).toHaveCount(versions.length)
  for (const [index, version] of versions.entries())
    await expect(rows.nth(index)).toContainText(version.label)
  const answer = rows.nth(versions.length - 1)
  for (const words of ['フランス側', 'パリ', '東京', versions.at(-1)!.sha256.slice(0, 12)])
    await expect(answer).toContainText(words)
})

test('[M2] an observer reads a version once it is opened to the large committee, and not before', async ({
  actors,
}) => {
  const chair = await actors.enter('chair', 'fra', { language: 'fr' })
  const observer = await actors.enter('observer', null, { language: 'fr' })
  const { text, versions } = await declarationOf(chair)
  const closed = versions.find(version => !version.openedToLargeCommittee)!
  await observer.goto(`/versions/${closed.id}`)
  await expect(observer.getByRole('heading', { level: 1 })).toHaveText('Page introuvable')

  await chair.goto(`/texts/${text.id}`)
  await chair.getByRole('button', { name: `Autres actions sur ${closed.label}`, exact: true }).click()
  await chair.getByRole('menuitem', { name: 'Ouvrir au COPIL large' }).click()
  await chair.getByRole('dialog').getByRole('button', { name: 'Ouvrir au COPIL large' }).click()
  await expect(
    chair.getByRole('rowheader', { name: new RegExp(`^${closed.label}.*Ouverte au COPIL large`) }),
  ).toBeVisible()

  await observer.goto(`/versions/${closed.id}`)
  await expect(observer.getByRole('heading', { level: 1 })).toContainText(closed.label)
  await expect(observer.getByText('Brouillon')).toHaveCount(0)
})

test('[U7] a narrow screen shows one language, with a key to the same paragraph in the other', async ({
  actors,
}) => {
  const page = await actors.enter('reviewer', 'fra', {
    language: 'fr',
    context: { viewport: { width: 390, height: 800 } },
  })
  const { versions } = await declarationOf(page)
  await page.goto(`/versions/${versions.at(-1)!.id}`)
  const unit = page.locator('[data-unit]').nth(20)
  await unit.scrollIntoViewIfNeeded()
  await expect(unit.locator('[data-language=fr]')).toBeVisible()
  await expect(unit.locator('[data-language=ja]')).toBeHidden()
  await unit.getByRole('button', { name: 'Le même paragraphe en japonais' }).click()
  await expect(unit.locator('[data-language=ja]')).toBeVisible()
  await expect(unit).toBeInViewport()
  await expect(unit.locator('[data-language=fr]')).toBeHidden()
})
