import { expect, test } from './fixtures.ts'

test('[R1] [R7] the organiser re-dates a stage: both clocks, a line in the log, and everyone sees it', async ({
  actors,
}) => {
  const reader = await actors.enter('chair', 'jap', { path: '/plan' })
  const organiser = await actors.enter('organiser', null, { language: 'fr', path: '/plan' })
  const row = organiser.getByRole('row').filter({ hasText: 'Relecture bilingue finale' })
  await expect(row).toContainText('sans date')

  await row.getByRole('button', { name: /^Actions/ }).click()
  await organiser.getByRole('menuitem', { name: 'Modifier' }).click()
  await organiser.getByRole('checkbox', { name: 'Fixer une échéance' }).check()
  await organiser.getByLabel('Jour', { exact: true }).fill('2030-05-31')
  await organiser.getByLabel('Heure', { exact: true }).fill('23:59')
  await expect(
    organiser.getByText(/ven\. 31 mai 2030, 23:59 \(Paris\) · sam\. 1er juin, 06:59 \(Tokyo\)/),
  ).toBeVisible()
  await organiser.getByRole('button', { name: 'Enregistrer' }).click()

  await expect(row).toContainText('ven. 31 mai 2030, 23:59')
  await expect(row).toContainText('sam. 1er juin 2030, 06:59')
  await expect(row).toContainText('à confirmer')
  await expect(organiser.getByText('Étape modifiée : Relecture bilingue finale')).toBeVisible()

  const seen = reader.getByRole('row').filter({ hasText: '日仏両文の最終読み合わせ' })
  await expect(seen).toContainText('2030年6月1日（土）06:59')
})

test('[R1] stages are added, renamed, moved by keyboard and removed', async ({ actors }) => {
  const organiser = await actors.enter('organiser', null, { language: 'fr', path: '/plan' })
  await organiser.getByRole('button', { name: 'Ajouter une étape' }).click()
  const dialog = organiser.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Nom, en français' })).toBeFocused()
  await dialog.getByRole('textbox', { name: 'Nom, en français' }).fill('Toilettage')
  await dialog.getByRole('textbox', { name: 'Nom, en japonais' }).fill('字句の整理')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()

  const names = organiser.getByRole('rowheader')
  await expect(names.last()).toContainText('Toilettage')
  const row = organiser.getByRole('row').filter({ hasText: 'Toilettage' })
  await row.getByRole('button', { name: /^Actions/ }).focus()
  await organiser.keyboard.press('Alt+ArrowUp')
  await expect(names.nth(-2)).toContainText('Toilettage')
  await expect(organiser.getByText('est maintenant à la place')).toBeAttached()
  await expect(organiser.getByText('Ordre des étapes modifié')).toBeVisible()

  await row.getByRole('button', { name: /^Actions/ }).click()
  await organiser.getByRole('menuitem', { name: 'Modifier' }).click()
  await dialog.getByRole('textbox', { name: 'Nom, en français' }).fill('Dernier toilettage')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(names.nth(-2)).toContainText('Dernier toilettage')

  await row.getByRole('button', { name: /^Actions/ }).click()
  await organiser.getByRole('menuitem', { name: 'Supprimer' }).click()
  await dialog.getByRole('button', { name: 'Supprimer' }).click()
  await expect(names.filter({ hasText: 'toilettage' })).toHaveCount(0)
  await expect(organiser.getByText('Étape supprimée : Dernier toilettage')).toBeVisible()
})

test('[R1] a stage that has versions cannot be removed, and the dialog says why', async ({ actors }) => {
  const organiser = await actors.enter('organiser', null, { language: 'fr', path: '/plan' })
  const row = organiser.getByRole('row').filter({ hasText: 'Proposition de la première version' })
  await row.getByRole('button', { name: /^Actions/ }).click()
  await organiser.getByRole('menuitem', { name: 'Supprimer' }).click()
  const dialog = organiser.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Supprimer' }).click()
  await expect(dialog.getByRole('alert')).toContainText('déjà un brouillon ou une version')
})

test('[R2] opening a stage by hand passes the turn, and the first page says so at once', async ({
  actors,
}) => {
  const frenchChair = await actors.enter('chair', 'fra')
  await expect(
    frenchChair.getByRole('heading', { level: 1, name: 'En attente de l’autre partie' }),
  ).toBeVisible()

  const organiser = await actors.enter('organiser', null, { language: 'fr', path: '/plan' })
  const row = organiser.getByRole('row').filter({ hasText: 'confirmation de l’essentiel' })
  await row.getByRole('button', { name: /^Actions/ }).click()
  await organiser.getByRole('menuitem', { name: 'Ouvrir cette étape' }).click()
  await organiser.getByRole('dialog').getByRole('button', { name: 'Ouvrir cette étape' }).click()
  await expect(row).toContainText('en cours')

  await expect(frenchChair.getByRole('heading', { level: 1, name: 'À votre tour' })).toBeVisible()
})
