/** The tools around the two editors: rows, offers, menus, help, and what happens when something goes wrong. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './editor-page.ts'

const THREE = '?text=three&lang=fr'

async function paste(page: Page, data: { html?: string; text?: string }): Promise<void> {
  await page.evaluate(({ html, text }) => {
    const clipboardData = new DataTransfer()
    if (html) clipboardData.setData('text/html', html)
    if (text) clipboardData.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, data)
}

test('[U1] what is missing is written where it is missing', async ({ editor }) => {
  await editor.open(THREE)
  await editor.colleague(c => c.remove('ja', 1))
  await expect(editor.page.getByText('Le japonais manque')).toBeVisible()
  await editor.page.locator('[data-slot="u1-ja"] button').click()
  await editor.page.keyboard.type('二')
  await expect.poll(() => editor.words('ja')).toEqual(['一番', '二', '三番'])
  await expect(editor.page.locator('[data-slot]')).toHaveCount(0)
})

test('[U1] both languages of a row begin at the same height', async ({ editor }) => {
  await editor.open('?text=demo')
  const tops = await editor.page.evaluate(() =>
    window.harness.pair!.rows.get().layout.rows.flatMap(row => {
      if (row.fr.state !== 'here' || row.ja.state !== 'here') return []
      const kind = row.fr.blocks[0]!.kind
      if (kind !== 'paragraph' && kind !== 'recital') return []
      return [
        [row.fr.blocks[0]!.id, row.ja.blocks[0]!.id].map(
          id => document.querySelector(`[data-block="${id}"]`)!.getBoundingClientRect().top,
        ),
      ]
    }),
  )
  expect(tops.length).toBeGreaterThan(10)
  for (const [fr, ja] of tops) expect(fr).toBe(ja)
})

test('[U2] a join that leaves Japanese alone offers to join it too', async ({ editor }) => {
  await editor.open(THREE)
  await editor.caretBefore('fr', 'Deux')
  await editor.page.keyboard.press('Backspace')
  await expect.poll(() => editor.words('fr')).toEqual(['UnDeux', 'Trois'])
  await editor.page.getByRole('button', { name: /^Réunir/ }).click()
  await expect(editor.page.locator('[data-slot]')).toHaveCount(0)
  await editor.page.keyboard.press('Control+z')
})

test('[U3] the kind is chosen from a menu, for both languages', async ({ editor }) => {
  await editor.open(THREE)
  await editor.caretAfter('fr', 'Deux')
  await editor.page
    .getByRole('toolbar')
    .getByRole('button', { name: /Paragraphe/ })
    .first()
    .click()
  await editor.page.getByRole('menuitem', { name: /Engagement/ }).click()
  await expect(editor.page.locator('[data-kind="commitment"][data-block]')).toHaveCount(2)
  await expect(editor.page.locator('[data-number="1."]')).toHaveCount(1)
  await expect(editor.page.locator('[data-side="fr"][contenteditable]')).toBeFocused()
  await editor.page.keyboard.type('!')
  await expect.poll(() => editor.words('fr')).toContain('Deux!')
})

test('[D2] the keys are all in the help, which opens and closes by keyboard', async ({ editor }) => {
  await editor.open(THREE)
  await editor.caretAfter('fr', 'Deux')
  await editor.page.keyboard.press('Control+/')
  const help = editor.page.getByRole('dialog')
  await expect(help).toContainText('Alt + Entrée')
  await editor.page.keyboard.press('Escape')
  await expect(help).toBeHidden()
})

test('[D2] using a tool does not scroll the page', async ({ editor }) => {
  await editor.open('?text=units&units=60')
  await editor.page.locator('[data-side="fr"] > [data-block]').nth(30).click()
  const before = await editor.page.evaluate(() => scrollY)
  expect(before).toBeGreaterThan(500)
  await editor.page.evaluate(() =>
    document.querySelector<HTMLElement>('[role="toolbar"] button[aria-haspopup]')!.focus(),
  )
  expect(await editor.page.evaluate(() => scrollY)).toBe(before)
})

test('[D2] the tools are reached and left by keyboard', async ({ editor }) => {
  await editor.open(THREE)
  await editor.caretAfter('fr', 'Deux')
  await editor.page.keyboard.press('Alt+F10')
  await expect(editor.page.getByRole('button', { name: 'Annuler' })).toBeFocused()
  await editor.page.keyboard.press('ArrowRight')
  await expect(editor.page.getByRole('button', { name: 'Rétablir' })).toBeFocused()
  await editor.page.keyboard.press('Escape')
  await editor.page.keyboard.type('!')
  await expect.poll(() => editor.words('fr')).toContain('Deux!')
})

test('[D2] what others write does not scroll the page', async ({ editor }) => {
  await editor.open('?text=units&units=60')
  const block = editor.page.locator('[data-side="fr"] > [data-block]').nth(30)
  await block.click()
  // The caret stands just above the lower edge of the window.
  await editor.page.evaluate(() => {
    const caret = document.querySelectorAll('[data-side="fr"] > [data-block]')[30]!
    scrollBy(0, caret.getBoundingClientRect().top - innerHeight + 40)
  })
  const before = await editor.page.evaluate(() => scrollY)
  await editor.colleague(c => c.insert('fr', 33, 0, 'Ailleurs '))
  await expect.poll(async () => (await editor.words('fr'))[33]).toContain('Ailleurs')
  expect(
    await editor.page.evaluate(() => new Promise(done => requestAnimationFrame(() => done(scrollY)))),
  ).toBe(before)
})

test('[U2] pasting from Word gives blocks, and a million characters more are refused whole', async ({
  editor,
}) => {
  await editor.open('?text=blank')
  await editor.page.locator('[data-side="fr"] > [data-block]').first().click()
  await paste(editor.page, { html: readFileSync('test/fixtures/editor/word-clipboard.html', 'utf8') })
  await expect.poll(async () => (await editor.words('fr')).length).toBe(6)
  const kinds = await editor.page
    .locator('[data-side="fr"] > [data-block]')
    .evaluateAll(blocks => blocks.map(each => (each as HTMLElement).dataset.kind))
  expect(kinds).toEqual(['title', 'heading', 'paragraph', 'bullet', 'bullet', 'number'])
  await paste(editor.page, { text: 'mot '.repeat(300_000) })
  await expect(editor.page.getByRole('alert')).toContainText('million')
  expect((await editor.words('fr')).length).toBe(6)
})

test('[U2] a paragraph of a hundred thousand characters is taken, and one can go on writing', async ({
  editor,
}) => {
  await editor.open(THREE)
  await editor.caretAfter('fr', 'Deux')
  await paste(editor.page, { text: 'mot '.repeat(25_000) })
  await editor.page.keyboard.type('fin')
  await expect.poll(async () => (await editor.words('fr'))[1]!.endsWith('fin')).toBe(true)
  expect((await editor.words('fr'))[1]!.length).toBe(100_000 + 'Deuxfin'.length)
})

test('[U2] a block that this program does not know is never deleted: the text is shown for reading', async ({
  editor,
}) => {
  await editor.open(THREE)
  await editor.page.evaluate(() => {
    const { colleague, Y } = window.harness
    const strange = new Y.XmlElement('table')
    strange.insert(0, [new Y.XmlText('mots d’une autre version')])
    colleague.getXmlFragment('fr').insert(1, [strange])
  })
  await expect(editor.page.locator('[contenteditable="true"]')).toHaveCount(0)
  await expect(editor.page.getByText('mots d’une autre version')).toBeVisible()
  expect((await editor.words('fr')).length).toBe(4)
})

test('[U7] a narrow screen keeps its tools in one line and turns to the other language', async ({
  editor,
}) => {
  await editor.page.setViewportSize({ width: 390, height: 844 })
  await editor.open(THREE)
  const bar = await editor.page.getByRole('toolbar').boundingBox()
  expect(bar!.height).toBeLessThan(80)
  await editor.caretAfter('fr', 'Deux')
  await editor.page.getByRole('button', { name: 'Japonais' }).click()
  await expect(editor.page.locator('[data-side="fr"][contenteditable]')).toBeHidden()
  await editor.page.keyboard.type('!')
  await expect.poll(async () => (await editor.words('ja'))[1]).toContain('!')
  expect(await editor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('[D2] nothing in the editor is inaccessible to assistive technology', async ({ editor }) => {
  await editor.open('?text=demo')
  await editor.colleague(c => c.remove('ja', 1))
  await editor.page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' })
  const violations = await editor.page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run(options: object): Promise<{ violations: object[] }> } })
      .axe
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
    return violations.map(each => {
      const { id, nodes } = each as { id: string; nodes: { html: string; failureSummary: string }[] }
      return { id, nodes: nodes.slice(0, 3).map(node => `${node.html.slice(0, 200)} ${node.failureSummary}`) }
    })
  })
  expect(violations).toEqual([])
})
