/** [S2] The adoption-day view: a screen before the room, and the chairs of both sides at their own devices. */
import type { Page } from '@playwright/test'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { jointDraftOf } from './at-joint-draft.ts'
import { declarationOf } from './declaration-of.ts'
import { type Actors, expect, test } from './fixtures.ts'
import { openJointStage } from './integrating.ts'
import { askAt } from './set-up-by-request.ts'
import { replaceWords, writeIntoDraft } from './write-into-draft.ts'

const PROJECTOR = { viewport: { width: 1920, height: 1080 }, bypassCSP: true }

/** Somebody's window with the view of the declaration. */
async function inRoom(
  actors: Actors,
  role: 'chair' | 'drafter' | 'reviewer',
  side: 'fra' | 'jap',
  context: Parameters<Actors['enter']>[2] = {},
): Promise<Page> {
  const page = await actors.enter(role, side, { context: PROJECTOR, ...context })
  const { text } = await declarationOf(page)
  await page.goto(`/texts/${text.id}/adoption-day`)
  await expect(current(page)).toBeVisible()
  return page
}

const current = (page: Page) => page.locator('[data-current=true]')
const words = (page: Page, language: 'fr' | 'ja') => current(page).locator(`[data-language=${language}]`)
const numbersOf = (page: Page, language: 'fr' | 'ja') =>
  words(page, language).locator('[aria-hidden=true] > span')

/** The size of the words' letters in pixels, and their contrast with what they stand on. */
function lettersOf(page: Page, language: 'fr' | 'ja') {
  return words(page, language)
    .locator('p > span')
    .last()
    .evaluate(element => {
      const style = getComputedStyle(element)
      let ground: Element | null = element
      while (ground && getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)')
        ground = ground.parentElement
      const light = (colour: string) => {
        const [r, g, b] = [...colour.matchAll(/[\d.]+/g)].slice(0, 3).map(([n]) => {
          const part = Number(n) / 255
          return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
        })
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
      }
      const [a, b] = [light(style.color), light(getComputedStyle(ground!).backgroundColor)].sort(
        (x, y) => y - x,
      )
      return { size: Number.parseFloat(style.fontSize), contrast: (a! + 0.05) / (b! + 0.05) }
    })
}

test('a word changes on the last day, before the room: asked for, consented to by both, recorded with who', async ({
  actors,
  room,
}) => {
  test.slow()
  const organiser = await actors.enter('organiser', null)
  await openJointStage(room, organiser)
  const fraChair = await actors.enter('chair', 'fra', { context: PROJECTOR })
  const draft = await jointDraftOf(room, fraChair)

  // The French chair opens the view from the joint draft; the screen in the room is a reviewer's, in Japanese.
  await fraChair.goto(`/drafts/${draft}`)
  await fraChair.getByRole('link', { name: 'Vue de séance d’adoption' }).click()
  await expect(current(fraChair)).toBeVisible()
  const screen = await inRoom(actors, 'reviewer', 'jap')
  await expect(screen.getByRole('banner')).toContainText('共同案')
  await expect(screen.getByRole('banner')).toContainText('パリ')
  await expect(screen.getByRole('contentinfo')).not.toContainText('修正を申し出る')
  expect(await accessibilityFaults(screen)).toEqual([])

  // By keyboard alone: to the third paragraph, large enough for the last row.
  await screen.keyboard.press('j')
  await screen.keyboard.press('ArrowDown')
  await expect(screen.getByRole('status')).toHaveText('第3段落（全42段落）')
  for (const language of ['fr', 'ja'] as const) {
    const { size, contrast } = await lettersOf(screen, language)
    expect(size, language).toBeGreaterThanOrEqual(40)
    expect(contrast, language).toBeGreaterThanOrEqual(7)
  }
  await expect(numbersOf(screen, 'fr').first()).toHaveText('1')
  const lines = await words(screen, 'fr')
    .locator('p')
    .evaluate(block => Math.round(block.clientHeight / Number.parseFloat(getComputedStyle(block).lineHeight)))
  await expect(numbersOf(screen, 'fr')).toHaveCount(lines)

  // What somebody types in the draft is there at once.
  const japChair = await inRoom(actors, 'chair', 'jap')
  await writeIntoDraft(room, japChair, draft, text => replaceWords(text, 'ja', 'に際し', 'の開催に当たり'))
  await expect(words(screen, 'ja')).toContainText('の開催に当たり')

  // The French chair asks, and consents with it; keys alone.
  await fraChair.keyboard.type('3')
  await expect(fraChair.getByRole('status')).toHaveText('Aller au paragraphe 3')
  await fraChair.keyboard.press('Enter')
  await fraChair.keyboard.press('e')
  const dialog = fraChair.getByRole('dialog')
  await expect(dialog.getByLabel('En français', { exact: true })).toBeFocused()
  const retype = async (language: string, from: string, to: string) => {
    const field = dialog.getByLabel(language, { exact: true })
    await field.fill((await field.inputValue()).replace(from, to))
  }
  await retype('En français', 'réunis à', 'rassemblés à')
  await retype('En japonais', '集い', '一堂に会し')
  await dialog.getByLabel('Pour (ville, organisme), en français').fill('Ville de Nancy')
  await dialog.getByLabel('Pour (ville, organisme), en japonais').fill('ナンシー市')
  await dialog.getByLabel('Pour (ville, organisme), en japonais').press('Enter')
  await expect(dialog).toBeHidden()

  // The room sees old and new, who asks, and that one side has consented.
  const banner = screen.getByRole('complementary', { name: '修正の申出' })
  await expect(banner).toContainText('フランス側（ナンシー市の要望）')
  await expect(banner.getByRole('listitem').filter({ hasText: 'フランス側' })).toContainText('同意')
  await expect(banner.getByRole('listitem').filter({ hasText: '日本側' })).toContainText('未回答')
  await expect(words(screen, 'fr').locator('del')).toContainText('réunis')
  await expect(words(screen, 'ja').locator('ins')).toContainText('一堂に会し')
  await screen.keyboard.press('v')
  await expect(words(screen, 'fr').locator('del')).toHaveCount(0)
  await expect(words(screen, 'fr')).toContainText('rassemblés à Cannes')
  expect(await accessibilityFaults(screen)).toEqual([])

  // The Japanese chair consents by keyboard; the words stand there, agreed, before everybody's eyes.
  await japChair.keyboard.type('3')
  await japChair.keyboard.press('Enter')
  await japChair.keyboard.press('c')
  await japChair.getByRole('dialog').getByRole('button', { name: '同意する' }).press('Enter')
  await expect(banner).toBeHidden()
  for (const page of [screen, japChair, fraChair]) {
    await expect(words(page, 'fr')).toContainText('rassemblés à Cannes')
    await expect(words(page, 'ja')).toContainText('一堂に会し')
  }
  await expect(screen.getByRole('contentinfo')).toContainText('合意済み')
  await expect(fraChair.getByRole('contentinfo')).toContainText('Convenu')
  await expect(fraChair.getByRole('contentinfo')).toContainText('Modifié à')

  // The list says who asked, and when each side consented.
  await fraChair.keyboard.press('l')
  const list = fraChair.getByRole('dialog', { name: 'Dernières modifications' })
  await expect(list.locator('del').first()).toContainText('réunis')
  await expect(list).toContainText('Demandée par COPIL FRA (pour Ville de Nancy)')
  for (const side of ['COPIL FRA', 'COPIL JAP'])
    await expect(
      list
        .getByRole('listitem')
        .filter({ hasText: `${side} ✓ consent` })
        .last(),
    ).toContainText('(Tokyo)')
  await fraChair.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await fraChair.keyboard.press('Escape')
  await expect(fraChair).toHaveURL(new RegExp(`/drafts/${draft}$`))

  // Transmitted, the screen shows the version, and the record of what was changed stays at hand.
  const path = `/api/drafts/${draft}`
  const preview = await askAt<{ sha256: string }>(room, fraChair, 'GET', `${path}/preview`)
  await askAt(room, fraChair, 'POST', `${path}/transmission`, {
    coverNote: { fr: 'Lecture commune.', ja: '共同確認版です。' },
    sha256: preview.sha256,
    decisions: null,
  })
  await expect(screen.getByRole('banner')).toContainText('提出版V3')
  await expect(words(screen, 'fr')).toContainText('rassemblés à Cannes')
  await screen.keyboard.press('l')
  await expect(screen.getByRole('dialog', { name: '直近の修正' })).toContainText('ナンシー市')
})

test('[M3] before the room nobody’s private draft is shown: a chair sees the last version there', async ({
  actors,
}) => {
  const page = await actors.enter('chair', 'jap', { context: PROJECTOR })
  const { text, draft, versions } = await declarationOf(page)
  expect(draft?.audience).toBe('jap')
  const sockets: string[] = []
  const asked: string[] = []
  page.on('websocket', socket => sockets.push(socket.url()))
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  await page.goto(`/texts/${text.id}`)
  await page.getByRole('link', { name: '採択会場画面' }).click()
  await expect(current(page)).toBeVisible()
  await expect(page.getByRole('banner')).toContainText(`提出版${versions.at(-1)!.label}`)
  expect(sockets).toEqual([])
  expect(asked.filter(path => path.includes(draft!.id) || /^\/api\/.*thread/.test(path))).toEqual([])
  await expect(page.getByRole('contentinfo')).not.toContainText('修正を申し出る')
  await page.keyboard.press('e')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the view by keyboard: focus, size, ends, pages of a long paragraph, help; and on a phone', async ({
  actors,
  room,
}) => {
  test.slow()
  const organiser = await actors.enter('organiser', null)
  await openJointStage(room, organiser)
  const fraDrafter = await actors.enter('drafter', 'fra', { context: PROJECTOR })
  const draft = await jointDraftOf(room, fraDrafter)
  const page = await inRoom(actors, 'chair', 'fra')
  const status = page.getByRole('status')
  await page.keyboard.press('End')
  await expect(status).toHaveText('Paragraphe 42 sur 42')
  await page.keyboard.press('Home')
  await page.keyboard.press('k')
  await expect(status).toHaveText('Paragraphe 1 sur 42')

  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  const { size } = await lettersOf(page, 'fr')
  await page.keyboard.press('-')
  await expect.poll(async () => (await lettersOf(page, 'fr')).size).toBeCloseTo(size / 1.1, 0)
  await page.keyboard.press('f')
  await expect.poll(async () => (await lettersOf(page, 'fr')).size).toBeLessThan(size / 1.2)
  await page.reload()
  await expect(status).toHaveText('Paragraphe 3 sur 42')
  await page.keyboard.press('f')
  await page.keyboard.press('+')
  await expect.poll(async () => (await lettersOf(page, 'fr')).size).toBeCloseTo(size, 0)

  // A paragraph that no letters could bring onto one screen is gone through page by page.
  const long = 'Nous réaffirmons cette volonté commune. '.repeat(60)
  await writeIntoDraft(room, fraDrafter, draft, text =>
    replaceWords(text, 'fr', 'Nous, représentants de ', `${long}Nous, représentants de `),
  )
  await expect(words(page, 'fr')).toContainText('cette volonté commune')
  const stage = page.locator('[data-focus=true]')
  const before = await stage.evaluate(element => element.scrollTop)
  await page.keyboard.press('PageDown')
  await expect(status).toHaveText('Paragraphe 3 sur 42')
  expect(await stage.evaluate(element => element.scrollTop)).toBeGreaterThan(before + 300)
  for (let pages = 0; pages < 8; pages++) await page.keyboard.press('PageDown')
  await expect(status).not.toHaveText('Paragraphe 3 sur 42')

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Touches' })).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('d')
  await page.keyboard.press('Home')
  expect((await lettersOf(page, 'ja')).contrast).toBeGreaterThanOrEqual(7)

  const phone = await inRoom(actors, 'chair', 'jap', {
    context: { viewport: { width: 390, height: 800 }, bypassCSP: true },
  })
  expect(await overflow(phone)).toBe(0)
  expect(await accessibilityFaults(phone)).toEqual([])
  await phone.getByRole('button', { name: '次へ' }).click()
  await expect(phone.getByRole('status')).toHaveText('第2段落（全42段落）')
  await phone.getByRole('button', { name: '修正を申し出る' }).click()
  await expect(phone.getByRole('dialog')).toBeVisible()
})
