/** Old and new, French and Japanese, on one screen: the redline, the walk, the address. */

import type { Page } from '@playwright/test'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { openAnswer } from './open-answer.ts'
import { replaceWords, writeIntoDraft } from './write-into-draft.ts'

const articles = (page: Page) => page.locator('article[data-row]')
const VIEWS = ['', '&view=table', '&view=clean', '&view=table&lang=ja'] as const

test('[C3] both languages stand on one screen, with an alarm where one changed alone', async ({ actors }) => {
  const page = await actors.enter('reviewer', 'jap', { language: 'ja' })
  const { text } = await declarationOf(page)
  await page.goto(`/texts/${text.id}`)
  await page
    .getByRole('row', { name: /^V1-FRA/ })
    .getByRole('link', { name: '一つ前の版と比較' })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('V1 → V1-FRA')
  const row = articles(page).filter({ hasText: '各自治体の可能な範囲で' })
  await expect(row.locator('ins').filter({ hasText: 'dans la limite des' })).toBeVisible()
  await expect(row.locator('ins').filter({ hasText: '可能な範囲' })).toBeVisible()
  await expect(articles(page).filter({ hasText: 'フランス語のみ変更' })).not.toHaveCount(0)
  await expect(articles(page).filter({ hasText: '日本語のみ変更' })).not.toHaveCount(0)
})

test('[C4] changes are walked by keyboard, unchanged parts unfold and fold again, all by keys', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'fra', { language: 'fr' })
  await openAnswer(page)
  const status = page.getByRole('status').filter({ hasText: 'odification' })
  await expect(status).toHaveText('9 modifications')
  await page.keyboard.press('n')
  await expect(status).toHaveText('Modification 1 sur 9')
  await expect(page.locator('[aria-current=true]')).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('p')
  await page.keyboard.press('k')
  await expect(status).toHaveText('Modification 9 sur 9')

  const shown = await articles(page).count()
  const fold = page.getByRole('button', { name: /sans changement.*2 paragraphes/ }).first()
  await fold.click()
  await expect(articles(page)).toHaveCount(shown + 2)
  await fold.click()
  await expect(articles(page)).toHaveCount(shown)
  await page.keyboard.press('e')
  await expect(articles(page)).toHaveCount(42)
  await page.keyboard.press('e')
  await expect(articles(page)).toHaveCount(shown)
  await page.keyboard.press('n')
  await page.keyboard.press('o')
  await expect(articles(page)).not.toHaveCount(shown)
  await expect(status).toHaveText('Modification 1 sur 9')
  await page.keyboard.press('o')
  await expect(articles(page)).toHaveCount(shown)
})

test('[C4] the views are switched by keys, and the reader stays at the change that was in sight', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'fra', { language: 'fr' })
  await openAnswer(page)
  for (let presses = 0; presses < 5; presses++) await page.keyboard.press('n')
  const key = await page.locator('[aria-current=true]').getAttribute('data-row')
  for (const [letter, view] of [
    ['2', 'view=table'],
    ['3', 'view=clean'],
    ['l', 'view=clean&lang=fr'],
    ['l', 'view=clean&lang=ja'],
    ['l', 'view=clean'],
    ['1', ''],
  ] as const) {
    await page.keyboard.press(letter)
    await expect
      .poll(() => new URL(page.url()).search)
      .toMatch(new RegExp(`to=version:[^&]+${view && '&'}${view}$`))
    const current = page.locator('[aria-current=true][data-row]')
    await expect(current).toHaveAttribute('data-row', key!)
    await expect(current).toBeInViewport()
  }
  // On a French keyboard the key of 2 writes é without Shift.
  await page.evaluate(() =>
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'é', code: 'Digit2', bubbles: true })),
  )
  await expect(page.getByRole('table')).toBeVisible()
  await page.keyboard.press('4')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('→ V1 → V1-FRA')
})

test('[D2] the keys are listed, and those of one letter can be switched off and stay off', async ({
  actors,
}) => {
  const reader = await actors.enter('reviewer', 'fra', { language: 'fr' })
  await openAnswer(reader)
  await reader.keyboard.press('?')
  const list = reader.getByRole('dialog')
  await expect(list).toContainText('Modification suivante non vue')
  await list.getByRole('checkbox', { name: 'Touches d’une seule lettre' }).uncheck()
  await reader.keyboard.press('Escape')
  await reader.keyboard.press('n')
  await reader.keyboard.press('2')
  await expect(reader.getByText('Modification 1 sur')).toHaveCount(0)
  await expect(reader.getByRole('table')).toHaveCount(0)
  await reader.reload()
  await reader.getByRole('button', { name: 'Touches' }).click()
  const keys = reader.getByRole('checkbox', { name: 'Touches d’une seule lettre' })
  await expect(keys).not.toBeChecked()
  await keys.check()
  await reader.keyboard.press('Escape')
  await reader.keyboard.press('n')
  await expect(reader.locator('[data-change="1"]')).toBeFocused()
})

test('[C4] the address holds the view, languages, columns and filters, and opens the same for a colleague', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'fra', { language: 'fr' })
  await openAnswer(page)
  await page.getByRole('button', { name: 'Tableau comparatif' }).click()
  await page.getByRole('button', { name: 'Français', exact: true }).last().click()
  await page.getByRole('button', { name: 'Permuter les colonnes françaises' }).click()
  await page.getByRole('button', { name: 'Filtrer' }).click()
  await page.getByLabel('Modifié dans une seule langue').check()
  await page.getByLabel('Fond seulement').check()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/view=table&lang=fr&swap=fr&show=substance&only=alarms$/)
  const colleague = await actors.enter('chair', 'fra', { language: 'fr', path: page.url() })
  await expect(colleague.getByText(/^Filtres.: Fond seulement.+Modifié dans une seule langue/)).toBeVisible()
  const heads = colleague.getByRole('columnheader')
  await expect(heads).toHaveText([/^Nouveau texte/, /^Ancien texte/])
  const rows = (of: Page) => of.locator('[data-change]').allInnerTexts()
  expect(await rows(colleague)).toEqual(await rows(page))

  await colleague.getByRole('button', { name: 'Inverser ancien et nouveau' }).click()
  await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('V1-FRA → V1')
  await expect(heads).toHaveText([/^Nouveau texte/, /^Ancien texte/])
})

test('[C1] a draft is compared with its base as it stands, words typed a moment ago included', async ({
  actors,
  room,
}) => {
  const page = await actors.enter('drafter', 'jap', { language: 'ja' })
  const { text, draft } = await declarationOf(page)
  await writeIntoDraft(room, page, draft!.id, before =>
    replaceWords(before, 'ja', '私たちの約束', '私たちの誓い'),
  )
  await page.goto(`/texts/${text.id}`)
  await page.getByRole('link', { name: 'V1と比較' }).click()
  const row = articles(page).filter({ hasText: '誓い' })
  await expect(row).toContainText('日本語のみ変更')
  await expect(row.locator('ins').filter({ hasText: '誓い' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`[D2] no view of a comparison has an accessibility fault that axe can find (${colorScheme})`, async ({
    actors,
  }) => {
    const page = await actors.enter('chair', 'fra', {
      language: 'fr',
      context: { colorScheme, bypassCSP: true },
    })
    for (const view of VIEWS) {
      await openAnswer(page, `${view}&show=substance`)
      expect(await accessibilityFaults(page), view).toEqual([])
    }
    await page.getByRole('button', { name: 'Filtrer' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Touches' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
  })

test('[U7] on a narrow screen nothing runs over the edge, and each text is named', async ({ actors }) => {
  const page = await actors.enter('chair', 'jap', {
    language: 'ja',
    context: { viewport: { width: 390, height: 800 } },
  })
  for (const view of VIEWS) {
    await openAnswer(page, view)
    expect(await overflow(page), view).toBe(0)
  }
  await openAnswer(page, '&view=table')
  const row = page.locator('[data-change]').first()
  for (const name of ['Français – 旧', 'Français – 新', '日本語 – 旧', '日本語 – 新'])
    await expect(row.getByText(name)).toBeVisible()
})
