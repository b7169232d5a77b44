/** [C4] Each view on paper: a document that can be put on a table, without the interface around it. */
import type { Page } from '@playwright/test'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'

async function viewsOf(page: Page): Promise<Record<string, string>> {
  const { versions } = await declarationOf(page)
  const [previous, v1, answer] = versions.map(({ id }) => `version:${id}`)
  const pair = `/compare?from=${v1}&to=${answer}`
  return {
    redline: pair,
    'redline in Japanese': `${pair}&lang=ja`,
    table: `${pair}&view=table`,
    'table in French': `${pair}&view=table&lang=fr`,
    'clean text': `${pair}&view=clean`,
    'successive versions': `/compare/columns?refs=${previous},${v1},${answer}`,
  }
}
/** Width and height in points, as the file says of each page. */
function pagesOf(pdf: Buffer): { readonly width: number; readonly height: number }[] {
  return [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(
    ([, width, height]) => ({ width: Number(width), height: Number(height) }),
  )
}
const LANDSCAPE = ['table', 'successive versions']

for (const language of ['fr', 'ja'] as const)
  test(`[C4] every view prints on A4, upright or lying as it needs, with its head (${language})`, async ({
    actors,
  }) => {
    const page = await actors.enter('chair', language === 'fr' ? 'fra' : 'jap', { language })
    for (const [name, path] of Object.entries(await viewsOf(page))) {
      await page.goto(path)
      await expect(page.locator('[data-change]').first()).toBeVisible()
      const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }))
      expect(pages.length, name).toBeGreaterThan(1)
      for (const { width, height } of pages)
        expect(width > height, `${name}: ${width} × ${height}`).toBe(LANDSCAPE.includes(name))
      expect(Math.round(Math.max(pages[0]!.width, pages[0]!.height)), name).toBe(842)

      await page.emulateMedia({ media: 'print' })
      for (const chrome of ['banner', 'navigation', 'button', 'checkbox', 'status'] as const)
        await expect(page.getByRole(chrome).filter({ visible: true }), `${name}: ${chrome}`).toHaveCount(0)
      await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveCount(0)
      const { versions } = await declarationOf(page)
      await expect(page.getByText(versions.at(-1)!.sha256.slice(0, 12)).first(), name).toBeVisible()
      await page.emulateMedia({ media: 'screen' })
    }
  })

test('[D2] the marks are strokes on paper: nothing is told by colour, nothing is white on white', async ({
  actors,
}) => {
  const page = await actors.enter('chair', 'fra', { language: 'fr', context: { colorScheme: 'dark' } })
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark'
  })
  const views = await viewsOf(page)
  const marks = async () => {
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark'
    })
    await page.emulateMedia({ media: 'print' })
    const style = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate(element => {
          const { textDecorationLine, textDecorationStyle, color, backgroundColor } =
            getComputedStyle(element)
          return { textDecorationLine, textDecorationStyle, color, backgroundColor }
        })
    const found = { inserted: await style('[data-change] ins'), deleted: await style('[data-change] del') }
    await page.emulateMedia({ media: 'screen' })
    return found
  }
  await page.goto(views.redline!)
  await expect(page.locator('[data-change]').first()).toBeVisible()
  const plain = { color: 'rgb(0, 0, 0)', backgroundColor: 'rgba(0, 0, 0, 0)' }
  expect(await marks()).toEqual({
    inserted: { ...plain, textDecorationLine: 'underline', textDecorationStyle: 'double' },
    deleted: { ...plain, textDecorationLine: 'line-through', textDecorationStyle: 'solid' },
  })
  await page.goto(views.table!)
  await expect(page.locator('[data-change]').first()).toBeVisible()
  expect(await marks()).toEqual({
    inserted: { ...plain, textDecorationLine: 'underline', textDecorationStyle: 'solid' },
    deleted: { ...plain, textDecorationLine: 'underline', textDecorationStyle: 'solid' },
  })
})

test('[C4] on paper a fold says by the convention of each language that something is left out; an open one is printed whole', async ({
  actors,
}) => {
  const page = await actors.enter('chair', 'fra', { language: 'fr' })
  const { redline } = await viewsOf(page)
  await page.goto(redline!)
  await expect(page.locator('[data-change]').first()).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('[…]').filter({ visible: true }).first()).toBeVisible()
  await expect(page.getByText('（略）').filter({ visible: true }).first()).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('button', { name: 'Tout déplier' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('[…]').filter({ visible: true })).toHaveCount(0)
  await expect(page.getByRole('article')).toHaveCount(42)
})

test('[C4] an extract says on paper what was filtered', async ({ actors }) => {
  const page = await actors.enter('chair', 'fra', { language: 'fr' })
  const { table } = await viewsOf(page)
  await page.goto(`${table}&kinds=inserted`)
  await expect(page.locator('[data-change]')).toHaveCount(2)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(/Extrait\. Filtres.: Ajouté/)).toBeVisible()
})
