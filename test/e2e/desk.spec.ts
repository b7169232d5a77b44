import type { EditionView } from '../../shared/protocol/views.ts'
import { expect, test } from './fixtures.ts'

test('[D1] the first page says whose turn it is and since when, on both clocks', async ({ actors }) => {
  const french = await actors.enter('drafter', 'fra')
  await expect(french.getByRole('heading', { level: 1, name: 'En attente de l’autre partie' })).toBeVisible()
  await expect(french.getByText('Au tour du COPIL JAP')).toBeVisible()
  const opened = french.getByRole('definition').filter({ hasText: 'depuis' })
  await expect(opened).toContainText('Paris')
  await expect(opened).toContainText('Tokyo')

  const japanese = await actors.enter('drafter', 'jap')
  await expect(japanese.getByRole('heading', { level: 1, name: '当方の対応待ち' })).toBeVisible()
  await expect(japanese.getByRole('link', { name: '案を開く' })).toHaveAttribute('href', /^\/drafts\//)
})

test('[M3] the other side’s draft is nowhere on the first page', async ({ actors }) => {
  const french = await actors.enter('chair', 'fra')
  await expect(french.getByRole('link', { name: /Comparer V1/ })).toBeVisible()
  expect(await french.locator('a[href*="draft"]').count()).toBe(0)
})

test('[R7] a deadline passed is said in words, in days', async ({ actors }) => {
  const organiser = await actors.enter('organiser', null)
  const origin = new URL(organiser.url()).origin
  const { stages } = (await (await organiser.request.get('/api/edition')).json()) as EditionView
  const current = stages.find(stage => stage.state === 'current')!
  const { name, turn, versionLabel, confirmsEssential, startsFrom, evidence } = current
  const at = new Date(Date.now() - 3 * 86_400_000).toISOString()
  const answer = await organiser.request.put(`/api/stages/${current.id}`, {
    headers: { origin },
    data: {
      ...{ name, turn, versionLabel, confirmsEssential, startsFrom, evidence },
      ...{ due: { at, zone: 'Europe/Paris' }, dueStatus: 'confirmed' },
    },
  })
  expect(answer.status()).toBe(200)
  const chair = await actors.enter('chair', 'jap', { language: 'fr' })
  await expect(chair.getByRole('definition').getByText('en retard de 3 jours')).toBeVisible()
  const item = chair.getByRole('listitem').filter({ hasText: 'Échéance dépassée' })
  await expect(item).toContainText('en retard de 3 jours')
})

test('[D1] what happened since the last visit is listed, with who and when', async ({ actors }) => {
  const drafter = await actors.enter('drafter', 'fra', { language: 'fr' })
  const news = drafter.getByRole('region', { name: 'Pendant votre absence' })
  await expect(news.getByRole('listitem').filter({ hasText: 'V1-FRA transmise' })).toContainText(
    'COPIL FRA – présidence',
  )
})

test('[D2] everything is reached by keyboard, past the frame by one link', async ({ actors }) => {
  const page = await actors.enter('chair', 'jap', { language: 'fr' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Aller au contenu' })
  await expect(skip).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  await page.getByRole('link', { name: 'Plan complet' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Plan' })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()

  await page.getByRole('button', { name: /Votre compte/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Se déconnecter' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /Votre compte/ })).toBeFocused()
})

test('[D3] a server that is away is said, and so is its return', async ({ actors, room }) => {
  const page = await actors.enter('drafter', 'fra')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await room.stop()
  await expect(page.getByText('Pas de liaison avec le serveur')).toBeVisible()
  await room.start()
  await expect(page.getByText('Pas de liaison avec le serveur')).toHaveCount(0, { timeout: 45_000 })
})

test('[D3] a draft open in another tab is shown on the first page with how safe it is', async ({
  actors,
}) => {
  const desk = await actors.enter('drafter', 'jap')
  await expect(desk.getByText('この端末で入力した内容は、すべてサーバーに保存されています。')).toBeVisible()
  const draft = await desk.context().newPage()
  await draft.goto((await desk.getByRole('link', { name: '案を開く' }).getAttribute('href'))!)
  const device = desk.getByRole('region', { name: 'この端末' })
  await expect(device.getByRole('listitem')).toContainText('保存済み')

  // Left with everything stored: there is nothing to remind anyone of.
  await draft.goto('/plan')
  await expect(device.getByRole('listitem')).toHaveCount(0)
})
