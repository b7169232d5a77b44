import { expect, test } from './fixtures.ts'

test('[D1] ten tabs of one browser all answer, and all hear of a change', async ({ actors }) => {
  const first = await actors.enter('chair', 'fra')
  const tabs = [first]
  for (let n = 1; n < 10; n++) {
    const tab = await first.context().newPage()
    await tab.goto('/')
    tabs.push(tab)
  }
  for (const tab of tabs)
    await expect(tab.getByRole('heading', { level: 1, name: 'En attente de l’autre partie' })).toBeVisible()

  // The tab that listens for all is left: another takes over.
  await first.close()
  const rest = tabs.slice(1)
  await expect(rest[0]!.getByRole('heading', { level: 1 })).toBeVisible()

  const organiser = await actors.enter('organiser', null, { language: 'fr', path: '/plan' })
  const row = organiser.getByRole('row').filter({ hasText: 'confirmation de l’essentiel' })
  await row.getByRole('button', { name: /^Actions/ }).click()
  await organiser.getByRole('menuitem', { name: 'Ouvrir cette étape' }).click()
  await organiser.getByRole('dialog').getByRole('button', { name: 'Ouvrir cette étape' }).click()
  for (const tab of rest)
    await expect(tab.getByRole('heading', { level: 1, name: 'À votre tour' })).toBeVisible()
})
