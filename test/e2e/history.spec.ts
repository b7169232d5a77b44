/** [R8] The history inside a draft: two people of one side, and one of the other. */
import type { Page } from '@playwright/test'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { replaceWords, writeIntoDraft } from './write-into-draft.ts'

const entries = (page: Page) => page.getByRole('listitem').filter({ has: page.locator('time') })
const entry = (page: Page, words: string) => entries(page).filter({ hasText: words })

test('[R8] says who worked when on which paragraphs, down to how the draft began', async ({ actors }) => {
  const page = await actors.enter('drafter', 'jap', { language: 'fr' })
  const { draft } = await declarationOf(page)
  await page.goto(`/drafts/${draft!.id}`)
  await page.getByRole('link', { name: 'Historique' }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'mer. 10 juin 2026',
    'mar. 9 juin 2026',
    'jeu. 4 juin 2026',
    'mer. 3 juin 2026',
    'Brouillon commencé à partir de V1',
  ])
  const french = entry(page, 'COPIL JAP – relecture du français')
  await expect(french).toContainText('jeu. 4 juin, 10:05 – 10:11')
  await expect(french).toContainText('jeu. 4 juin, 17:05 – 17:11')
  await expect(french).toContainText('§ 33 (FR, JA)')
  await expect(french).toContainText('Modifié (français seulement)')
  // The newest is what stands: nothing to restore there.
  await expect(
    entries(page)
      .first()
      .getByRole('button', { name: /^Rétablir/ }),
  ).toHaveCount(0)
})

test('[R8] [C1] what a sitting changed, and the draft as it was then', async ({ actors }) => {
  const page = await actors.enter('reviewer', 'jap', { language: 'ja' })
  const { draft } = await declarationOf(page)
  await page.goto(`/drafts/${draft!.id}/history`)
  const drafting = entry(page, '6月9日')
  await drafting.getByRole('link', { name: '変更内容' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('時点の案 → ')
  await expect(page.getByRole('article').filter({ hasText: '若手職員' })).toBeVisible()
  await expect(page.getByText('一方の言語のみの変更：1段落')).toBeVisible()
  await page.goBack()
  await drafting.getByRole('link', { name: 'この時点の案を読む' }).click()
  await expect(page).toHaveURL(/history\?at=2026-06-09T/)
  await expect(page.locator('[data-unit=u42]')).toContainText('10名程度')
  await page.getByRole('link', { name: '前の時点' }).click()
  await expect(page.locator('[data-unit=u42]')).not.toContainText('10名程度')
  // A reviewer reads and compares, and restores nothing.
  await expect(page.getByRole('button', { name: '復元…' })).toHaveCount(0)
  await page.getByRole('link', { name: '現在の案と比較' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('時点の案 → 作成中の案')
})

test('[R8] a restoration is seen by whoever has the draft open, and leads back to every word they wrote', async ({
  actors,
  room,
}) => {
  const drafter = await actors.enter('drafter', 'jap', { language: 'ja' })
  const { draft } = await declarationOf(drafter)
  await drafter.goto(`/drafts/${draft!.id}`)
  const japanese = drafter.getByRole('textbox', { name: '日本語本文' })
  await expect(japanese).toContainText('10名程度の若手職員')
  // Somebody else restores the state of 4 June while the drafter types elsewhere.
  const chair = await actors.enter('chair', 'jap', { language: 'fr', path: `/drafts/${draft!.id}/history` })
  await entry(chair, 'relecture du français')
    .getByRole('button', { name: /^Rétablir/ })
    .click()
  const dialog = chair.getByRole('dialog', { name: 'Rétablir cet état ?' })
  await expect(dialog).toContainText('3 paragraphes changeront.')
  await japanese.getByRole('heading', { name: 'カンヌ宣言' }).click()
  await drafter.keyboard.press('End')
  await drafter.keyboard.type('（案）')
  await expect(drafter.getByText('保存済み')).toBeVisible()
  await dialog.getByRole('button', { name: 'Rétablir cet état' }).click()
  const done = chair.getByRole('status').filter({ hasText: 'se lit de nouveau comme' })
  await expect(done).toBeVisible()
  await expect(japanese).not.toContainText('10名程度の若手職員')
  await expect(japanese).not.toContainText('（案）')
  await expect(entry(chair, 'Rétablissement de l’état du').first()).toContainText('COPIL JAP – présidence')
  // And back again.
  await done.getByRole('button', { name: 'Revenir à l’état d’avant' }).click()
  await chair.getByRole('button', { name: 'Rétablir cet état' }).click()
  await expect(chair.getByText('Il se lit de nouveau comme avant le rétablissement.')).toBeVisible()
  await expect(japanese).toContainText('10名程度の若手職員')
  await expect(japanese).toContainText('カンヌ宣言（案）')
  await writeIntoDraft(room, drafter, draft!.id, before => replaceWords(before, 'ja', '約束', '誓い'))
  await expect(japanese).toContainText('誓い')
})

test('[M3] for the other side there is no history, no state and nothing to restore', async ({ actors }) => {
  const page = await actors.enter('drafter', 'jap', { language: 'ja' })
  const { draft } = await declarationOf(page)
  await page.goto(`/drafts/${draft!.id}/history`)
  await entries(page).nth(1).getByRole('link', { name: 'この時点の案を読む' }).click()
  await expect(page).toHaveURL(/at=/)
  const address = page.url()
  for (const [role, side] of [
    ['chair', 'fra'],
    ['organiser', null],
    ['observer', null],
  ] as const) {
    const other = await actors.enter(role, side, { language: 'fr', path: address })
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('Page introuvable')
    const at = new URL(address).searchParams.get('at')!
    for (const path of ['history', `state?at=${at}`])
      expect((await other.request.get(`/api/drafts/${draft!.id}/${path}`)).status()).toBe(404)
    const restoration = await other.request.post(`/api/drafts/${draft!.id}/restoration`, {
      headers: { origin: new URL(address).origin },
      data: { at },
    })
    expect(await restoration.json()).toEqual({ error: { id: 'not-found' } })
  }
})

for (const [language, colorScheme] of [
  ['fr', 'light'],
  ['ja', 'dark'],
] as const)
  test(`[D2] [U7] has no fault that axe can find, and fits a narrow screen (${language}, ${colorScheme})`, async ({
    actors,
  }) => {
    const page = await actors.enter('drafter', 'jap', {
      language,
      context: { colorScheme, bypassCSP: true, viewport: { width: 390, height: 800 } },
    })
    const { draft } = await declarationOf(page)
    await page.goto(`/drafts/${draft!.id}/history`)
    await expect(entries(page).first()).toBeVisible()
    expect(await overflow(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await entries(page).nth(1).getByRole('link').nth(1).click()
    await expect(page.locator('[data-unit]').first()).toBeVisible()
    expect(await overflow(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
  })
