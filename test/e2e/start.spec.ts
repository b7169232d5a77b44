import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const PASSWORD = 'une phrase assez longue'

test.describe('first start', () => {
  test('[O1] the printed link makes the first organiser and the edition, once', async ({
    browser,
    emptyRoom,
  }) => {
    const link = (await emptyRoom.printed(/http:\S+\/setup#\S+/))[0]
    const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1, name: 'Première installation' })).toBeVisible()
    // The meeting being prepared is named by its template, not by the interface.
    await expect(page.getByRole('radio', { name: /^9es Rencontres/ })).toBeChecked()
    await fillAccount(page, 'Secrétariat', 'secretariat')
    await page.getByRole('button', { name: 'Créer l’édition' }).click()

    await expect(page.getByRole('link', { name: /^9es Rencontres/ })).toBeVisible()
    expect(new URL(page.url()).hash).toBe('')

    const late = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
    await late.goto(link)
    await expect(late.getByRole('alert')).toBeVisible()
    await expect(late.getByRole('button', { name: 'Créer l’édition' })).toHaveCount(0)
  })

  test('[O1] an empty edition takes its name and days from the form', async ({ browser, emptyRoom }) => {
    const link = (await emptyRoom.printed(/http:\S+\/setup#\S+/))[0]
    const page = await (await browser.newContext({ locale: 'ja-JP' })).newPage()
    await page.goto(link)
    await page.getByRole('radio', { name: '空の開催回' }).check()
    await page.getByRole('textbox', { name: '名称（フランス語）' }).fill('Rencontres d’essai')
    await page.getByRole('textbox', { name: '名称（日本語）' }).fill('試行会議')
    await page.getByRole('textbox', { name: '開催地（フランス語）' }).fill('Ville')
    await page.getByRole('textbox', { name: '開催地（日本語）' }).fill('市')
    await page.getByLabel('初日').fill('2030-05-06')
    await page.getByLabel('最終日').fill('2030-05-08')
    await page.getByRole('textbox', { name: '表示名' }).fill('事務局')
    await page.getByRole('textbox', { name: 'ログイン名' }).fill('jimukyoku')
    await page.getByLabel('パスワード', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: '開催回を作成' }).click()

    await expect(page.getByRole('link', { name: '試行会議' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja')
  })

  test('[M5] one signs in with the password chosen, and out again', async ({ browser, emptyRoom }) => {
    const link = (await emptyRoom.printed(/http:\S+\/setup#\S+/))[0]
    const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
    await page.goto(link)
    await fillAccount(page, 'Secrétariat', 'secretariat')
    await page.getByRole('button', { name: 'Créer l’édition' }).click()
    await page.getByRole('button', { name: /Votre compte/ }).click()
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()

    await page.getByRole('textbox', { name: 'Identifiant' }).fill('secretariat')
    await page.getByLabel('Mot de passe').fill('pas le bon')
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await expect(page.getByRole('alert')).toContainText('Identifiant ou mot de passe incorrect')

    await page.getByRole('textbox', { name: 'Identifiant' }).fill('Secretariat')
    await page.getByLabel('Mot de passe').fill(PASSWORD)
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await expect(page.getByRole('link', { name: 'Accueil' })).toBeVisible()
  })

  test('before set-up every address says what remains to be done', async ({ browser, emptyRoom }) => {
    const page = await (await browser.newContext({ locale: 'ja-JP' })).newPage()
    await page.goto(`${emptyRoom.address}/plan`)
    await expect(page.getByRole('heading', { level: 1, name: '初期設定が済んでいません' })).toBeVisible()
  })
})

test.describe('the door', () => {
  test('[M5] a link that is unknown or cut short says so', async ({ actors }) => {
    const page = await actors.stranger({ locale: 'fr-FR' })
    await page.goto('/join#abcdefghijklmnopqrstuvwxyz0123456789')
    await expect(page.getByRole('alert')).toContainText('Ce lien n’est pas reconnu')
    await page.goto('/plan')
    await page.goto('/join#abc')
    await expect(page.getByRole('heading', { level: 1, name: 'Lien incomplet' })).toBeVisible()
  })

  test('the demonstration says what it is, and lets one in under a mandate', async ({ actors }) => {
    const page = await actors.stranger({ locale: 'ja-JP' })
    await page.goto('/')
    await expect(page.getByText('これはデモ環境です')).toBeVisible()
    await page.getByRole('button', { name: '日本側推進委員会委員長として入る' }).click()
    await expect(page.getByRole('link', { name: 'ホーム' })).toHaveAttribute('aria-current', 'page')
    await expect(page.getByText(/^デモ環境/)).toBeVisible()
  })

  test('signing in keeps the address one came for', async ({ actors }) => {
    const page = await actors.stranger({ locale: 'fr-FR' })
    await page.goto('/facts')
    await page.getByRole('button', { name: 'Entrer comme COPIL FRA – présidence' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Données partagées' })).toBeVisible()
  })

  test('[D2] the language is the person’s, on every device, and on the page’s lang', async ({ actors }) => {
    const chair = await actors.enter('chair', 'jap')
    await expect(chair.locator('html')).toHaveAttribute('lang', 'ja')
    await chair.getByRole('button', { name: 'Français' }).click()
    await expect(chair.getByRole('link', { name: 'Accueil' })).toBeVisible()
    await expect(chair.locator('html')).toHaveAttribute('lang', 'fr')
    await expect
      .poll(async () => (await (await chair.request.get('/api/session')).json()).person.language)
      .toBe('fr')
  })

  test('[M5] signing out in one tab closes the others', async ({ actors }) => {
    const first = await actors.enter('chair', 'fra', { language: 'fr' })
    const second = await first.context().newPage()
    await second.goto('/people')
    await expect(second.getByRole('rowheader').first()).toBeVisible()
    await first.getByRole('button', { name: /Votre compte/ }).click()
    await first.getByRole('menuitem', { name: 'Se déconnecter' }).click()
    for (const tab of [first, second]) {
      await expect(tab.getByText('Ceci est une démonstration')).toBeVisible()
      await expect(tab.getByRole('rowheader')).toHaveCount(0)
    }
  })

  test('an address that does not exist says so in the reader’s language', async ({ actors }) => {
    const page = await actors.enter('drafter', 'jap', { path: '/nowhere' })
    await expect(page.getByRole('heading', { level: 1, name: 'ページが見つかりません' })).toBeVisible()
  })
})

async function fillAccount(page: Page, name: string, login: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Nom affiché' }).fill(name)
  await page.getByRole('textbox', { name: 'Identifiant' }).fill(login)
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD)
}
