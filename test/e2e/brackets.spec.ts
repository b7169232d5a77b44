/**
 * [A5] A passage is put in brackets by one side, in both languages at once; the other side reads it once the version
 * leaves, takes it into its draft and settles it there.
 */
import type { Locator, Page } from '@playwright/test'
import type { DeskView } from '../../shared/protocol/views.ts'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { atJointDraft } from './at-joint-draft.ts'
import { decideTheRest, transmitByRequest } from './decide-by-request.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { openJointStage } from './integrating.ts'
import { ask, organiserOf } from './set-up-by-request.ts'

type Language = 'fr' | 'ja'
/** A paragraph that no amendment of the demonstration is about. */
const UNIT = 'u12'
const WORDS = 'la diversité des voies'
const OTHER_FR = 'la richesse des chemins'
const OTHER_JA = '歩みの豊かさ'

const block = (page: Page, language: Language) =>
  page.locator(`[data-side="${language}"] > [data-unit="${UNIT}"]`)
const signs = (page: Page, language: Language) =>
  block(page, language).locator('.bracket-sign[data-edge="opens"]')
const marked = (page: Page, language: Language) => block(page, language).locator('[data-bracket]')
/** Clicks on a sign that opens, by its place: it is drawn by the style sheet before the first words. */
async function clickSign(page: Page, sign: Locator): Promise<void> {
  await sign.scrollIntoViewIfNeeded()
  const [x, y] = await sign.evaluate(element => {
    const { left, top, height } = element.getClientRects()[0]!
    return [left + 3, top + height / 2] as const
  })
  await page.mouse.click(x, y)
}
const stored = (page: Page) => page.locator('[data-saving="stored"]')

async function openDraft(page: Page): Promise<{ readonly draft: string; readonly text: string }> {
  const { draft, text } = await declarationOf(page)
  await page.goto(`/drafts/${draft!.id}`)
  await expect(block(page, 'fr')).toBeAttached()
  return { draft: draft!.id, text: text.id }
}

async function selectWords(page: Page, words: string): Promise<void> {
  await block(page, 'fr').click()
  await block(page, 'fr').evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(wanted)
      if (at < 0) continue
      getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error(`no « ${wanted} »`)
  }, words)
}

/** By keyboard: from the paragraph's beginning to the first of its words, then on with Shift. */
async function chooseJapanese(page: Page, from: string, count: number): Promise<void> {
  const words = page.getByRole('dialog').locator('[role="listbox"]:lang(ja)')
  await expect(words).toBeFocused()
  await page.keyboard.press('Home')
  const chosen = words.locator('[data-chosen]')
  while (!(await chosen.allTextContents()).join('').includes(from)) await page.keyboard.press('ArrowRight')
  for (let more = 1; more < count; more++) await page.keyboard.press('Shift+ArrowRight')
}

async function putInBrackets(page: Page): Promise<void> {
  await selectWords(page, WORDS)
  await page.keyboard.press('Alt+Shift+B')
  const dialog = page.getByRole('dialog', { name: 'Mettre entre crochets' })
  await expect(dialog).toBeVisible()
  await chooseJapanese(page, '道', 4)
  expect(await accessibilityFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Ajouter une autre rédaction' }).click()
  const other = dialog.getByRole('group', { name: 'Rédaction 2' })
  await other.getByLabel('Français').fill(OTHER_FR)
  await other.getByLabel('Japonais').fill(OTHER_JA)
  await other.getByLabel('Demandé par').selectOption('COPIL FRA')
  await dialog.getByLabel('Remarque en français').fill('À voir avec la capitale.')
  await dialog.getByRole('button', { name: 'Mettre entre crochets' }).click()
  await expect(dialog).toBeHidden()
}

test('[A5] [M3] brackets opened by one side are read by the other with the version, and settled there in both languages', async ({
  actors,
  room,
}) => {
  test.setTimeout(180_000)
  const japDrafter = await actors.enter('drafter', 'jap', { language: 'fr', context: { bypassCSP: true } })
  const japChair = await actors.enter('chair', 'jap', { language: 'ja' })
  const fraDrafter = await actors.enter('drafter', 'fra', { language: 'fr', context: { bypassCSP: true } })
  const { draft, text } = await openDraft(japDrafter)
  await openDraft(japChair)

  await test.step('both languages stand in brackets, in one step that is undone as one', async () => {
    await putInBrackets(japDrafter)
    for (const language of ['fr', 'ja'] as const) {
      await expect(signs(japDrafter, language)).toHaveCount(2)
      await expect(signs(japChair, language)).toHaveCount(2)
    }
    await expect(marked(japDrafter, 'fr')).toHaveText([WORDS, OTHER_FR])
    await expect(marked(japDrafter, 'ja').last()).toHaveText(OTHER_JA)
    await block(japDrafter, 'fr').click()
    await japDrafter.keyboard.press('Control+z')
    for (const language of ['fr', 'ja'] as const) await expect(signs(japDrafter, language)).toHaveCount(0)
    await japDrafter.keyboard.press('Control+Shift+z')
    for (const language of ['fr', 'ja'] as const) await expect(signs(japDrafter, language)).toHaveCount(2)
    await expect(stored(japDrafter)).toBeVisible()
  })

  await test.step('the card says who asks, what and why, and begins a thread there', async () => {
    await clickSign(japDrafter, signs(japDrafter, 'fr').first())
    const card = japDrafter.getByRole('dialog', { name: 'Crochets' })
    await expect(card).toContainText('COPIL JAP')
    await expect(card).toContainText('À voir avec la capitale.')
    await expect(card.getByRole('row', { name: /COPIL FRA/ })).toContainText(OTHER_JA)
    const faults = await accessibilityFaults(japDrafter)
    expect(faults.filter(fault => fault.includes('bracket') || fault.includes('table'))).toEqual([])
    await card.getByRole('button', { name: 'Ouvrir un fil' }).click()
    await japDrafter.getByRole('textbox', { name: 'Votre commentaire' }).fill('Jusqu’où pouvons-nous aller ?')
    await japDrafter.getByRole('button', { name: 'Envoyer à ma délégation' }).click()
    await expect(japDrafter.getByRole('article').filter({ hasText: 'Jusqu’où' })).toBeVisible()
    await clickSign(japDrafter, signs(japDrafter, 'fr').first())
    await expect(card.getByRole('button', { name: 'Fil 1' })).toBeVisible()
    await japDrafter.keyboard.press('Escape')
    await expect(card).toBeHidden()
  })

  await test.step('the other side learns nothing of it before the version leaves', async () => {
    const asked = await fraDrafter.request.get(`/api/texts/${text}/brackets?place=draft:${draft}`)
    expect(asked.status()).toBe(404)
    await fraDrafter.goto(`/texts/${text}/brackets`)
    await expect(fraDrafter.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(fraDrafter.getByText(OTHER_FR)).toHaveCount(0)
  })

  const version = await test.step('the version leaves', async () => {
    await decideTheRest(room, japChair, draft)
    return transmitByRequest(room, japChair, draft)
  })

  await test.step('the other side reads it with the side named, and its list with what is said of it', async () => {
    await fraDrafter.goto(`/versions/${version.id}`)
    const unit = fraDrafter.locator(`[data-unit="${UNIT}"]`).first()
    await expect(unit).toContainText(`[JAP${WORDS}][FRA${OTHER_FR}]`)
    await expect(unit).toContainText(`［仏側${OTHER_JA}］`)
    await expect(unit.getByRole('img', { name: 'Début de crochets, COPIL JAP' }).first()).toBeVisible()
    await fraDrafter.getByRole('link', { name: /passages? entre crochets/ }).click()
    const item = fraDrafter.getByRole('article').filter({ hasText: OTHER_FR })
    await expect(item).toContainText(OTHER_JA)
    await expect(item).toContainText('À voir avec la capitale.')
    // Their thread is internal, and so is who wrote the remark.
    await expect(item.getByRole('link', { name: /Fil/ })).toHaveCount(0)
    await expect(item).not.toContainText('rédaction')
    await fraDrafter.getByLabel('Demandés par').selectOption('COPIL FRA')
    await expect(fraDrafter).toHaveURL(/by=fra/)
    await expect(item).toHaveCount(0)
    await fraDrafter.getByLabel('Demandés par').selectOption('COPIL JAP')
    await expect(item).toBeVisible()
    expect(await accessibilityFaults(fraDrafter)).toEqual([])
    await fraDrafter.setViewportSize({ width: 390, height: 800 })
    expect(await overflow(fraDrafter)).toBe(0)
    await fraDrafter.setViewportSize({ width: 1440, height: 900 })
  })

  await test.step('in its own draft, which continues the version, they are settled there in both languages at once', async () => {
    await fraDrafter.request.post(`/api/texts/${text}/draft`, { headers: { origin: room.address } })
    await openDraft(fraDrafter)
    await expect(signs(fraDrafter, 'ja')).toHaveCount(2)
    await clickSign(fraDrafter, signs(fraDrafter, 'ja').first())
    const card = fraDrafter.getByRole('dialog', { name: 'Crochets' })
    await card
      .getByRole('row', { name: /COPIL FRA/ })
      .getByRole('button', { name: /Retenir/ })
      .click()
    for (const language of ['fr', 'ja'] as const) await expect(signs(fraDrafter, language)).toHaveCount(0)
    await expect(block(fraDrafter, 'fr')).toContainText(`en lumière ${OTHER_FR} par lesquelles`)
    await expect(block(fraDrafter, 'ja')).toContainText(OTHER_JA)
    await block(fraDrafter, 'fr').click()
    await fraDrafter.keyboard.press('Control+z')
    for (const language of ['fr', 'ja'] as const) await expect(signs(fraDrafter, language)).toHaveCount(2)
  })
})

test('[A5] in the joint draft a bracket is settled once the chairs of both sides consent to the words that are left', async ({
  actors,
  room,
}) => {
  test.setTimeout(180_000)
  const organiser = await actors.enter('organiser', null)
  await openJointStage(room, organiser)
  const japDrafter = await atJointDraft(actors, room, { role: 'drafter', side: 'jap' })
  const fraChair = await atJointDraft(actors, room, { role: 'chair', side: 'fra' })
  const unit = 'u12'
  const signsIn = (page: Page) =>
    page.locator(`[data-side="ja"] > [data-unit="${unit}"] .bracket-sign[data-edge="opens"]`)

  await test.step('either side may ask there; both see it at once', async () => {
    await japDrafter.locator(`[data-side="ja"] > [data-unit="${unit}"]`).click()
    await japDrafter.getByRole('button', { name: '選択範囲にブラケットを付ける' }).click()
    const dialog = japDrafter.getByRole('dialog', { name: 'ブラケットを付ける' })
    await expect(dialog.getByRole('radio', { name: '日本側' })).toBeChecked()
    await dialog.getByRole('radio', { name: 'フランス側' }).check()
    await dialog.getByRole('button', { name: 'ブラケットを付ける' }).click()
    await expect(signsIn(fraChair)).toHaveCount(1)
    await expect(signsIn(fraChair).first()).toHaveAttribute('data-asked', '仏側')
  })

  await test.step('a chair’s choice is asked for, with that chair’s consent', async () => {
    await clickSign(fraChair, signsIn(fraChair).first())
    const card = fraChair.getByRole('dialog', { name: 'Crochets' })
    await card.getByRole('button', { name: /^Retenir/ }).click()
    await expect(fraChair.getByRole('complementary', { name: 'Modifications demandées' })).toBeVisible()
    await expect(signsIn(fraChair)).toHaveCount(1)
    await clickSign(fraChair, signsIn(fraChair).first())
    await expect(card).toContainText('Levée proposée')
    await expect(card.getByRole('button', { name: /^Retenir/ })).toHaveCount(0)
    await fraChair.keyboard.press('Escape')
  })

  await test.step('the other chair’s consent takes the signs away, and the words stay', async () => {
    const japChair = await atJointDraft(actors, room, { role: 'chair', side: 'jap' })
    await japChair.getByRole('button', { name: '修正の申出あり' }).click()
    await japChair.getByRole('button', { name: '日本側として同意する' }).click()
    for (const page of [japChair, fraChair, japDrafter]) await expect(signsIn(page)).toHaveCount(0)
    await expect(fraChair.locator(`[data-side="fr"] > [data-unit="${unit}"]`)).toContainText(WORDS)
  })
})

test('[A5] typed square brackets of an imported text become brackets where the reader of the review asks for it', async ({
  browser,
  emptyRoom,
}) => {
  const page = await organiserOf(emptyRoom, browser, 'fr')
  const desk: DeskView = await ask(emptyRoom, page, 'GET /api/desk')
  await page.goto(`/texts/${desk.texts[0]!.text.id}/import`)
  const file = (name: string, content: string) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(content),
  })
  await page
    .getByLabel(/Choisir un fichier.*Texte français/)
    .setInputFiles(
      file('d.fr.txt', 'Déclaration\nNous accueillons [dix] jeunes [sic].\nNous coopérons [toujours].'),
    )
  await page
    .getByLabel(/Choisir un fichier.*Texte japonais/)
    .setInputFiles(file('d.ja.txt', '宣言\n若者［10名］を受け入れる。\n［常に］協力する。'))
  await page.getByRole('button', { name: 'Rapprocher les paragraphes' }).click()
  const list = page.getByRole('region', { name: '3 passages entre crochets saisis' })
  await expect(list).toBeVisible()
  await expect(list.getByRole('listitem').first()).toContainText('［10名］')
  await list.getByLabel('Tous').selectOption('Crochets : COPIL JAP')
  await list.getByLabel('Crochets autour de « sic »').selectOption('Laisser tels quels')
  await page.getByLabel('Nom de la version').fill('Reçue')
  await page.getByRole('button', { name: 'Importer comme version' }).click()
  await page.getByRole('link', { name: 'Reçue' }).click()
  const sheet = page.locator('[data-unit]')
  await expect(sheet.filter({ hasText: '受け入れる' })).toContainText(
    'Nous accueillons [JAPdix] jeunes [sic].',
  )
  await expect(sheet.filter({ hasText: '受け入れる' })).toContainText('若者［日本側10名］を受け入れる。')
  await page.getByRole('link', { name: '2 passages entre crochets' }).click()
  await expect(page.getByRole('article')).toHaveCount(2)
})
