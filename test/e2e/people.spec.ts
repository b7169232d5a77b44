import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const PASSWORD = '十文字以上のパスワード'

test('[M5] a link is used up by the button, never by opening the page', async ({ actors }) => {
  const organiser = await actors.enter('organiser', null, { language: 'fr', path: '/people' })
  const link = await invite(organiser, 'Rédaction', 'COPIL JAP', 'COPIL JAP – nouvelle plume')

  const scanner = await actors.stranger({ locale: 'ja-JP' })
  await scanner.goto(link)
  await expect(scanner.getByRole('button', { name: 'アカウントを作成して入る' })).toBeVisible()

  const guest = await actors.stranger({ locale: 'ja-JP' })
  await guest.goto(link)
  await expect(guest.getByText('日本側推進委員会起草担当')).toBeVisible()
  await guest.getByRole('textbox', { name: '表示名' }).fill('新しい起草担当')
  await guest.getByRole('textbox', { name: 'ログイン名' }).fill('kisou')
  await guest.getByLabel('パスワード', { exact: true }).fill(PASSWORD)
  await guest.getByRole('button', { name: 'アカウントを作成して入る' }).click()
  await expect(guest.getByRole('heading', { level: 1, name: '当方の対応待ち' })).toBeVisible()

  // The organiser sees the person arrive without reloading.
  await organiser.getByRole('button', { name: 'Fermer' }).last().click()
  await expect(organiser.getByRole('rowheader', { name: /新しい起草担当/ })).toBeVisible()
  await expect(organiser.getByRole('row', { name: /nouvelle plume.*utilisée/ })).toBeVisible()

  await scanner.reload()
  await expect(scanner.getByRole('alert')).toContainText('使用済み')
})

test('[M5] a taken sign-in name and a short password are said beside their fields', async ({ actors }) => {
  const organiser = await actors.enter('organiser', null, { language: 'fr', path: '/people' })
  const link = await invite(organiser, 'Relecture', 'COPIL FRA', 'COPIL FRA – seconde relecture')
  const guest = await actors.stranger({ locale: 'fr-FR' })
  await guest.goto(link)
  await guest.getByRole('textbox', { name: 'Nom affiché' }).fill('Seconde relecture')
  await guest.getByRole('textbox', { name: 'Identifiant' }).fill('demo-secretariat')
  await guest.getByLabel('Mot de passe', { exact: true }).fill('une phrase assez longue')
  await guest.getByRole('button', { name: 'Ouvrir mon compte et entrer' }).click()
  const login = guest.getByRole('textbox', { name: 'Identifiant' })
  await expect(login).toHaveAttribute('aria-invalid', 'true')
  await expect(login).toHaveAccessibleDescription(/déjà pris/)
  await login.fill('seconde-relecture')
  await guest.getByRole('button', { name: 'Ouvrir mon compte et entrer' }).click()
  await expect(guest.getByRole('link', { name: 'Accueil' })).toBeVisible()
})

test('[M5] an invitation withdrawn no longer works', async ({ actors }) => {
  const organiser = await actors.enter('organiser', null, { language: 'fr', path: '/people' })
  const link = await invite(organiser, 'Relecture', 'COPIL FRA', 'COPIL FRA – invitation retirée')
  await organiser.getByRole('button', { name: 'Fermer' }).last().click()
  await organiser
    .getByRole('button', { name: 'Retirer l’invitation : COPIL FRA – invitation retirée' })
    .click()
  await organiser.getByRole('dialog').getByRole('button', { name: 'Retirer' }).click()
  await expect(organiser.getByRole('row', { name: /invitation retirée.*retirée/ })).toBeVisible()

  const guest = await actors.stranger({ locale: 'fr-FR' })
  await guest.goto(link)
  await expect(guest.getByRole('alert')).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Ouvrir mon compte et entrer' })).toHaveCount(0)
})

test('[M4] a mandate that ends takes its texts from the open page within seconds', async ({ actors }) => {
  const drafter = await actors.enter('drafter', 'jap', { language: 'fr' })
  await expect(drafter.getByRole('link', { name: 'Ouvrir le brouillon' })).toBeVisible()

  const organiser = await actors.enter('organiser', null, { language: 'fr', path: '/people' })
  const row = organiser.getByRole('row').filter({ hasText: 'demo-jap-drafting' })
  await row.getByRole('button', { name: /^Actions/ }).click()
  await organiser.getByRole('menuitem', { name: /Mettre fin au mandat/ }).click()
  const dialog = organiser.getByRole('dialog', { name: 'Mettre fin au mandat ?' })
  await dialog.getByRole('button', { name: 'Mettre fin au mandat' }).click()
  await expect(row).toContainText('Aucun mandat en cours')

  await expect(drafter.getByRole('link', { name: 'Ouvrir le brouillon' })).toHaveCount(0)
  await expect(drafter.getByRole('heading', { level: 1, name: 'Aucun mandat en cours' })).toBeVisible()
})

test('[M4] the last organiser cannot be removed, and the dialog says why', async ({ actors }) => {
  const organiser = await actors.enter('organiser', null, { language: 'fr', path: '/people' })
  await organiser
    .getByRole('row')
    .filter({ hasText: 'demo-secretariat' })
    .getByRole('button', { name: /^Actions/ })
    .click()
  await organiser.getByRole('menuitem', { name: /Mettre fin au mandat/ }).click()
  const dialog = organiser.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Mettre fin au mandat' }).click()
  await expect(dialog.getByRole('alert')).toContainText('dernier mandat d’organisation')
})

test('[M5] a sign-in link brings back someone who lost the password', async ({ actors }) => {
  const organiser = await actors.enter('organiser', null, { language: 'fr', path: '/people' })
  await organiser
    .getByRole('row')
    .filter({ hasText: 'demo-fra-review' })
    .getByRole('button', { name: /^Actions/ })
    .click()
  await organiser.getByRole('menuitem', { name: 'Créer un lien de connexion' }).click()
  const link = await organiser.getByRole('textbox', { name: 'Lien à transmettre' }).inputValue()

  const reviewer = await actors.stranger({ locale: 'fr-FR' })
  await reviewer.goto(link)
  await reviewer.getByRole('button', { name: 'Me connecter' }).click()
  await expect(reviewer.getByRole('button', { name: /Relecture COPIL FRA/ })).toBeVisible()
})

test('[M1] whoever does not run the edition is offered nothing of it', async ({ actors }) => {
  for (const path of ['/people', '/plan', '/facts']) {
    const chair = await actors.enter('chair', 'fra', { language: 'fr', path })
    await expect(chair.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(chair.getByText(/Seule l’organisation peut/)).toBeVisible()
    await expect(chair.getByRole('button', { name: /^(Inviter|Ajouter|Modifier|Actions)/ })).toHaveCount(0)
  }
})

/** Invites by the dialog and gives back the link it shows. */
async function invite(organiser: Page, role: string, side: string, title: string): Promise<string> {
  await organiser.getByRole('button', { name: 'Inviter une personne' }).click()
  await organiser.getByRole('combobox', { name: 'Rôle' }).selectOption({ label: role })
  await organiser.getByRole('combobox', { name: 'Partie' }).selectOption({ label: side })
  await organiser.getByRole('textbox', { name: 'Mandat, en français' }).fill(title)
  await organiser.getByRole('button', { name: 'Créer le lien' }).click()
  const link = await organiser.getByRole('textbox', { name: 'Lien à transmettre' }).inputValue()
  expect(link).toMatch(/\/join#/)
  return link
}
