/** Who is here: three and more people of both sides, each seeing their own circle and nothing of the other. */
import type { Page } from '@playwright/test'
import { accessibilityFaults } from './accessibility.ts'
import { expect, test } from './fixtures.ts'

const here = (page: Page) => page.getByRole('region', { name: /Présents en ce moment|在席中/ })
const french = (page: Page) => page.getByRole('textbox', { name: 'Texte français' })

test('[M3] one’s own side is seen, with text and paragraph; the other side sees nothing, and hears nothing of it', async ({
  actors,
}) => {
  const frenchDrafter = await actors.enter('drafter', 'fra', { language: 'fr' })
  await expect(here(frenchDrafter).getByText('Personne d’autre de votre cercle')).toBeVisible()
  // What the other side’s browser is told from here on: a tab beside it hears all that the first passes on.
  const beside = await frenchDrafter.context().newPage()
  await beside.goto('/facts')
  await beside.evaluate(() => {
    Object.assign(window, { told: [] })
    const { told } = window as unknown as { told: string[] }
    const channel = new BroadcastChannel('concordance:events')
    channel.onmessage = ({ data }: MessageEvent<{ data?: string }>) => void told.push(data.data ?? '')
  })

  const chair = await actors.enter('chair', 'jap', { language: 'fr', context: { bypassCSP: true } })
  const drafter = await actors.enter('drafter', 'jap', { language: 'fr' })
  const who = here(chair).getByRole('listitem').filter({ hasText: 'COPIL JAP – rédaction' })
  await expect(who).toBeVisible()
  await drafter.getByRole('link', { name: 'Ouvrir le brouillon' }).click()
  await expect(french(drafter)).toBeVisible()
  await expect(who.getByRole('link', { name: /brouillon$/ })).toBeVisible()
  await french(drafter).locator('[data-block]').nth(3).click()
  await expect(who.getByRole('link', { name: /brouillon, paragraphe 4/ })).toBeVisible()
  expect(await accessibilityFaults(chair)).toEqual([])

  // The link leads to the paragraph, where the draft's own list and margin show the same person.
  await who.getByRole('link').click()
  await expect(chair.getByRole('button', { name: 'Aller au paragraphe 4', exact: true })).toBeFocused()
  await expect(chair.getByRole('list', { name: 'Présents', exact: true })).toContainText('Rédaction')
  await expect(chair.getByLabel(/Rédaction COPIL JAP.* est dans ce paragraphe/)).toBeVisible()

  // Somebody of the French side comes, and the French drafter's page says so: of what came before, nothing.
  await actors.enter('reviewer', 'fra', { language: 'fr' })
  const seen = here(frenchDrafter).getByRole('listitem')
  await expect(seen).toHaveText([/COPIL FRA – relecture/])
  const answer = await frenchDrafter.request.get('/api/presence')
  expect(await answer.text()).not.toContain('JAP')
  const told = await beside.evaluate(() => (window as unknown as { told: string[] }).told)
  const heard = told.filter(data => data.includes('presence'))
  // Her coming is one event or two; what the other side did made more than three of its own.
  expect(heard.length).toBeGreaterThan(0)
  expect(heard.length).toBeLessThan(4)
})

test('[M3] whoever chooses not to be shown vanishes at once, and is back at once; their words arrive meanwhile', async ({
  actors,
}) => {
  const reviewer = await actors.enter('chair', 'jap', { language: 'fr' })
  const drafter = await actors.enter('drafter', 'jap', { language: 'fr', context: { bypassCSP: true } })
  for (const page of [reviewer, drafter]) {
    await page.getByRole('link', { name: 'Ouvrir le brouillon' }).click()
    await expect(french(page)).toBeVisible()
  }
  await french(drafter).locator('[data-block]').nth(3).click()
  const list = reviewer.getByRole('list', { name: 'Présents', exact: true })
  const caret = reviewer.locator('.other-caret')
  await expect(list).toContainText('Rédaction')
  await expect(caret).toHaveCount(1)

  const profile = await drafter.context().newPage()
  await profile.goto('/profile')
  const choice = profile.getByRole('checkbox', { name: 'Montrer que je suis là, et où' })
  await expect(choice).toBeChecked()
  await choice.click()
  await expect(choice).not.toBeChecked()
  expect(await accessibilityFaults(profile)).toEqual([])
  await expect(caret).toHaveCount(0)
  await expect(list).toHaveCount(0)
  await drafter.bringToFront()
  await french(drafter).locator('[data-block]').nth(3).click()
  await drafter.keyboard.press('End')
  await drafter.keyboard.type(' Mots sans nom.')
  await expect(french(reviewer)).toContainText('Mots sans nom.')
  await expect(caret).toHaveCount(0)
  await expect(drafter.getByRole('list', { name: 'Présents', exact: true })).toContainText('Présidence')
  const desk = await reviewer.context().newPage()
  await desk.goto('/')
  await expect(here(desk).getByText('Personne d’autre de votre cercle')).toBeVisible()

  await choice.click()
  await expect(caret).toHaveCount(1)
  await expect(list).toContainText('Rédaction')
  await expect(here(desk)).toContainText('COPIL JAP – rédaction')
})

test('[M3] on a version and in a comparison those of one’s circle are named who are on the same text', async ({
  actors,
}) => {
  const drafter = await actors.enter('drafter', 'fra', { language: 'fr' })
  const reviewer = await actors.enter('reviewer', 'fra', { language: 'fr' })
  const japanese = await actors.enter('chair', 'jap', { language: 'fr' })
  await reviewer
    .getByRole('link', { name: /Comparer V1/ })
    .first()
    .click()
  await expect(reviewer.getByRole('heading', { level: 1 })).toBeVisible()
  await drafter.goto(await versionAddress(drafter))
  await japanese.goto(await versionAddress(japanese))
  await expect(drafter.getByText('Aussi sur ce texte')).toBeVisible()
  await expect(drafter.getByRole('main')).toContainText('COPIL FRA – relecture')
  await expect(reviewer.getByRole('main')).toContainText(/COPIL FRA – rédaction[^–]* – V1/)
  await expect(japanese.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(japanese.getByText('Aussi sur ce texte')).toHaveCount(0)
})

/** The page of V1. */
async function versionAddress(page: Page): Promise<string> {
  const answer = await page.request.get('/api/desk')
  const { texts } = (await answer.json()) as {
    texts: { versions: { id: string; label: string }[] }[]
  }
  return `/versions/${texts[0]!.versions.find(({ label }) => label === 'V1')!.id}`
}
