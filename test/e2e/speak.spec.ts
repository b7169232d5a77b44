/** [W5] The restitution before the plenary: the speaker's window by keyboard, the hall's window beside it. */
import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessibility.ts'
import { type Actors, expect, test } from './fixtures.ts'
import { restitutionOf } from './restitution-of.ts'

const PHONE = { width: 390, height: 800 }

async function speaker(
  actors: Actors,
  language: 'fr' | 'ja' | 'en',
  context: Parameters<Actors['enter']>[2] = {},
): Promise<Page> {
  const page = await actors.enter('lead', language === 'ja' ? 'jap' : 'fra', { language, ...context })
  await page.goto(`/versions/${(await restitutionOf(page)).id}/speak`)
  await expect(page.locator('[data-cell]').first()).toBeVisible()
  return page
}

const words = (page: Page, language: 'fr' | 'ja') => page.locator(`[data-cell=${language}]`)

test('[W5] a lead opens the view from the version and speaks from beginning to end by keyboard alone', async ({
  actors,
}) => {
  const page = await actors.enter('lead', 'fra', { language: 'fr' })
  const { id } = await restitutionOf(page)
  await page.goto(`/versions/${id}`)
  await page.getByRole('link', { name: 'Vue de l’orateur' }).focus()
  await page.keyboard.press('Enter')
  const where = page.getByRole('status')
  await expect(where).toHaveText(/Paragraphe 1\s*1 sur 9/)
  await expect(page.getByRole('banner')).not.toContainText('Accueil')

  // With interpretation the same key passes over it.
  await page.keyboard.press('Space')
  await expect(where).toContainText('Interprétation en cours')
  await page.keyboard.press('PageDown')
  await expect(where).toHaveText(/Paragraphe 3\s*2 sur 9$/)
  await expect(words(page, 'fr')).toContainText('Cannes')
  await expect(words(page, 'ja')).toContainText('カンヌ市')
  await expect(page.getByRole('main')).toContainText('L’atelier en bref')
  await expect(page.getByRole('complementary')).toContainText('Saluer les deux présidences')
  await expect(page.getByRole('main')).not.toContainText('Saluer les deux présidences')
  await page.keyboard.press('PageUp')
  await expect(where).toContainText('Paragraphe 1')

  await page.keyboard.press('End')
  await expect(where).toContainText('9 sur 9')
  await expect(page.getByText('Fin du texte')).toBeVisible()
  await page.keyboard.type('8')
  await expect(where).toContainText('Aller au paragraphe 8')
  await page.keyboard.press('Enter')
  await expect(where).toHaveText(/Paragraphe 8\s*6 sur 9/)

  await page.keyboard.press('j')
  await expect(words(page, 'fr')).toHaveCount(0)
  await expect(words(page, 'ja')).toContainText('留意点')
  await page.keyboard.press('n')
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await page.reload()
  await expect(where).toHaveText(/Paragraphe 8\s*6 sur 9/)
  await expect(words(page, 'fr')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(new RegExp(`/versions/${id}$`))
})

test('[W5] the clock is started, paused and set back by one key, and says in words how far one is from the plan', async ({
  actors,
}) => {
  const page = await actors.enter('lead', 'jap', { language: 'ja' })
  await page.clock.install({ time: new Date('2026-10-23T08:00:00Z') })
  await page.goto(`/versions/${(await restitutionOf(page)).id}/speak`)
  const clock = page.getByRole('region', { name: '経過時間' })
  await expect(clock).toContainText('計時停止中')
  await expect(clock).toContainText('持ち時間15分')
  await page.keyboard.press('t')
  await page.clock.runFor(5_000)
  await expect(clock).toContainText('予定どおり')
  await page.clock.runFor(90_000)
  await expect(clock).toContainText('01:35')
  await expect(clock).toContainText('1分30秒の遅れ')
  await page.keyboard.press('End')
  await expect(clock).toContainText('早い進行')
  await page.keyboard.press('t')
  await page.clock.runFor(60_000)
  await expect(clock).toContainText('01:35')
  await page.keyboard.press('Shift+T')
  await expect(clock).toContainText('00:00')
})

test('[D2] with single keys off a letter does nothing, and the space bar still speaks on', async ({
  actors,
}) => {
  const page = await speaker(actors, 'fr')
  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: /Touches simples/ }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await expect(page.getByRole('status')).toContainText('Interprétation en cours')
  await expect(words(page, 'fr')).toBeVisible()
})

test('[W5] the hall’s window follows, without notes or clock, and its keys move the speaker', async ({
  actors,
}) => {
  const page = await speaker(actors, 'fr')
  await page.keyboard.type('6')
  await page.keyboard.press('Enter')
  const opening = page.context().waitForEvent('page')
  await page.keyboard.press('w')
  const hall = await opening
  await expect(words(hall, 'fr')).toContainText('Le premier enseignement')
  await expect(words(hall, 'ja')).toContainText('第一の教訓')
  await page.keyboard.press('Home')
  await expect(words(hall, 'ja')).toContainText('第1分科会報告')
  await page.keyboard.type('6')
  await page.keyboard.press('Enter')
  await expect(words(hall, 'fr')).toContainText('Le premier enseignement')
  await expect(hall.getByText('Montrer la photographie')).toHaveCount(0)
  await expect(hall.getByRole('region', { name: 'Chronomètre' })).toHaveCount(0)
  // A window that opens takes the clicker with it.
  await hall.keyboard.press('PageDown')
  await expect(page.getByRole('status')).toContainText('Interprétation en cours')
  await hall.keyboard.press('PageDown')
  await expect(words(hall, 'fr')).toContainText('Le deuxième concerne le temps')
})

test('[W5] once opened it speaks on without the network', async ({ actors }) => {
  const page = await speaker(actors, 'ja')
  await page.context().setOffline(true)
  await page.keyboard.press('End')
  await expect(words(page, 'ja')).toContainText('ご清聴ありがとうございました')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
})

for (const language of ['fr', 'ja'] as const)
  test(`[W5] on a phone a long unit is cut into screens between its lines, and fingers turn them (${language})`, async ({
    actors,
  }) => {
    const page = await speaker(actors, language, { context: { viewport: PHONE, hasTouch: true } })
    await page.keyboard.type('7')
    await page.keyboard.press('Enter')
    const where = page.getByRole('status')
    const screen = (step: number) => (language === 'fr' ? `écran ${step} sur` : `画面${step}／`)
    await expect(where).toContainText(screen(1))
    const steps = Number(/(\d)$/.exec((await where.textContent()) ?? '')?.[1])
    expect(steps).toBeGreaterThan(1)
    const seen: string[] = []
    for (let step = 1; step <= steps; step++) {
      await expect(where).toContainText(screen(step))
      seen.push(await visibleWords(page, language))
      await page.touchscreen.tap(370, 250)
    }
    await expect(where).toContainText(language === 'fr' ? 'Interprétation' : '通訳中')
    await page.touchscreen.tap(20, 250)
    await expect(where).not.toContainText(language === 'fr' ? 'Interprétation' : '通訳中')
    await expect(where).toContainText(screen(steps))
    // Nothing of the unit is on no screen.
    const whole = (await words(page, language).textContent()) ?? ''
    expect([...new Set(seen)].join('')).toBe(whole)
  })

for (const [language, dark] of [
  ['fr', true],
  ['ja', false],
] as const)
  test(`[D2] axe finds no fault in the speaker’s window, nor in the hall’s (${language})`, async ({
    actors,
  }) => {
    const page = await speaker(actors, language, { context: { bypassCSP: true } })
    await page.keyboard.type('6')
    await page.keyboard.press('Enter')
    await page.keyboard.press('t')
    if (!dark) await page.keyboard.press('d')
    await expect(page.locator('html')).toHaveAttribute('data-theme', dark ? 'dark' : 'light')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.goto(`${new URL(page.url()).pathname}?screen=hall`)
    await expect(words(page, 'fr')).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
  })

test('[M3] a version that one may not read cannot be spoken', async ({ actors }) => {
  const lead = await actors.enter('lead', 'fra', { language: 'fr' })
  const { id } = await restitutionOf(lead)
  const observer = await actors.enter('observer', null, { language: 'fr', path: `/versions/${id}/speak` })
  const said = async () => {
    await expect(observer.getByRole('heading', { level: 1 })).toBeVisible()
    return observer.getByRole('main').textContent()
  }
  const hidden = await said()
  await observer.goto('/versions/none/speak')
  expect(await said()).toBe(hidden)
  expect(hidden).not.toContain('R1')
})

/** The characters of a language whose middle is inside its cell. */
async function visibleWords(page: Page, language: 'fr' | 'ja'): Promise<string> {
  return words(page, language).evaluate(cell => {
    const frame = cell.getBoundingClientRect()
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    let seen = ''
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let at = 0; at < (node.textContent ?? '').length; at++) {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const { left, right, top, bottom } = range.getBoundingClientRect()
        const middle = (left + right) / 2
        if (
          middle >= frame.left &&
          middle <= frame.right &&
          top >= frame.top - 1 &&
          bottom <= frame.bottom + 1
        )
          seen += node.textContent![at]
      }
    return seen
  })
}
