/**
 * The whole job once, by the people who do it, each in a browser and a language of their own: from an empty
 * room to the comparison of version 1 with its answer.
 */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import type { Room } from '../support/room.ts'
import { expect, test } from './fixtures.ts'
import { composeJapanese } from './japanese-input.ts'

const PASSWORD = '日仏の長い合言葉 - une phrase'

/** The words of the interface that the story presses, in the language of each person. */
const WORDS = {
  fr: {
    name: 'Nom affiché',
    login: 'Identifiant',
    password: 'Mot de passe',
    join: 'Ouvrir mon compte et entrer',
    begin: 'Commencer le brouillon',
    open: 'Ouvrir le brouillon',
    transmit: 'Préparer la transmission',
    noteFr: 'En français',
    noteJa: 'En japonais',
    confirm: /^J’ai relu/,
    send: /^Transmettre/,
  },
  ja: {
    name: '表示名',
    login: 'ログイン名',
    password: 'パスワード',
    join: 'アカウントを作成して入る',
    begin: '案の作成を始める',
    open: '案を開く',
    transmit: '提出の準備',
    noteFr: 'フランス語',
    noteJa: '日本語',
    confirm: /確認しました/,
    send: /を提出/,
  },
} as const
type Speech = keyof typeof WORDS

test('[R2–R6] two delegations bring in a declaration, draft, transmit, answer, and see what changed in both languages', async ({
  browser,
  emptyRoom,
}) => {
  test.setTimeout(300_000)
  const organiser = await setUp(emptyRoom, browser)

  const [japChair, japDrafter, japFrench, fraChair, fraDrafter] = await test.step('invitations', async () => [
    await join(
      browser,
      await invite(organiser, 'Présidence', 'COPIL JAP'),
      'ja',
      '日本側委員長',
      'jap-chair',
    ),
    await join(
      browser,
      await invite(organiser, 'Rédaction', 'COPIL JAP'),
      'ja',
      '日本側起草担当',
      'jap-drafter',
    ),
    // Side is not language: this member of the Japanese side works in French.
    await join(
      browser,
      await invite(organiser, 'Rédaction', 'COPIL JAP'),
      'fr',
      'Plume française',
      'jap-french',
    ),
    await join(browser, await invite(organiser, 'Présidence', 'COPIL FRA'), 'fr', 'Présidence', 'fra-chair'),
    await join(browser, await invite(organiser, 'Rédaction', 'COPIL FRA'), 'fr', 'Rédaction', 'fra-drafter'),
  ])

  await test.step('the previous declaration comes in', () => importPrevious(organiser))

  await test.step('the Japanese side drafts, two and three at once', async () => {
    await japChair.goto('/')
    await japChair.getByRole('button', { name: WORDS.ja.begin }).click()
    await expect(japChair.locator('[data-side=ja] [data-block]').first()).toBeVisible()
    const address = new URL(japChair.url()).pathname
    for (const [page, speech] of [
      [japDrafter, 'ja'],
      [japFrench, 'fr'],
    ] as const) {
      await page.goto('/')
      await page.getByRole('link', { name: WORDS[speech].open }).click()
      await expect(page).toHaveURL(new RegExp(`${address}$`))
      await expect(page.locator('[data-side=fr] [data-block]').first()).toBeVisible()
    }

    // One composes Japanese while another types in the same paragraph and a third writes French.
    const commitments = '私たちの約束'
    await block(japDrafter, 'ja', commitments).click()
    await japDrafter.keyboard.press('End')
    await block(japChair, 'ja', commitments).click()
    await japChair.keyboard.press('Home')
    await block(japFrench, 'fr', 'Nos engagements').click()
    await japFrench.keyboard.press('End')
    await Promise.all([
      composeJapanese(japDrafter, ['み', 'みら', 'みらい', 'みらいへ'], '未来へ'),
      japChair.keyboard.type('2026: ', { delay: 40 }),
      japFrench.keyboard.type(' pour demain', { delay: 30 }),
    ])
    for (const page of [japChair, japDrafter, japFrench]) {
      await expect(block(page, 'ja', commitments)).toHaveText(/^2026: 私たちの約束.*未来へ$/)
      await expect(block(page, 'fr', 'Nos engagements')).toHaveText(/^Nos engagements pour demain/)
    }
    for (const page of [japChair, japDrafter, japFrench])
      await expect(page.locator('[data-saving=stored]')).toBeVisible()

    // What the other side may not know of does not exist for it.
    await fraChair.goto(address)
    await expect(fraChair.getByRole('heading', { level: 1 })).toHaveText('Page introuvable')
  })

  await test.step('the Japanese chair transmits version 1', async () => {
    await fraChair.goto('/')
    await japChair.getByRole('link', { name: WORDS.ja.transmit }).click()
    await expect(japChair.locator('ins').filter({ hasText: '未来へ' })).toBeVisible()
    await transmit(japChair, 'ja', 'Voici notre première version.', '第1案を提出いたします。')
    await expect(japChair.getByRole('heading', { level: 1 })).toContainText('V1')
  })

  await test.step('the French side receives it at once, and answers', async () => {
    // The first page was open all the time: nobody reloads it.
    await expect(fraChair.getByRole('heading', { level: 1, name: 'À votre tour' })).toBeVisible()
    await fraChair.getByRole('link', { name: 'Versions', exact: true }).click()
    await fraChair.getByRole('button', { name: 'Accuser réception' }).click()
    await expect(fraChair.getByRole('row', { name: /^V1 / })).toContainText('Reçue par')
    await expect(japChair.getByText(/受領を確認しました/)).toBeVisible()

    await fraChair.getByRole('button', { name: /^Commencer le brouillon/ }).click()
    await fraDrafter.goto('/')
    await fraDrafter.getByRole('link', { name: WORDS.fr.open }).click()
    // Both languages of one paragraph, by two people …
    await block(fraChair, 'fr', 'pour demain').click()
    await fraChair.keyboard.press('End')
    await block(fraDrafter, 'ja', '未来へ').click()
    await fraDrafter.keyboard.press('End')
    await Promise.all([
      fraChair.keyboard.type(' et après', { delay: 30 }),
      composeJapanese(fraDrafter, ['さ', 'さき', 'さきへ'], '、その先へ'),
    ])
    // … and French alone in another.
    await block(fraChair, 'fr', 'Fait à').click()
    await fraChair.keyboard.press('Home')
    await fraChair.keyboard.type('Texte commun. ')
    for (const page of [fraChair, fraDrafter]) {
      await expect(block(page, 'fr', 'Texte commun. Fait à')).toBeVisible()
      await expect(block(page, 'ja', '未来へ、その先へ')).toBeVisible()
      await expect(page.locator('[data-saving=stored]')).toBeVisible()
    }
    await fraChair.getByRole('link', { name: WORDS.fr.transmit }).click()
    await expect(fraChair.getByText('1 paragraphe modifié dans une seule langue')).toBeVisible()
    await transmit(fraChair, 'fr', 'Voici notre réponse.', 'フランス側の回答です。')
    await expect(fraChair.getByRole('heading', { level: 1 })).toContainText('V1-FRA')
  })

  await test.step('the Japanese side sees old and new, French and Japanese, on one screen', async () => {
    await japDrafter.goto('/')
    await japDrafter.getByRole('link', { name: 'V1とV1-FRAを比較' }).click()
    await expect(japDrafter.getByRole('heading', { level: 1 })).toHaveText('V1 → V1-FRA')
    await japDrafter.getByRole('button', { name: '新旧対照表' }).click()
    const both = japDrafter.getByRole('row').filter({ hasText: 'その先へ' })
    await expect(both.locator('[data-language=fr][data-state=new] ins')).toContainText('et après')
    await expect(both.locator('[data-language=ja][data-state=new] ins')).toContainText('その先へ')
    await expect(both.locator('[data-language=fr][data-state=old]')).toContainText(
      'Nos engagements pour demain',
    )
    await expect(both.locator('[data-language=ja][data-state=old]')).toContainText('未来へ')
    await expect(both).not.toContainText('のみ変更')

    const alone = japDrafter.getByRole('row').filter({ hasText: 'Texte commun.' })
    await expect(alone).toContainText('フランス語のみ変更')
    await japDrafter.keyboard.press('n')
    await expect(japDrafter.locator('[aria-current=true]')).toBeFocused()
  })
})

async function setUp(room: Room, browser: Browser): Promise<Page> {
  const [link] = await room.printed(/http:\S+\/setup#\S+/)
  const page = await person(browser, room.address, 'fr')
  await page.goto(link)
  await fillAccount(page, 'fr', 'Secrétariat', 'secretariat')
  await page.getByRole('button', { name: 'Créer l’édition' }).click()
  await expect(page.getByRole('link', { name: 'Accueil' })).toBeVisible()
  return page
}

async function invite(organiser: Page, role: string, side: string): Promise<string> {
  await organiser.goto('/people')
  await organiser.getByRole('button', { name: 'Inviter une personne' }).click()
  await organiser.getByRole('combobox', { name: 'Rôle' }).selectOption({ label: role })
  await organiser.getByRole('combobox', { name: 'Partie' }).selectOption({ label: side })
  await organiser.getByRole('button', { name: 'Créer le lien' }).click()
  return organiser.getByRole('textbox', { name: 'Lien à transmettre' }).inputValue()
}

async function join(
  browser: Browser,
  link: string,
  speech: Speech,
  name: string,
  login: string,
): Promise<Page> {
  const page = await person(browser, new URL(link).origin, speech)
  await page.goto(link)
  await fillAccount(page, speech, name, login)
  await page.getByRole('button', { name: WORDS[speech].join }).click()
  await expect(page.getByRole('button', { name: new RegExp(name) })).toBeVisible()
  return page
}

async function fillAccount(page: Page, speech: Speech, name: string, login: string): Promise<void> {
  const words = WORDS[speech]
  await page.getByRole('textbox', { name: words.name }).fill(name)
  await page.getByRole('textbox', { name: words.login }).fill(login)
  await page.getByLabel(words.password, { exact: true }).fill(PASSWORD)
}

async function importPrevious(organiser: Page): Promise<void> {
  const file = async (name: string, mimeType: string) => ({
    name,
    mimeType,
    buffer: await readFile(new URL(`../fixtures/import/${name}`, import.meta.url)),
  })
  await organiser.goto('/')
  await organiser.getByRole('link', { name: 'Importer la déclaration précédente' }).click()
  await organiser
    .getByLabel(/Choisir un fichier.*Texte français/)
    .setInputFiles(await file('previous-declaration.fr.html', 'text/html'))
  await organiser
    .getByLabel(/Choisir un fichier.*Texte japonais/)
    .setInputFiles(await file('previous-declaration.ja.txt', 'text/plain'))
  await organiser.getByRole('button', { name: 'Rapprocher les paragraphes' }).click()
  await organiser.getByLabel('Nom de la version').fill('Déclaration précédente')
  await organiser.getByRole('button', { name: 'Importer comme version' }).click()
  await expect(organiser.getByRole('link', { name: 'Déclaration précédente' })).toBeVisible()
}

async function transmit(page: Page, speech: Speech, fr: string, ja: string): Promise<void> {
  const words = WORDS[speech]
  await page.getByLabel(words.noteFr, { exact: true }).fill(fr)
  await page.getByLabel(words.noteJa, { exact: true }).fill(ja)
  await page.getByRole('checkbox', { name: words.confirm }).check()
  await page.getByRole('button', { name: words.send }).click()
}

function block(page: Page, language: 'fr' | 'ja', words: string) {
  return page.locator(`[data-side=${language}] [data-block]`).filter({ hasText: words }).first()
}

async function person(browser: Browser, address: string, speech: Speech): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    locale: speech === 'ja' ? 'ja-JP' : 'fr-FR',
    timezoneId: speech === 'ja' ? 'Asia/Tokyo' : 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
  })
  return context.newPage()
}
