/** Table, clean text and filters, as members of both sides use them. */
import type { Page } from '@playwright/test'
import { overflow } from './accessibility.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { openAnswer } from './open-answer.ts'
import { replaceWords, writeIntoDraft } from './write-into-draft.ts'

const changes = (page: Page) => page.locator('[data-change]')
const filter = async (page: Page, act: (choices: ReturnType<Page['getByRole']>) => Promise<void>) => {
  await page.getByRole('button', { name: '絞り込み', exact: true }).click()
  const choices = page.getByRole('dialog')
  await act(choices)
  await page.keyboard.press('Escape')
  await expect(choices).toHaveCount(0)
}

/** Words that run out of the cell they stand in. */
const cut = (page: Page) =>
  page
    .locator('[data-language]:is(td, div)')
    .evaluateAll(cells =>
      cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent),
    )

test('[C3] [C4] the table shows old and new of both languages, each by the conventions of its language', async ({
  actors,
}) => {
  const page = await actors.enter('reviewer', 'jap', { language: 'ja' })
  await openAnswer(page)
  await page.getByRole('button', { name: '新旧対照表' }).click()
  await expect(page.getByRole('columnheader')).toHaveText([
    /Français/,
    /日本語/,
    /^Ancien texte\s*V1$/,
    /^Nouveau texte\s*V1-FRA$/,
    /^改正案\s*V1-FRA$/,
    /^現行\s*V1$/,
  ])
  const row = page.getByRole('row').filter({ hasText: '各自治体の可能な範囲で' })
  const cells = row.locator('[data-state]')
  await expect(cells).toHaveCount(4)
  await expect(cells.nth(0).locator('ins')).toHaveCount(0)
  await expect(cells.nth(1).locator('ins')).not.toHaveCount(0)
  expect(await cells.nth(0).locator('[lang]').first().getAttribute('lang')).toBe('fr')
  expect(await cells.nth(3).locator('[lang]').first().getAttribute('lang')).toBe('ja')
  const added = page.getByRole('row').filter({ hasText: 'オーバーツーリズム' })
  await expect(added.getByText('(nouveau)')).toBeVisible()
  await expect(added.getByText('（新設）')).toBeVisible()
  await expect(page.getByText('（略）').first()).toBeVisible()

  await page.getByRole('button', { name: '日本語の列を入れ替える' }).click()
  await expect(page.getByRole('columnheader').last()).toHaveText(/^改正案/)
  await page.keyboard.press('x')
  await expect(page.getByRole('columnheader').last()).toHaveText(/^現行/)
  await expect(page.getByRole('columnheader').nth(2)).toHaveText(/^Nouveau texte/)
})

for (const width of [1280, 1440])
  test(`[C4] four columns hold enough of a line at ${width} pixels, and nothing runs over its column`, async ({
    actors,
  }) => {
    const page = await actors.enter('chair', 'fra', {
      language: 'fr',
      context: { viewport: { width, height: 900 } },
    })
    await openAnswer(page, '&view=table')
    expect(await cut(page)).toEqual([])
    const measures = await page
      .locator('[data-change] td[data-state] > [data-kind=paragraph]')
      .evaluateAll(blocks =>
        blocks.map(
          block => block.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(block).fontSize),
        ),
      )
    // In ems: some 16 Japanese characters or 32 Latin letters.
    expect(Math.min(...measures)).toBeGreaterThan(15)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })

test('[C4] a long address breaks within its column, on every view and width', async ({ actors, room }) => {
  const page = await actors.enter('drafter', 'jap', { language: 'ja' })
  const { draft, versions } = await declarationOf(page)
  const long = `https://www.example.org/${'rencontres-franco-japonaises/'.repeat(9)}`
  await writeIntoDraft(room, page, draft!.id, before =>
    replaceWords(
      replaceWords(before, 'ja', '豊かな', `豊かな${long}`),
      'fr',
      'territoire ne se',
      `${long} ne se`,
    ),
  )
  const [from, to] = [`version:${versions.at(-1)!.id}`, `draft:${draft!.id}`]
  for (const width of [390, 800, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    for (const path of [
      `/compare?from=${from}&to=${to}`,
      `/compare?from=${from}&to=${to}&view=table`,
      `/compare?from=${from}&to=${to}&view=clean`,
      `/compare/columns?refs=${from},${to}`,
    ]) {
      await page.goto(path)
      await expect(page.getByText(/rencontres-franco/).first()).toBeVisible()
      expect(await overflow(page), `${path} at ${width}`).toBe(0)
      expect(await cut(page), `${path} at ${width}`).toEqual([])
    }
  }
})

test('[C4] the clean text is the whole new text without marks; the margin says where it changed', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'fra', { language: 'fr' })
  await openAnswer(page, '&view=clean')
  await expect(page.locator('ins, del')).toHaveCount(0)
  await expect(page.locator('article[data-row]')).toHaveCount(42)
  await expect(changes(page)).toHaveCount(9)
  await expect(changes(page).filter({ hasText: 'Modifié en français seulement' })).toHaveCount(1)
  await page.getByRole('button', { name: '日本語', exact: true }).last().click()
  await expect(page.locator('article [lang=fr][data-kind]')).toHaveCount(0)
  await expect(page.locator('article [lang=ja][data-kind]').first()).toBeVisible()
})

test('[C4] filters are chosen in a list, said in words, counted, and cleared by one key', async ({
  actors,
}) => {
  const page = await actors.enter('chair', 'jap', { language: 'ja' })
  await openAnswer(page)
  const position = page.getByRole('status').filter({ hasText: '変更' })
  await expect(position).toHaveText('変更9件')
  await filter(page, choices => choices.getByLabel(/^追加/).check())
  await expect(position).toHaveText('変更2件')
  await expect(page.getByText(/^絞り込み：\s*追加/)).toBeVisible()
  // What the filter hides is not called unchanged.
  await expect(page.getByRole('button', { name: /うち絞り込み外の変更/ }).first()).toBeVisible()
  await page.keyboard.press('n')
  await expect(position).toHaveText('変更1／2')

  await page.keyboard.press('0')
  // The reader stays at the change: it is the sixth again.
  await expect(position).toHaveText(/^変更\d／9$/)
  await filter(page, choices => choices.getByLabel('日本語で変更').check())
  await filter(page, choices => choices.getByLabel(/^一方の言語のみの変更/).check())
  await expect(position).toHaveText('変更1件')
  await expect(page).toHaveURL(/in=ja&only=alarms/)
  await page.getByRole('button', { name: '絞り込みを解除' }).click()
  await expect(page).not.toHaveURL(/only=/)
})

test('[C4] one section of the text can be read alone', async ({ actors }) => {
  const page = await actors.enter('chair', 'jap', { language: 'ja' })
  await openAnswer(page)
  await filter(page, async choices => {
    const parts = choices.getByLabel('文書の部分')
    const culture = await parts.getByRole('option').filter({ hasText: '第2分科会' }).getAttribute('value')
    await parts.selectOption(culture)
  })
  await expect(page.getByText(/^絞り込み：.*の部分/)).toBeVisible()
  await expect(page.getByText('第1分科会')).toHaveCount(0)
  await expect(page.getByRole('article').first()).toContainText('第2分科会')
})
