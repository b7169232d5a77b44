/**
 * The receiving side decides the amendments of an answer in its draft: two of its drafters at once, its reviewer, and
 * somebody of the other side who must see nothing of it.
 *
 * Of the demonstration's nine amendments, `u15` changes words of both languages that the draft still has, `u43` brings
 * a paragraph, `u33` stands in the draft already, and `u40` meets an edit of the draft's own.
 */
import type { Locator, Page } from '@playwright/test'
import type { AmendmentsView } from '../../shared/protocol/views.ts'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { declarationOf } from './declaration-of.ts'
import { type Actors, expect, test } from './fixtures.ts'
import { composeJapanese } from './japanese-input.ts'

const THEIR_FRENCH = 'les universités et les acteurs de l’économie sociale et solidaire'
const THEIR_JAPANESE = '大学及び社会的連帯経済の担い手'
const NEW_FRENCH = 'l’égalité entre les femmes et les hommes'
const NEW_JAPANESE = '男女平等'

const item = (page: Page, amendment: string) => page.locator(`article[data-amendment="${amendment}"]`)
const mark = (page: Page, amendment: string) => page.locator(`[data-amendment-mark="${amendment}"]`)
const block = (page: Page, unit: string, language: 'fr' | 'ja') =>
  page.locator(`[data-side="${language}"] > [data-unit="${unit}"]`)
/** What the block says, without what is only shown over it. */
const words = (locator: Locator) =>
  locator.evaluate(element => {
    const copy = element.cloneNode(true) as Element
    for (const shown of copy.querySelectorAll('ins, .other-caret')) shown.remove()
    return copy.textContent ?? ''
  })
/**
 * Puts the caret into a block, at an offset of what it says; at its end by default. Between two stretches of text, it
 * stands at the end of the first, or with `after` at the start of the second, as a click there would put it.
 */
async function caretIn(
  page: Page,
  unit: string,
  language: 'fr' | 'ja',
  offset?: number,
  side: 'before' | 'after' = 'before',
): Promise<void> {
  await block(page, unit, language).click()
  await block(page, unit, language).evaluate(
    (element, [wanted, edge]) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      while (walker.nextNode())
        if (!walker.currentNode.parentElement?.closest('ins, .other-caret'))
          texts.push(walker.currentNode as Text)
      let left = wanted ?? texts.reduce((sum, text) => sum + text.length, 0)
      const text = texts.find(each => {
        if (edge === 'after' ? left < each.length : left <= each.length) return true
        left -= each.length
        return false
      })
      getSelection()!.collapse(text!, left)
    },
    [offset, side] as const,
  )
}
const stored = (page: Page) => page.locator('[data-saving="stored"]')

/** The draft, with every decision taken back, so that the story begins with nine undecided amendments. */
async function openUndecided(page: Page): Promise<string> {
  const { draft } = await declarationOf(page)
  const api = `/api/drafts/${draft!.id}`
  const { amendments } = (await (await page.request.get(`${api}/amendments`)).json()) as AmendmentsView
  await page.request.post(`${api}/decisions/withdrawal`, {
    headers: { origin: new URL(page.url()).origin },
    data: { amendments: amendments.map(({ key }) => key) },
  })
  await openList(page, draft!.id)
  return draft!.id
}

async function openList(page: Page, draft: string): Promise<void> {
  await page.goto(`/drafts/${draft}`)
  await expect(page.getByRole('complementary', { name: /V1-FRA/ })).toBeVisible()
  await expect(item(page, 'u15')).toBeVisible()
}

async function twoDrafters(actors: Actors): Promise<readonly [first: Page, second: Page, draft: string]> {
  const first = await actors.enter('drafter', 'jap', { language: 'fr' })
  const draft = await openUndecided(first)
  const second = await actors.enter('drafter', 'jap', { nth: 1, language: 'ja' })
  await openList(second, draft)
  return [first, second, draft]
}

test('[A1] an accepted amendment brings its words into both languages for everyone at once, and is taken back exactly', async ({
  actors,
}) => {
  const [first, second] = await twoDrafters(actors)
  await expect(first.getByRole('link', { name: '9 amendements à décider' })).toBeVisible()
  const before = { fr: await words(block(first, 'u15', 'fr')), ja: await words(block(first, 'u15', 'ja')) }
  expect(before.fr).not.toContain(THEIR_FRENCH)
  await expect(block(second, 'u15', 'ja').locator('ins')).toContainText(THEIR_JAPANESE)

  await item(first, 'u15').getByRole('button', { name: 'Accepter', exact: true }).click()
  for (const page of [first, second]) {
    await expect.poll(() => words(block(page, 'u15', 'fr'))).toContain(THEIR_FRENCH)
    await expect.poll(() => words(block(page, 'u15', 'ja'))).toContain(THEIR_JAPANESE)
    await expect(block(page, 'u15', 'fr').locator('ins')).toHaveCount(0)
  }
  await expect(item(second, 'u15')).toHaveAttribute('data-state', 'accepted')
  await expect(mark(second, 'u15')).toContainText('承諾')
  await expect(second.getByRole('link', { name: '未決定の修正案 8件' })).toBeVisible()

  await first.getByRole('button', { name: 'Annuler la décision' }).last().click()
  for (const page of [first, second]) {
    await expect(item(page, 'u15')).toHaveAttribute('data-state', 'undecided')
    await expect.poll(() => words(block(page, 'u15', 'fr'))).toBe(before.fr)
    await expect.poll(() => words(block(page, 'u15', 'ja'))).toBe(before.ja)
  }
})

test('[A1] accepted modified puts a paragraph in and leads into it; what one writes there is the decision', async ({
  actors,
}) => {
  const [first, second] = await twoDrafters(actors)
  await expect(first.locator('[data-ghost="u43"]').first()).toContainText(NEW_FRENCH)
  await item(first, 'u43').getByRole('button', { name: 'Accepter modifié' }).click()
  await expect(block(first, 'u43', 'fr')).toContainText(NEW_FRENCH)
  await expect(first.getByRole('textbox', { name: 'Texte français' })).toBeFocused()
  await first.keyboard.type('De plus, ')
  for (const page of [first, second]) {
    await expect(block(page, 'u43', 'fr')).toHaveText(/^De plus, Ils ont rappelé/)
    await expect(block(page, 'u43', 'ja')).toContainText(NEW_JAPANESE)
    await expect(page.locator('[data-ghost="u43"]')).toHaveCount(0)
    await expect(item(page, 'u43')).toHaveAttribute('data-state', 'modified')
  }
  // Its words were changed since: undoing the decision leaves them, and says so.
  await item(first, 'u43').getByRole('button', { name: 'Annuler la décision' }).click()
  await expect(first.getByText('Les mots, modifiés depuis, restent.').first()).toBeVisible()
  await expect(block(second, 'u43', 'fr')).toHaveText(/^De plus, /)
})

test('[A1] a rejection needs a reason, in one language at least, which the colleagues read', async ({
  actors,
}) => {
  const [first, second] = await twoDrafters(actors)
  await item(first, 'u15').getByRole('button', { name: 'Rejeter…' }).click()
  await item(first, 'u15').getByRole('button', { name: 'Rejeter avec ce motif' }).click()
  await expect(item(first, 'u15')).toContainText('Indiquez le motif, dans une langue au moins.')
  await expect(item(second, 'u15')).toHaveAttribute('data-state', 'undecided')
  await item(first, 'u15').getByRole('textbox', { name: 'En japonais' }).fill('時期尚早です。')
  await item(first, 'u15').getByRole('button', { name: 'Rejeter avec ce motif' }).click()
  for (const page of [first, second]) {
    await expect(item(page, 'u15')).toHaveAttribute('data-state', 'rejected')
    await expect(item(page, 'u15')).toContainText('時期尚早です。')
    await expect(block(page, 'u15', 'fr').locator('ins')).toHaveCount(0)
  }
  expect(await words(block(second, 'u15', 'fr'))).not.toContain(THEIR_FRENCH)
})

test('[A1] [A5] a reserved amendment stands in brackets in both languages, for everyone', async ({
  actors,
}) => {
  const [first, second] = await twoDrafters(actors)
  await item(first, 'u15').getByRole('button', { name: 'Réserver' }).click()
  for (const page of [first, second]) {
    await expect(block(page, 'u15', 'fr').locator('[data-bracket]')).toContainText(THEIR_FRENCH)
    await expect(block(page, 'u15', 'ja').locator('[data-bracket]')).toContainText(THEIR_JAPANESE)
    await expect(item(page, 'u15')).toHaveAttribute('data-state', 'reserved')
  }
})

test('[A1] several are decided at once after a preview, those edited at the same place excepted, and taken back as one', async ({
  actors,
}) => {
  const [first, second] = await twoDrafters(actors)
  const before = await words(block(first, 'u15', 'fr'))
  await first.getByRole('button', { name: 'Décider par lot' }).click()
  await first.getByRole('button', { name: /^Tous à décider/ }).click()
  await expect(first.getByText('9 cochés')).toBeVisible()
  await item(first, 'u03').focus()
  await first.keyboard.press('Space')
  await expect(item(first, 'u03').getByRole('checkbox')).not.toBeChecked()
  await first.getByRole('button', { name: 'Choisir et voir l’effet…' }).click()
  const dialog = first.getByRole('dialog', { name: 'Décider 8 amendements' })
  await expect(dialog.locator('ins').filter({ hasText: THEIR_JAPANESE })).toBeVisible()
  await expect(dialog).toContainText(/resteront? à décider/)
  await expect(dialog).toContainText('Paragraphe 6')
  expect(await words(block(second, 'u15', 'fr'))).toBe(before)
  await dialog.getByRole('button', { name: /^Décider \d amendements$/ }).click()
  await expect(dialog).toBeHidden()
  await expect(first.getByRole('heading', { name: 'Amendements de V1-FRA' })).toBeFocused()

  for (const page of [first, second]) {
    for (const key of ['u15', 'u33', 'u43'])
      await expect(item(page, key)).toHaveAttribute('data-state', 'accepted')
    for (const key of ['u03', 'u40']) await expect(item(page, key)).toHaveAttribute('data-state', 'undecided')
    await expect.poll(() => words(block(page, 'u15', 'fr'))).toContain(THEIR_FRENCH)
    await expect(block(page, 'u43', 'ja')).toContainText(NEW_JAPANESE)
  }
  await first.getByRole('button', { name: 'Annuler ces décisions' }).click()
  for (const page of [first, second]) {
    await expect(item(page, 'u15')).toHaveAttribute('data-state', 'undecided')
    await expect(block(page, 'u43', 'fr')).toHaveCount(0)
    await expect.poll(() => words(block(page, 'u15', 'fr'))).toBe(before)
  }
})

test('[A1] where the draft was edited at the same place one chooses: ours, theirs, or both brought together', async ({
  actors,
}) => {
  const [first, second] = await twoDrafters(actors)
  await expect(item(first, 'u40')).toContainText('Votre brouillon a été modifié à cet endroit.')
  await item(first, 'u40').getByRole('button', { name: 'Accepter', exact: true }).click()
  const dialog = first.getByRole('dialog', { name: /modifié aussi dans votre brouillon/ })
  await expect(dialog.getByRole('region', { name: 'Avant (V1)' })).toBeVisible()
  await expect(dialog.getByRole('region', { name: 'Votre brouillon' }).locator('ins')).toContainText(
    '豊かな自然環境',
  )
  await expect(dialog.getByRole('button', { name: 'Réunir les deux' })).toHaveCount(0)
  // One may leave it open: nothing is decided, and one is where one was.
  await first.keyboard.press('Escape')
  await expect(item(first, 'u40')).toBeFocused()
  await expect(item(first, 'u40')).toHaveAttribute('data-state', 'undecided')
  await first.keyboard.press('a')
  await dialog.getByRole('button', { name: 'Garder nos mots' }).click()
  await expect(item(second, 'u40')).toHaveAttribute('data-state', 'modified')
  await expect(block(second, 'u40', 'ja')).toContainText('豊かな自然環境')

  // Another place of the same paragraph: both edits can stand.
  await caretIn(second, 'u15', 'fr', 0)
  await second.keyboard.type('Tous ')
  await expect(item(first, 'u15')).toContainText('Votre brouillon a été modifié à cet endroit.')
  await item(first, 'u15').getByRole('button', { name: 'Accepter', exact: true }).click()
  await dialog.getByRole('button', { name: 'Réunir les deux' }).click()
  for (const page of [first, second]) {
    await expect(item(page, 'u15')).toHaveAttribute('data-state', 'modified')
    await expect(block(page, 'u15', 'fr')).toHaveText(/^Tous Les participants/)
    await expect(block(page, 'u15', 'fr')).toContainText(THEIR_FRENCH)
  }
})

test('[A1] decisions that arrive while colleagues write, beside and in the same paragraph, lose no key', async ({
  actors,
}) => {
  const [first, second] = await twoDrafters(actors)
  await caretIn(second, 'u16', 'fr')
  const typing = second.keyboard.type(' Un ajout écrit pendant la décision.', { delay: 25 })
  await item(first, 'u15').getByRole('button', { name: 'Accepter', exact: true }).click()
  await typing
  for (const page of [first, second]) {
    await expect(block(page, 'u16', 'fr')).toContainText('Un ajout écrit pendant la décision.')
    await expect.poll(() => words(block(page, 'u15', 'fr'))).toContain(THEIR_FRENCH)
  }

  // The caret at the end of a paragraph whose middle changes under it.
  await caretIn(second, 'u15', 'fr')
  const more = second.keyboard.type(' Fin.', { delay: 25 })
  await item(first, 'u15').getByRole('button', { name: 'Annuler la décision' }).click()
  await more
  for (const page of [first, second])
    await expect.poll(() => words(block(page, 'u15', 'fr'))).toMatch(/ Fin\.$/)
  await expect(stored(second)).toBeVisible()
  expect(await words(block(first, 'u15', 'fr'))).toBe(await words(block(second, 'u15', 'fr')))
})

test('[A1] one writes beside words that would come as if they were not there', async ({ actors }) => {
  const page = await actors.enter('drafter', 'jap', { language: 'fr' })
  await openUndecided(page)
  const french = block(page, 'u15', 'fr')
  const before = await words(french)
  const at = before.indexOf(' aux échanges')
  for (const side of ['before', 'after'] as const) {
    await expect(french.locator('ins')).toHaveCount(1)
    await caretIn(page, 'u15', 'fr', at, side)
    await page.keyboard.type('XY')
    await expect.poll(() => words(french)).toBe(`${before.slice(0, at)}XY${before.slice(at)}`)
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await expect.poll(() => words(french)).toBe(before)
  }
  // What is only shown cannot be copied.
  await page.keyboard.press('Control+a')
  const copied = await page.evaluate(() => {
    const data = new DataTransfer()
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    )
    return data.getData('text/plain')
  })
  expect(copied).toContain('Déclaration de Cannes')
  expect(copied).not.toContain(THEIR_FRENCH)
  expect(copied).not.toContain(NEW_FRENCH)
})

test('[U5] [A1] an amendment accepted by a colleague waits while Japanese is composed in its paragraph: nothing doubled, nothing lost', async ({
  actors,
}) => {
  const [first, second] = await twoDrafters(actors)
  const japanese = block(second, 'u15', 'ja')
  const before = await words(japanese)
  await caretIn(second, 'u15', 'ja')
  const input = await second.context().newCDPSession(second)
  const compose = (text: string) =>
    input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await compose('さ')
  await compose('さら')
  await item(first, 'u15').getByRole('button', { name: 'Accepter', exact: true }).click()
  await expect.poll(() => words(block(first, 'u15', 'ja'))).toContain(THEIR_JAPANESE)
  // The decision is known here, its words wait; the marks stand still under the input method.
  await expect(item(second, 'u15')).toHaveAttribute('data-state', 'accepted')
  await compose('さらに')
  expect(await words(japanese)).toBe(`${before}さらに`)
  await input.send('Input.insertText', { text: '更に' })
  await input.detach()
  for (const page of [first, second]) {
    await expect.poll(() => words(block(page, 'u15', 'ja'))).toMatch(/意義を強調した。更に$/)
    const text = await words(block(page, 'u15', 'ja'))
    expect(text.split(THEIR_JAPANESE)).toHaveLength(2)
    expect(text).not.toContain('さら')
  }
})

test('[U5] [A1] Japanese composed beside words that would come is written once, in its place', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'jap', { nth: 1, language: 'ja' })
  await openUndecided(page)
  const japanese = block(page, 'u15', 'ja')
  const before = await words(japanese)
  const at = before.indexOf('の参画を得る')
  for (const side of ['before', 'after'] as const) {
    await expect(japanese.locator('ins')).toHaveCount(1)
    await caretIn(page, 'u15', 'ja', at, side)
    await composeJapanese(page, ['と', 'とう', 'とうの'], '等')
    await expect.poll(() => words(japanese)).toBe(`${before.slice(0, at)}等${before.slice(at)}`)
    await page.keyboard.press('Backspace')
    await expect.poll(() => words(japanese)).toBe(before)
  }
  await composeJapanese(page, ['と', 'とう'], '等')
  // The draft was edited here: the marks give way, and the list says so.
  await expect(japanese.locator('ins')).toHaveCount(0)
  await expect(item(page, 'u15')).toContainText('この箇所が編集されています')
})

test('[M3] the other side sees nothing of it: no list, no count, and the routes do not exist for it', async ({
  actors,
}) => {
  const drafter = await actors.enter('drafter', 'jap', { language: 'fr' })
  const draft = await openUndecided(drafter)
  await item(drafter, 'u15').getByRole('button', { name: 'Accepter', exact: true }).click()
  await expect(item(drafter, 'u15')).toHaveAttribute('data-state', 'accepted')

  const reviewer = await actors.enter('reviewer', 'fra', { language: 'fr' })
  await reviewer.goto(`/drafts/${draft}?amendments=undecided`)
  await expect(reviewer.getByRole('heading', { level: 1 })).toHaveText('Page introuvable')
  await expect(reviewer.getByText('à décider')).toHaveCount(0)
  const headers = { origin: new URL(reviewer.url()).origin }
  const data = { amendments: ['u15'], outcome: 'accepted', reason: null, edited: null }
  const answers = await Promise.all([
    reviewer.request.get(`/api/drafts/${draft}/amendments`),
    reviewer.request.post(`/api/drafts/${draft}/decisions`, { headers, data }),
    reviewer.request.post(`/api/drafts/${draft}/decisions/withdrawal`, { headers, data }),
    reviewer.request.get('/api/drafts/none/amendments'),
  ])
  expect(answers.map(answer => answer.status())).toEqual([404, 404, 404, 404])
  const [seen, none] = [await answers[0]!.text(), await answers[3]!.text()]
  expect(seen).toBe(none)
  const { text } = await declarationOf(reviewer)
  await reviewer.goto(`/texts/${text.id}`)
  await expect(reviewer.getByRole('link', { name: 'V1-FRA' }).first()).toBeVisible()
  await expect(reviewer.getByText(/amendements? à décider|décidé/)).toHaveCount(0)
})

test('[M2] a reviewer of the side reads the list and its states, live, without a way to decide', async ({
  actors,
}) => {
  const drafter = await actors.enter('drafter', 'jap', { language: 'fr' })
  const draft = await openUndecided(drafter)
  const reviewer = await actors.enter('reviewer', 'jap', { language: 'ja' })
  await openList(reviewer, draft)
  await expect(item(reviewer, 'u15').getByRole('button', { name: '承諾' })).toHaveCount(0)
  await expect(reviewer.getByRole('button', { name: '一括で決定' })).toHaveCount(0)
  await item(drafter, 'u15').getByRole('button', { name: 'Accepter', exact: true }).click()
  await expect(item(reviewer, 'u15')).toHaveAttribute('data-state', 'accepted')
  await item(reviewer, 'u15').focus()
  await reviewer.keyboard.press('u')
  await reviewer.keyboard.press('Enter')
  await expect(reviewer.locator('#unit-u15')).toBeFocused()
  await expect(item(drafter, 'u15')).toHaveAttribute('data-state', 'accepted')
})

test('[D2] the list is reached from the text and left again by keys, and decided by single letters unless they are off', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'jap', { language: 'fr' })
  await openUndecided(page)
  // On its first line: in the middle stand words that would come, in which there is no caret.
  await block(page, 'u15', 'fr').click({ position: { x: 40, y: 18 } })
  await page.keyboard.press('Alt+Shift+a')
  await expect(item(page, 'u15')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(item(page, 'u18')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('a')
  await expect(item(page, 'u15')).toHaveAttribute('data-state', 'accepted')
  await expect(item(page, 'u15')).toBeFocused()
  await page.keyboard.press('u')
  await expect(item(page, 'u15')).toHaveAttribute('data-state', 'undecided')
  await page.keyboard.press('r')
  await expect(item(page, 'u15').getByRole('textbox', { name: 'En français' })).toBeFocused()
  await page.keyboard.type('am')
  await page.keyboard.press('Escape')
  await expect(item(page, 'u15')).toBeFocused()
  await expect(item(page, 'u15')).toHaveAttribute('data-state', 'undecided')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Texte français' })).toBeFocused()

  await page.getByRole('button', { name: 'Filtrer' }).click()
  await page.getByRole('checkbox', { name: 'Touches a, m, r, h, u' }).uncheck()
  await item(page, 'u15').focus()
  await page.keyboard.press('h')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Texte français' })).toBeFocused()
  await expect(item(page, 'u15')).toHaveAttribute('data-state', 'undecided')
})

test('[A1] the list and the text lead to each other; the marks in the text can be switched off; the fold is remembered', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'jap', { language: 'fr' })
  await openUndecided(page)
  await mark(page, 'u43').click()
  await expect(item(page, 'u43')).toBeFocused()
  await item(page, 'u43')
    .getByRole('button', { name: /^Après le paragraphe/ })
    .click()
  await expect(page.locator('[data-ghost="u43"]').first()).toBeFocused()
  await page.getByRole('checkbox', { name: 'Montrer dans le texte' }).uncheck()
  await expect(page.locator('[data-ghost]')).toHaveCount(0)
  await expect(block(page, 'u15', 'fr').locator('ins')).toHaveCount(0)
  await expect(mark(page, 'u15')).toBeVisible()

  await page.getByRole('button', { name: 'Replier les amendements' }).click()
  await page.reload()
  await expect(block(page, 'u15', 'fr')).toBeVisible()
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await page.getByRole('link', { name: /amendements à décider/ }).click()
  await expect(page.getByRole('heading', { name: 'Amendements de V1-FRA' })).toBeFocused()
  await expect(page.getByRole('button', { name: 'À décider', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})

test('[A1] [U5] a list that comes late, or is folded, leaves the caret and the text where they stand', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'jap', { language: 'fr' })
  const { draft } = await declarationOf(page)
  let arrive: () => void = () => {}
  const asked = new Promise<void>(resolve => {
    arrive = resolve
  })
  await page.route('**/amendments', async route => {
    await asked
    await route.continue()
  })
  await page.goto(`/drafts/${draft!.id}`)
  await caretIn(page, 'u29', 'fr')
  await page.keyboard.type('Un')
  const top = async () => Math.round((await block(page, 'u29', 'fr').boundingBox())!.y)
  const before = await top()
  arrive()
  await expect(item(page, 'u43')).toBeVisible()
  await expect(page.locator('[data-ghost="u43"]').first()).toBeAttached()
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(2)
  await page.keyboard.type('Deux')
  await expect(block(page, 'u29', 'fr')).toHaveText(/UnDeux$/)
  await page.getByRole('button', { name: 'Replier les amendements' }).click()
  await expect(item(page, 'u43')).toHaveCount(0)
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(2)
})

test('[R5] the preview of a transmission leads back to the amendments that stop it', async ({ actors }) => {
  const chair = await actors.enter('chair', 'jap', { language: 'fr' })
  const draft = await openUndecided(chair)
  await item(chair, 'u15').getByRole('button', { name: 'Réserver' }).click()
  await expect(item(chair, 'u15')).toHaveAttribute('data-state', 'reserved')
  await chair.goto(`/drafts/${draft}/transmit`)
  await chair.getByRole('link', { name: 'Décider ces amendements' }).click()
  await expect(item(chair, 'u43')).toBeVisible()
  await expect(item(chair, 'u15')).toHaveCount(0)
})

test('[D2] the list has no fault of accessibility, wide and narrow, and nothing stands beside a narrow screen', async ({
  actors,
}) => {
  const page = await actors.enter('drafter', 'jap', { language: 'fr', context: { bypassCSP: true } })
  await openUndecided(page)
  await item(page, 'u15').getByRole('button', { name: 'Rejeter…' }).click()
  await page.getByRole('button', { name: 'Filtrer' }).click()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Décider par lot' }).click()
  await page.getByRole('button', { name: /^Tous à décider/ }).click()
  await page.getByRole('button', { name: 'Choisir et voir l’effet…' }).click()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: /amendements à décider/ }).click()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
})
