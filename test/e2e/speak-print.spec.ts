/** [W5] The reading copy on paper. */
import { expect, test } from './fixtures.ts'
import { restitutionOf } from './restitution-of.ts'

for (const language of ['fr', 'ja', 'both'] as const)
  test(`[W5] a reading copy prints on upright A4 with its notes and minutes, without the page around it (${language})`, async ({
    actors,
  }) => {
    const japanese = language === 'ja'
    const page = await actors.enter('lead', japanese ? 'jap' : 'fra', { language: japanese ? 'ja' : 'fr' })
    const { id } = await restitutionOf(page)
    await page.goto(`/versions/${id}`)
    await page.getByRole('link', { name: japanese ? '読み上げ原稿' : 'Copie de lecture' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.goto(`/versions/${id}/reading-copy?language=${language}&size=18`)
    await expect(page.getByText(japanese ? '2分' : '2 min', { exact: true }).first()).toBeVisible()
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const pages = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)]
    expect(pages.length).toBeGreaterThan(1)
    for (const [, width, height] of pages)
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])

    await page.emulateMedia({ media: 'print' })
    for (const chrome of ['banner', 'navigation', 'button', 'combobox', 'link'] as const)
      await expect(page.getByRole(chrome).filter({ visible: true }), chrome).toHaveCount(0)
    const shown = { fr: language !== 'ja', ja: language !== 'fr' }
    await expect(page.getByText('Saluer les deux présidences')).toHaveCount(shown.fr ? 1 : 0)
    await expect(page.getByText('両委員長に謝意を述べる')).toHaveCount(shown.ja ? 1 : 0)
    const size = await page
      .getByText(japanese ? '5組の自治体' : 'Cinq binômes')
      .evaluate(element => getComputedStyle(element).fontSize)
    expect(size).toBe('24px')
  })

test('[W5] the head of each sheet names the version and its hash', async ({ actors }) => {
  const page = await actors.enter('lead', 'fra', { language: 'fr' })
  const { id, sha256, label } = await restitutionOf(page)
  await page.goto(`/versions/${id}/reading-copy`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(label)
  const rules = await page.evaluate(() =>
    document.adoptedStyleSheets.flatMap(sheet => [...sheet.cssRules].map(rule => rule.cssText)).join('\n'),
  )
  expect(rules).toContain(sha256.slice(0, 12))
  expect(rules).toContain(label)
  expect(rules).toContain('counter(page)')
})
