import type { Browser, Page } from '@playwright/test'
import { databaseFile } from '../../server/store/data-directory.ts'
import { openSqlite } from '../../server/store/database.ts'
import { insertDigestLink } from '../../server/store/digest-links.ts'
import type { PersonId } from '../../shared/model/ids.ts'
import { linksIn, type MailServer, openMailServer } from '../support/mail-server.ts'
import { openRoom, type Room } from '../support/room.ts'
import { accessibilityFaults } from './accessibility.ts'
import { expect, test } from './fixtures.ts'
import { ask, invited, organiserOf } from './set-up-by-request.ts'

let mails: MailServer
let room: Room
test.beforeEach(async () => {
  mails = await openMailServer()
  room = await openRoom('empty', {
    CONCORDANCE_SMTP: `smtp://127.0.0.1:${mails.port}`,
    CONCORDANCE_MAIL_FROM: 'Concordance <room@example.org>',
  })
})
test.afterEach(async () => {
  await room.remove()
  await mails.close()
})

/** A link as every digest to the person's address has it; no digest comes within the minute of a test. */
async function endLink(page: Page, address: string): Promise<string> {
  const { person } = await ask(room, page, 'GET /api/session')
  const db = openSqlite(databaseFile(room.data))
  const link = { purpose: 'end', person: person.id as PersonId, address } as const
  const { token } = await insertDigestLink(db, link, new Date().toISOString())
  await db.destroy()
  return `${room.address}/digest/end#${token}`
}

async function readers(browser: Browser) {
  const organiser = await organiserOf(room, browser, 'fr')
  const reader = await invited(room, browser, organiser, { role: 'drafter', side: 'jap', language: 'ja' })
  return { organiser, reader }
}

test('[D4] one asks for the digest, confirms the address by the link in the mail, and ends it (Japanese)', async ({
  browser,
}) => {
  const { reader } = await readers(browser)
  await reader.goto('/profile')
  const section = reader.getByRole('region', { name: 'ダイジェストメール' })
  await section.getByLabel('メールアドレス').fill('kiso@example.org')
  await section.getByLabel('送信時刻').selectOption('21')
  await section.getByRole('button', { name: 'この設定を保存' }).click()
  await expect(section.getByText('アドレスの確認が必要です')).toBeVisible()
  expect(await accessibilityFaults(reader)).toEqual([])
  const first = await mails.count(1)
  expect([first.to, first.email.subject]).toEqual([
    ['kiso@example.org'],
    '【Concordance】メールアドレスの確認',
  ])

  await section.getByRole('button', { name: 'リンクを再送' }).click()
  const [link] = linksIn(await mails.count(2))
  await reader.goto(link!)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('メールアドレスの確認')
  expect(await accessibilityFaults(reader)).toEqual([])
  await reader.getByRole('button', { name: 'このアドレスを確認' }).click()
  await expect(reader.getByRole('status')).toContainText('21時以降（Asia/Tokyo）')
  expect(new URL(reader.url()).hash).toBe('')
  await reader.getByRole('link', { name: 'プロフィールへ' }).click()
  await expect(section.getByText('確認済みのアドレス：kiso@example.org')).toBeVisible()

  // On a telephone where nobody has signed in.
  const context = await browser.newContext({ baseURL: room.address, locale: 'ja-JP', bypassCSP: true })
  const telephone = await context.newPage()
  await telephone.goto(await endLink(reader, 'kiso@example.org'))
  await expect(telephone.getByRole('heading', { level: 1 })).toHaveText('ダイジェストメールの配信停止')
  expect(await accessibilityFaults(telephone)).toEqual([])
  await telephone.getByRole('button', { name: '配信を停止' }).click()
  await expect(telephone.getByRole('heading', { level: 1 })).toHaveText('配信を停止しました')
  await context.close()
  await reader.reload()
  await expect(section.getByText('ダイジェストメールは送信されていません。')).toBeVisible()
})

test('[D4] who is not signed in signs in first to confirm; a stranger’s link confirms nothing (French)', async ({
  browser,
}) => {
  const { organiser, reader } = await readers(browser)
  await organiser.goto('/profile')
  const section = organiser.getByRole('region', { name: 'Récapitulatif par courriel' })
  await section.getByLabel('Adresse électronique').fill('secretariat@example.org')
  await section.getByRole('button', { name: 'Enregistrer ces réglages' }).click()
  const [link] = linksIn(await mails.count(1))

  await ask(room, reader, 'PUT /api/profile', { name: 'Relecture', language: 'fr', zone: 'Asia/Tokyo' })
  await reader.goto(link!)
  await reader.getByRole('button', { name: 'Confirmer cette adresse' }).click()
  await expect(reader.getByRole('alert')).toContainText('n’est pas utilisable avec ce compte')

  const context = await browser.newContext({ baseURL: room.address, locale: 'fr-FR' })
  const elsewhere = await context.newPage()
  await elsewhere.goto(link!)
  await elsewhere.getByLabel('Identifiant').fill('secretariat')
  await elsewhere.getByLabel('Mot de passe').fill('une phrase assez longue')
  await elsewhere.getByRole('button', { name: 'Se connecter' }).click()
  await elsewhere.getByRole('button', { name: 'Confirmer cette adresse' }).click()
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Adresse confirmée')

  await elsewhere.goto('/digest/end')
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Lien incomplet')
  await elsewhere.goto('about:blank')
  await elsewhere.goto(await endLink(organiser, 'secretariat@example.org'))
  await elsewhere.getByRole('button', { name: 'Ne plus l’envoyer' }).click()
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Le récapitulatif n’est plus envoyé')
  await context.close()
})

test('[D4] a mail server that is away is said in words, and the settings are kept', async ({ browser }) => {
  const { organiser } = await readers(browser)
  await mails.close()
  await organiser.goto('/profile')
  const section = organiser.getByRole('region', { name: 'Récapitulatif par courriel' })
  await section.getByLabel('Adresse électronique').fill('secretariat@example.org')
  await section.getByRole('button', { name: 'Enregistrer ces réglages' }).click()
  await expect(section.getByRole('alert')).toContainText('n’a pas pu être envoyé')
  await expect(section.getByText('Adresse à confirmer')).toBeVisible()
  expect(room.output()).not.toContain('secretariat@')
})

test('[D4] a room without a mail server says nothing of a digest', async ({ actors }) => {
  const chair = await actors.enter('chair', 'fra', { language: 'fr', path: '/profile' })
  await expect(chair.getByRole('region', { name: 'Vos mandats' })).toBeVisible()
  await expect(chair.getByText('Récapitulatif par courriel')).toHaveCount(0)
})
