/** [C5] The comparisons one click away, for a member of each side. */
import type { Page } from '@playwright/test'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { aDayPasses, visitFirstPage } from './visits.ts'
import { replaceWords, writeIntoDraft } from './write-into-draft.ts'

/** Opens the text's page, and waits until the visit is known. */
async function visitText(page: Page): Promise<void> {
  const { text } = await declarationOf(page)
  const told = page.waitForResponse(
    response => /\/api\/texts\/[^/]+\/visit$/.test(response.url()) && response.ok(),
  )
  await page.goto(`/texts/${text.id}`)
  await told
}

const section = (page: Page, name: string) => page.getByRole('region', { name })

test('[C5] since my last visit: from the desk and from the text, of my side’s draft', async ({
  actors,
  room,
}) => {
  const chair = await actors.enter('chair', 'jap', { language: 'ja' })
  await visitText(chair)
  await expect(section(chair, '比較').getByRole('listitem')).toHaveCount(4)
  aDayPasses(room)
  const drafter = await actors.enter('drafter', 'jap')
  const { draft } = await declarationOf(drafter)
  await writeIntoDraft(room, drafter, draft!.id, before =>
    replaceWords(before, 'ja', '私たちの約束', '私たちの誓い'),
  )

  await chair.goto('/')
  const news = section(chair, 'ご不在の間の動き')
  await expect(news.getByText('1段落に変更（仏0・日1）')).toBeVisible()
  await news.getByRole('link', { name: '全体の比較を見る' }).click()
  await expect(chair.getByRole('heading', { level: 1 })).toContainText('時点の案 → 作成中の案')
  await expect(chair.getByRole('article').filter({ hasText: '誓い' })).toContainText('日本語のみ変更')
  const address = chair.url()
  // The address is one that can be sent: a colleague sees the same, the other side nothing.
  const colleague = await actors.enter('reviewer', 'jap', { language: 'ja', path: address })
  await expect(colleague.getByRole('article').filter({ hasText: '誓い' })).toBeVisible()
  const other = await actors.enter('chair', 'fra', { language: 'fr', path: address })
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Page introuvable')

  await visitText(chair)
  await expect(section(chair, '比較').getByRole('listitem').first()).toContainText('前回のアクセス以降')
  await expect(section(chair, '比較').getByRole('listitem').first()).toContainText('1段落（仏0・日1）')
})

test('[C5] [M3] the other side compares versions, and hears of nothing that goes on here', async ({
  actors,
  room,
}) => {
  const page = await actors.enter('reviewer', 'fra', { language: 'fr', path: '/plan' })
  await visitFirstPage(page)
  await visitText(page)
  aDayPasses(room)
  const drafter = await actors.enter('drafter', 'jap')
  const { draft } = await declarationOf(drafter)
  await writeIntoDraft(room, drafter, draft!.id, before => replaceWords(before, 'ja', '約束', '誓い'))
  await page.goto('/')
  await expect(section(page, 'Pendant votre absence').getByText('Rien de nouveau.')).toBeVisible()
  await visitText(page)
  const lines = section(page, 'Comparaisons').getByRole('listitem')
  await expect(lines).toHaveCount(4)
  await expect(lines.nth(0)).toContainText('rien de changé')
  await expect(lines.nth(1)).toContainText('D’une version à l’autre')
  await expect(lines.nth(2)).toContainText('Depuis le dernier accord des deux parties')
  await expect(lines.nth(2)).toContainText('texte convenu → V1-FRA')
  await expect(lines.nth(2)).toContainText('1 paragraphe')
  await expect(lines.nth(3)).toContainText('Shizuoka 2024 → V1-FRA')
  await lines.nth(1).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('V1 → V1-FRA')
})

for (const [language, name] of [
  ['fr', 'Comparaisons'],
  ['ja', '比較'],
] as const)
  test(`[D2] [U7] they fit a narrow screen and have no fault that axe can find (${language})`, async ({
    actors,
    room,
  }) => {
    const page = await actors.enter('drafter', 'jap', {
      language,
      context: { bypassCSP: true, viewport: { width: 390, height: 800 } },
    })
    await visitText(page)
    aDayPasses(room)
    await visitText(page)
    await expect(section(page, name).getByRole('listitem').nth(2)).toBeVisible()
    expect(await overflow(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
  })
