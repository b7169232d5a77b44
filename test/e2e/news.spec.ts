/** [D1] [D4] Somebody was away and comes back: what awaits them, what the others did, and the ways to both. */
import type { Page } from '@playwright/test'
import type { AmendmentsView, EditionView, TextView } from '../../shared/protocol/views.ts'
import type { Room } from '../support/room.ts'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { decideTheRest, transmitByRequest } from './decide-by-request.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { askAt, invited } from './set-up-by-request.ts'
import { aDayPasses, visitFirstPage } from './visits.ts'
import { replaceWords, writeIntoDraft } from './write-into-draft.ts'

const away = { fr: 'Pendant votre absence', ja: 'ご不在の間の動き' }
const awaiting = { fr: 'Ce qui vous attend', ja: '対応が必要な事項' }
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function say(
  room: Room,
  page: Page,
  place: string,
  unit: string,
  audience: string,
  body: string,
): Promise<string> {
  const { text } = await declarationOf(page)
  const { id } = await askAt<{ id: string }>(room, page, 'POST', `/api/texts/${text.id}/threads`, {
    ...{ place, audience, body, assignee: null },
    anchor: { unit, blocks: [], passage: null },
  })
  return id
}

async function moveDeadline(room: Room, organiser: Page, days: number): Promise<void> {
  const { stages } = await askAt<EditionView>(room, organiser, 'GET', '/api/edition')
  const { id, name, turn, versionLabel, confirmsEssential, startsFrom, evidence, due } = stages.find(
    stage => stage.versionLabel === 'V2-FRA',
  )!
  await askAt(room, organiser, 'PUT', `/api/stages/${id}`, {
    ...{ name, turn, versionLabel, confirmsEssential, startsFrom, evidence, dueStatus: 'confirmed' },
    due: { at: new Date(Date.parse(due!.at) + days * 86_400_000).toISOString(), zone: due!.zone },
  })
}

test('[D1] [D4] [M3] both sides come back to what the other did: words, comments, V2, a deadline, a newcomer', async ({
  actors,
  room,
  browser,
}) => {
  const reviewer = await actors.enter('reviewer', 'fra', { language: 'fr', path: '/plan' })
  const chair = await actors.enter('chair', 'fra', { language: 'fr', path: '/plan' })
  await visitFirstPage(reviewer)
  await visitFirstPage(chair)
  aDayPasses(room)

  // The others work.
  const organiser = await actors.enter('organiser', null, { path: '/plan' })
  const japChair = await actors.enter('chair', 'jap', { language: 'ja', path: '/plan' })
  const japDrafter = await actors.enter('drafter', 'jap', { language: 'ja', path: '/plan' })
  const japanese: TextView = await declarationOf(japDrafter)
  const draft = japanese.draft!.id
  const answer = japanese.versions.at(-1)!
  await say(room, japDrafter, `draft:${draft}`, 'u40', 'jap', 'SECRET @{side:jap}')
  const thread = await say(
    room,
    japDrafter,
    `version:${answer.id}`,
    'u40',
    'joint',
    '@{role:fra:reviewer} Cette phrase vous convient-elle ?',
  )
  await writeIntoDraft(room, japDrafter, draft, before =>
    replaceWords(
      replaceWords(before, 'fr', 'Nos engagements', 'Nos promesses'),
      'ja',
      '私たちの約束',
      '私たちの誓い',
    ),
  )
  await moveDeadline(room, organiser, 7)
  await invited(room, browser, organiser, { role: 'observer', side: null, language: 'fr' })

  // Of the Japanese side's private work nothing is told.
  await reviewer.goto('/')
  await expect(region(reviewer, awaiting.fr).getByRole('listitem')).toHaveCount(2)
  await expect(region(reviewer, away.fr).getByText('1 fil', { exact: true })).toBeVisible()
  await expect(reviewer.getByText('SECRET')).toHaveCount(0)
  await expect(reviewer.getByText('Nos promesses')).toHaveCount(0)

  // V2 arrives while the page is open.
  await decideTheRest(room, japChair, draft)
  const v2 = await transmitByRequest(room, japChair, draft)
  const news = region(reviewer, away.fr)
  const heading = news.getByRole('article').filter({ hasText: 'promesses' })
  await expect(heading).toBeVisible()
  await expect(heading.locator('[lang=fr] ins').filter({ hasText: 'promesses' })).toBeVisible()
  await expect(heading.locator('[lang=ja] ins').filter({ hasText: '誓い' })).toBeVisible()
  const said = news.getByRole('article').filter({ hasText: 'Cette phrase vous convient-elle' }).first()
  await expect(said).toContainText('Partagé')
  await expect(said).toContainText('vous mentionne')
  await expect(news.getByRole('link', { name: 'V2 transmise' })).toHaveAttribute('href', `/versions/${v2.id}`)
  const moved = news.getByRole('listitem').filter({ hasText: 'Étape modifiée' })
  await expect(moved).toContainText(
    'Auparavantven. 31 juillet 2026, 23:59 (Paris) · sam. 1er août, 06:59 (Tokyo)',
  )
  await expect(moved).toContainText('Désormaisven. 7 août 2026, 23:59 (Paris) · sam. 8 août, 06:59 (Tokyo)')
  await expect(news.getByRole('link', { name: 'A rejoint l’édition : observer' })).toBeVisible()
  await expect(reviewer.getByText('SECRET')).toHaveCount(0)

  // Each line leads to the place itself.
  const mention = region(reviewer, awaiting.fr)
    .getByRole('listitem')
    .filter({ hasText: 'Cette phrase vous convient-elle' })
  await expect(mention.getByRole('link')).toHaveAttribute('href', `/versions/${v2.id}?thread=${thread}`)
  await heading.getByRole('link', { name: /^Comparer/ }).click()
  await expect(reviewer.getByRole('heading', { level: 1 })).toHaveText('V1-FRA → V2')
  await expect(reviewer.getByRole('article').filter({ hasText: 'promesses' })).toBeFocused()

  // Once read, it awaits the reviewer no more.
  await askAt(room, reviewer, 'POST', `/api/threads/${thread}/read`)
  await reviewer.goto('/')
  await expect(region(reviewer, awaiting.fr).getByRole('listitem').first()).toBeVisible()
  await expect(mention).toHaveCount(0)

  // The chair is to acknowledge V2; once done it waits no more.
  await chair.goto('/')
  await region(chair, awaiting.fr).getByRole('link', { name: 'Accuser réception de V2' }).click()
  await expect(chair.getByRole('heading', { level: 1 })).toContainText('V2')
  await askAt(room, chair, 'POST', `/api/versions/${v2.id}/receipt`)
  await chair.goto('/')
  await expect(region(chair, awaiting.fr).getByRole('listitem').first()).toBeVisible()
  await expect(chair.getByRole('link', { name: 'Accuser réception de V2' })).toHaveCount(0)
})

test('[D1] amendments to decide and one’s own threads lead to the draft; what is decided is gone at once', async ({
  actors,
  room,
}) => {
  const page = await actors.enter('chair', 'jap', { language: 'ja' })
  const { draft } = await declarationOf(page)
  const list = region(page, awaiting.ja)
  await expect(list.getByRole('link', { name: 'V1-FRAの修正案4件について対応を決定する' })).toHaveAttribute(
    'href',
    `/drafts/${draft!.id}?amendments=undecided`,
  )
  await expect(list.getByRole('link', { name: 'ご自身宛てのコメントに返信する' })).toHaveAttribute(
    'href',
    new RegExp(`^/drafts/${draft!.id}\\?thread=thread-`),
  )
  const drafter = await actors.enter('drafter', 'jap', { path: '/plan' })
  const view = await askAt<AmendmentsView>(room, drafter, 'GET', `/api/drafts/${draft!.id}/amendments`)
  expect(view.mayDecide).toBe(true)
  await decideTheRest(room, drafter, draft!.id)
  await expect(list.getByRole('link', { name: /修正案/ })).toHaveCount(0)
})

test('[D4] a long absence stays readable: five paragraphs, then the rest; a text folds; one chooses since when', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'fra', { language: 'fr' })
  const news = region(page, away.fr)
  const units = news.locator('article[aria-label^="Paragraphe"]')
  await expect(units).toHaveCount(5)
  await news.getByRole('button', { name: /^Afficher \d+ paragraphes de plus$/ }).click()
  expect(await units.count()).toBeGreaterThan(8)
  await news.getByRole('heading', { level: 3, name: /Déclaration finale/ }).click()
  await expect(units.first()).toBeHidden()

  await news.getByLabel('Depuis').selectOption({ label: 'hier' })
  await expect(news.getByText('Rien de nouveau.')).toBeVisible()
  await expect(page).toHaveURL(/\?since=yesterday$/)
  await page.reload()
  await expect(news.getByLabel('Depuis')).toHaveValue('yesterday')
  await news.getByLabel('Depuis').selectOption({ label: 'votre dernière visite' })
  await expect(units.first()).toBeVisible()
})

for (const [role, side, language] of [
  ['chair', 'jap', 'ja'],
  ['drafter', 'fra', 'fr'],
] as const)
  for (const [width, height] of [
    [1440, 900],
    [390, 800],
  ] as const)
    test(`[D2] [U7] the first page with news has no fault that axe can find, ${width} wide (${language})`, async ({
      actors,
    }) => {
      const page = await actors.enter(role, side, {
        language,
        context: { bypassCSP: true, viewport: { width, height } },
      })
      await expect(region(page, away[language]).locator('ins').first()).toBeVisible()
      await expect(region(page, awaiting[language]).getByRole('listitem').first()).toBeVisible()
      expect(await overflow(page)).toBe(0)
      expect(await accessibilityFaults(page)).toEqual([])
    })
