/** [A4] Locked paragraphs in the room: people of both sides, a real server, real keys. */
import type { Page } from '@playwright/test'
import type { Room } from '../support/room.ts'
import { confirmEssentialBy, consentBy, reopenBy } from './agree-by-request.ts'
import { declarationOf } from './declaration-of.ts'
import { type Actors, expect, test } from './fixtures.ts'
import { composeJapanese } from './japanese-input.ts'
import { networkOf } from './network-of.ts'

/** The French chair has agreed to it in the demonstration, the Japanese not. */
const TITLE = 'Nos engagements'
const JAPANESE = '私たちの約束'
const OPEN = 'Prochaines Rencontres'

const block = (page: Page, words: string | RegExp) =>
  page.locator('[data-block]').filter({ hasText: words }).first()
const stored = (page: Page) => page.locator('[data-saving="stored"]')
const notice = (page: Page) => page.getByRole('status').getByText('convenu et verrouillé')

async function openDraft(page: Page): Promise<void> {
  const { draft } = await declarationOf(page)
  await page.goto(`/drafts/${draft!.id}`)
  await expect(block(page, TITLE)).toBeVisible()
}

async function caretAtEnd(page: Page, words: string): Promise<void> {
  await block(page, words).click()
  await page.keyboard.press('End')
}

/** Two who write on the Japanese side, and the chairs; the essential content is confirmed. */
async function people(actors: Actors, room: Room) {
  const organiser = await actors.enter('organiser', null)
  await confirmEssentialBy(room, organiser)
  const chairs = [await actors.enter('chair', 'fra'), await actors.enter('chair', 'jap')] as const
  const first = await actors.enter('drafter', 'jap', { language: 'fr' })
  const second = await actors.enter('drafter', 'jap', { nth: 1, language: 'fr' })
  return { chairs, first, second }
}

test('[A4] once both chairs have agreed nothing one does changes the paragraph, until a chair reopens it', async ({
  actors,
  room,
}) => {
  const { chairs, first, second } = await people(actors, room)
  for (const page of [first, second]) await openDraft(page)
  await consentBy(room, chairs[0], TITLE)
  await caretAtEnd(first, TITLE)
  await first.keyboard.type(' !')
  await expect(block(second, TITLE)).toHaveText(`${TITLE} !`)
  await first.keyboard.press('Backspace')
  await first.keyboard.press('Backspace')
  await expect(block(second, TITLE)).toHaveText(TITLE)
  const [unit] = await consentBy(room, chairs[1], TITLE)
  await expect(block(first, TITLE)).toHaveAttribute('data-locked', '')

  await caretAtEnd(first, TITLE)
  await first.keyboard.type('abc')
  await expect(notice(first)).toBeVisible()
  await first.keyboard.press('Escape')
  await expect(notice(first)).toHaveCount(0)
  await first.keyboard.press('Enter')
  await first.keyboard.press('Control+z')
  await expect(block(first, TITLE)).toHaveText(TITLE)

  await caretAtEnd(first, JAPANESE)
  await composeJapanese(first, ['に', 'にほ', 'にほん'], '日本')
  await expect(notice(first)).toBeVisible()
  await expect(block(first, JAPANESE)).toHaveText(JAPANESE)

  await caretAtEnd(first, OPEN)
  await first.keyboard.type(' communs')
  await expect(notice(first)).toHaveCount(0)
  await expect(block(second, OPEN)).toHaveText(`${OPEN} communs`)
  await expect(stored(first)).toBeVisible()

  await reopenBy(room, chairs[0], unit!)
  await expect(block(first, TITLE)).not.toHaveAttribute('data-locked')
  await caretAtEnd(first, TITLE)
  await first.keyboard.type(', 2026')
  await expect(block(second, TITLE)).toHaveText(`${TITLE}, 2026`)
  await caretAtEnd(first, JAPANESE)
  await composeJapanese(first, ['に', 'にほん'], '日本')
  await expect(block(second, JAPANESE)).toHaveText(`${JAPANESE}日本`)
})

test('[A4] [R9] what one wrote without a network in a paragraph locked meanwhile is given back, the rest is stored', async ({
  actors,
  room,
}) => {
  const { chairs, first, second } = await people(actors, room)
  const network = await networkOf(first)
  for (const page of [first, second]) await openDraft(page)
  await network.cut()
  await caretAtEnd(first, TITLE)
  await first.keyboard.type(' – projet')
  await caretAtEnd(first, OPEN)
  await first.keyboard.type(' hors ligne')
  for (const chair of chairs) await consentBy(room, chair, TITLE)
  await expect(block(second, TITLE)).toHaveAttribute('data-locked', '')
  network.mend()

  const given = first.getByRole('alert').filter({ hasText: `${TITLE} – projet` })
  await expect(given).toBeVisible()
  await expect(block(second, OPEN)).toHaveText(`${OPEN} hors ligne`)
  for (const page of [first, second]) await expect(block(page, TITLE)).toHaveText(TITLE)
  await expect(stored(first)).toBeVisible()

  await first.reload()
  await expect(given).toBeVisible()
  await expect(block(first, OPEN)).toHaveText(`${OPEN} hors ligne`)
  await caretAtEnd(first, OPEN)
  await first.keyboard.type(', puis en ligne')
  await expect(block(second, OPEN)).toHaveText(`${OPEN} hors ligne, puis en ligne`)
  await given.getByRole('button', { name: 'Ne plus afficher' }).click()
  await expect(given).toHaveCount(0)
})
