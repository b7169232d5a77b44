/** [C4] Ticks of what each reader has seen: their own, on every device, and gone when the change changes. */
import type { Page } from '@playwright/test'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { openAnswer } from './open-answer.ts'
import { replaceWords, writeIntoDraft } from './write-into-draft.ts'

const tick = (page: Page, change: number) => page.locator(`[data-change="${change}"]`).getByRole('checkbox')
const count = (page: Page) => page.getByRole('button', { name: /vues? sur|確認済\d+／/ })
/** The tick is shown at once; the server has it when the answer is there. */
const kept = (page: Page) =>
  page.waitForResponse(answer => answer.url().endsWith('/seen') && answer.request().method() === 'PUT')

test('[C4] a reader ticks by mouse and by key; another reader, and the other side, see none of it', async ({
  actors,
}) => {
  const reader = await actors.enter('reviewer', 'fra', { language: 'fr' })
  await openAnswer(reader)
  await expect(count(reader)).toContainText('0 vue sur 9')
  const first = kept(reader)
  await tick(reader, 2).check()
  await first
  await reader.keyboard.press('n')
  const second = kept(reader)
  await reader.keyboard.press('v')
  await second
  await expect(tick(reader, 1)).toBeChecked()
  await expect(count(reader)).toContainText('2 vues sur 9')
  // The next that is not seen is the third.
  await reader.keyboard.press('u')
  await expect(reader.locator('[aria-current=true]')).toHaveAttribute('data-change', '3')

  const again = await actors.enter('reviewer', 'fra', { language: 'fr' })
  await openAnswer(again, '&view=table')
  await expect(count(again)).toContainText('2 vues sur 9')
  await expect(tick(again, 1)).toBeChecked()
  for (const [role, side, language] of [
    ['drafter', 'fra', 'fr'],
    ['chair', 'jap', 'ja'],
  ] as const) {
    const other = await actors.enter(role, side, { language })
    await openAnswer(other)
    await expect(count(other)).toContainText(language === 'fr' ? '0 vue sur 9' : '確認済0／9')
  }

  await reader.reload()
  await expect(tick(reader, 1)).toBeChecked()
  const untick = kept(reader)
  await tick(reader, 1).uncheck()
  await untick
  await reader.reload()
  await expect(tick(reader, 1)).not.toBeChecked()
  await expect(count(reader)).toContainText('1 vue sur 9')
})

test('[C4] the filter of what is not seen holds still while one ticks, and begins anew when it is set', async ({
  actors,
}) => {
  const page = await actors.enter('reviewer', 'jap', { language: 'ja' })
  await openAnswer(page)
  const first = kept(page)
  await tick(page, 1).check()
  await first
  const choose = async (on: boolean) => {
    await page.getByRole('button', { name: '絞り込み', exact: true }).click()
    await page.getByLabel('未確認のみ').setChecked(on)
    await page.keyboard.press('Escape')
  }
  await choose(true)
  await expect(page.locator('[data-change]')).toHaveCount(8)
  const second = kept(page)
  await tick(page, 1).check()
  await second
  await expect(page.locator('[data-change]')).toHaveCount(8)
  await expect(count(page)).toContainText('確認済1／8')
  await choose(false)
  await choose(true)
  await expect(page.locator('[data-change]')).toHaveCount(7)
  await page.reload()
  await expect(page.locator('[data-change]')).toHaveCount(7)
})

test('[C4] a change that changes is to be seen again, the others stay seen', async ({ actors, room }) => {
  const page = await actors.enter('reviewer', 'jap', { language: 'ja' })
  const { draft, versions } = await declarationOf(page)
  const compareDraft = async () => {
    await page.goto(`/compare?from=version:${versions.at(-1)!.id}&to=draft:${draft!.id}`)
    await expect(page.locator('[data-change]').first()).toBeVisible()
  }
  await compareDraft()
  const changes = await page.locator('[data-change]').count()
  for (let change = 1; change <= changes; change++) {
    const answer = kept(page)
    await tick(page, change).check()
    await answer
  }
  await expect(count(page)).toContainText(`確認済${changes}／${changes}`)
  await expect(count(page)).toBeDisabled()

  const drafter = await actors.enter('drafter', 'jap', { language: 'ja' })
  await writeIntoDraft(room, drafter, draft!.id, before =>
    replaceWords(before, 'ja', '豊かな', '豊かで美しい'),
  )
  await compareDraft()
  await expect(count(page)).toContainText(`確認済${changes - 1}／${changes}`)
  await expect(tick(page, 1)).not.toBeChecked()
})

test('[C4] a tick that cannot be kept is taken back and said', async ({ actors }) => {
  const page = await actors.enter('reviewer', 'fra', { language: 'fr' })
  await openAnswer(page)
  await page.route('**/api/texts/*/seen', route => route.abort())
  await tick(page, 1).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(tick(page, 1)).not.toBeChecked()
  await page.unroute('**/api/texts/*/seen')
  const answer = kept(page)
  await tick(page, 1).check()
  await answer
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(tick(page, 1)).toBeChecked()
})
