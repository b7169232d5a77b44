/** Two delegations talk where the text stands: begun, answered, called, resolved, by both sides live. */
import type { Page } from '@playwright/test'
import type { VersionView } from '../../shared/protocol/views.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { composeJapanese } from './japanese-input.ts'
import {
  anchorOfWords,
  beginThread,
  replyTo,
  selectWords,
  threadsAt,
  versionText,
} from './threads-by-request.ts'

/** The last version, which both sides read. */
async function answerOf(
  page: Page,
): Promise<{ version: VersionView; text: string; place: `version:${string}` }> {
  const { text, versions } = await declarationOf(page)
  const version = versions.at(-1)!
  return { version, text: text.id, place: `version:${version.id}` }
}

const card = (page: Page, words: string) => page.locator('article[data-thread]').filter({ hasText: words })

test('[T1] [T2] a passage is commented for both delegations, and the other side has it at once', async ({
  actors,
}) => {
  const fra = await actors.enter('drafter', 'fra', { language: 'fr' })
  const jap = await actors.enter('drafter', 'jap', { language: 'ja' })
  const { version } = await answerOf(fra)
  await fra.goto(`/versions/${version.id}`)
  await jap.goto(`/versions/${version.id}`)
  await selectWords(fra, 'vieillissement de la population')
  await fra.getByRole('button', { name: 'Commenter', exact: true }).click()
  await expect(fra.getByRole('radio', { name: /^Interne/ })).toBeChecked()
  await fra.getByRole('radio', { name: /^Partagé/ }).check()
  await expect(fra.getByText('Lu par les deux délégations, chefs d’atelier compris')).toBeVisible()
  await fra.getByRole('textbox', { name: 'Votre commentaire' }).fill('Le japonais dit « 少子高齢化 ».')
  await fra.keyboard.press('Control+Enter')
  await expect(card(fra, 'Le japonais dit')).toContainText('vieillissement de la population')

  // Without reloading, marked as new; opened, it is read, and answered.
  await expect(card(jap, 'Le japonais dit')).toContainText('新着')
  await expect(jap.locator('mark', { hasText: 'vieillissement de la population' })).toBeVisible()
  await card(jap, 'Le japonais dit').click()
  await expect(card(jap, 'Le japonais dit').locator('header')).not.toContainText('新着')
  await card(jap, 'Le japonais dit').getByRole('button', { name: '返信' }).click()
  await jap.getByRole('textbox', { name: '返信' }).fill('はい、そのとおりです。')
  await jap.getByRole('button', { name: '日仏双方に送信' }).click()
  await expect(card(fra, 'はい、そのとおりです。')).toBeVisible()
})

test('[T2] [M3] what one side says internally is nowhere on the other side’s pages, counts and answers', async ({
  actors,
}) => {
  const fra = await actors.enter('drafter', 'fra', { language: 'fr' })
  const jap = await actors.enter('drafter', 'jap', { language: 'ja' })
  const { version, text, place } = await answerOf(fra)
  const heard: string[] = []
  jap.on('response', response => {
    if (response.url().includes('/api/') && !response.url().includes('/events'))
      void response.text().then(
        body => heard.push(body),
        () => {},
      )
  })
  await jap.goto(`/versions/${version.id}`)
  const unit = jap.locator('[data-unit]').nth(1)
  await expect(unit).toBeVisible()
  const before = (await threadsAt(jap, text, place)).threads.length
  await fra.goto(`/versions/${version.id}`)
  await fra.locator('[data-unit]').nth(1).hover()
  await fra.getByRole('button', { name: 'Commenter le paragraphe 2', exact: true }).click()
  await fra.getByRole('textbox', { name: 'Votre commentaire' }).fill('Secret de la délégation.')
  await fra.getByRole('button', { name: 'Envoyer à ma délégation' }).click()
  await expect(card(fra, 'Secret de la délégation.')).toContainText('Interne · COPIL FRA')
  // Something shared after it, so that the other side has heard of what came before.
  const said = await versionText(fra, version.id)
  const anchor = anchorOfWords(said, 'sans équivalent')
  await beginThread(fra, { text, place, audience: 'joint', anchor, body: 'Pour vous aussi.' })
  await expect(card(jap, 'Pour vous aussi.')).toBeVisible()
  await expect(unit.locator('[data-open]')).toHaveCount(0)
  await jap.goto('/')
  await expect(jap.getByRole('heading', { level: 1 })).toBeVisible()
  await jap.goto(`/compare?from=version:${version.id}&to=version:${version.id}`)
  await expect(card(jap, 'Pour vous aussi.')).toBeVisible()
  expect((await threadsAt(jap, text, place)).threads).toHaveLength(before + 1)
  expect(heard.join('\n')).not.toContain('Secret de la délégation')
  // The page that could show it is one's own side's.
  const reviewer = await actors.enter('reviewer', 'fra', { language: 'fr', path: `/versions/${version.id}` })
  await expect(card(reviewer, 'Secret de la délégation.')).toBeVisible()
  const lead = await actors.enter('lead', 'fra', { language: 'fr', path: `/versions/${version.id}` })
  await expect(card(lead, 'Secret de la délégation.')).toBeVisible()
})

test('[T3] someone is called by @ and the arrows, without the pointer, while conversions are left alone', async ({
  actors,
}) => {
  const jap = await actors.enter('drafter', 'jap', { language: 'ja' })
  const { version, text, place } = await answerOf(jap)
  const fra = await actors.enter('chair', 'fra', { language: 'fr', path: `/versions/${version.id}` })
  await jap.goto(`/versions/${version.id}`)
  await jap.locator('[data-unit]').nth(3).hover()
  await jap.getByRole('button', { name: '第4段落にコメント', exact: true }).click()
  await jap.getByRole('radio', { name: /共有/ }).check()
  const field = jap.getByRole('textbox', { name: 'コメント' })
  await field.focus()
  await composeJapanese(jap, ['か', 'かく', 'かくに', 'かくにん'], '確認')
  await expect(field).toHaveValue('確認')
  await jap.keyboard.type('をお願いします ＠委員長')
  const names = jap.getByRole('listbox', { name: '宛先に指定できる人・役割・代表団' })
  await expect(names.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  const wanted = names.getByRole('option', { name: 'フランス側・委員長' })
  await expect(wanted).toBeVisible()
  while ((await wanted.getAttribute('aria-selected')) !== 'true') await jap.keyboard.press('ArrowDown')
  await expect(field).toHaveAttribute('aria-activedescendant', (await wanted.getAttribute('id'))!)
  await jap.keyboard.press('Enter')
  await expect(field).toHaveValue(/@フランス側・委員長 $/)
  await jap.keyboard.press('Control+Enter')
  await expect(card(fra, '確認をお願いします')).toContainText('vous appelle')
  const { threads } = await threadsAt(fra, text, place)
  const said = threads.flatMap(({ comments }) => comments.map(({ body }) => body))
  expect(said).toContain('確認をお願いします @{role:fra:chair}')
})

test('[T3] one’s own comment is corrected and deleted with a trace; the other’s is not to be touched', async ({
  actors,
}) => {
  const fra = await actors.enter('drafter', 'fra', { language: 'fr' })
  const jap = await actors.enter('drafter', 'jap', { language: 'ja' })
  const { version, text, place } = await answerOf(fra)
  const anchor = anchorOfWords(await versionText(fra, version.id), 'sans équivalent')
  const { id } = await beginThread(fra, {
    text,
    place,
    audience: 'joint',
    anchor,
    body: 'Première rédaction.',
  })
  await replyTo(jap, id, '了解しました。')
  await fra.goto(`/versions/${version.id}?thread=${id}`)
  await jap.goto(`/versions/${version.id}?thread=${id}`)
  const [mine, theirs] = [fra, jap].map(page => page.locator(`article[data-thread="${id}"]`)) as [
    ReturnType<Page['locator']>,
    ReturnType<Page['locator']>,
  ]
  await expect(theirs.getByRole('button', { name: '編集' })).toHaveCount(1)
  await mine.getByRole('button', { name: 'Modifier' }).click()
  await fra.getByRole('textbox', { name: 'Votre commentaire corrigé' }).fill('Seconde rédaction.')
  await mine.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(mine.getByText('Seconde rédaction.')).toBeVisible()
  await theirs.getByText(/に編集/).click()
  await expect(theirs.getByText('Première rédaction.')).toBeVisible()
  await mine.getByRole('button', { name: 'Supprimer' }).click()
  await fra.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click()
  await expect(mine.getByText('Supprimé par son auteur')).toBeVisible()
  await expect(theirs.getByText('投稿者が削除しました')).toBeVisible()
  await expect(theirs).not.toContainText('rédaction.')
})

test('[T3] a thread is assigned, resolved and reopened by either side, by the keys of the cards', async ({
  actors,
}) => {
  const fra = await actors.enter('drafter', 'fra', { language: 'fr' })
  const jap = await actors.enter('drafter', 'jap', { language: 'ja' })
  const { version, text, place } = await answerOf(fra)
  const anchor = anchorOfWords(await versionText(fra, version.id), 'sans équivalent')
  const { id } = await beginThread(fra, { text, place, audience: 'joint', anchor, body: 'À régler.' })
  await jap.goto(`/versions/${version.id}?thread=${id}`)
  await fra.goto(`/versions/${version.id}?thread=${id}`)
  const [mine, theirs] = [fra, jap].map(page => page.locator(`article[data-thread="${id}"]`)) as [
    ReturnType<Page['locator']>,
    ReturnType<Page['locator']>,
  ]
  await mine.getByRole('button', { name: 'Autres actions sur ce fil' }).click()
  await fra.getByRole('menuitemradio', { name: 'COPIL FRA – présidence' }).click()
  await expect(theirs).toContainText('対応者：フランス側推進委員会委員長')
  await expect(theirs).toBeFocused()
  await jap.keyboard.press('e')
  await expect(theirs.locator('header')).toContainText('解決済み')
  await expect(mine).toContainText('a marqué ce fil comme résolu')
  await fra.locator(`article[data-thread="${id}"]`).focus()
  await fra.keyboard.press('e')
  await expect(theirs).toContainText('スレッドを再開しました')
  await jap.keyboard.press('r')
  await expect(jap.getByRole('textbox', { name: '返信' })).toBeFocused()
  await jap.keyboard.press('Escape')
  await expect(theirs).toBeFocused()
  await jap.keyboard.press('Escape')
  await expect(jap.locator(`[data-unit="${anchor.unit}"] [data-unit-threads] button`).first()).toBeFocused()
  await jap.keyboard.press('Enter')
  await expect(jap.locator('article[data-thread]:focus')).toBeVisible()
})

test('[T4] words that could not be sent stay, say why, and come back with the page', async ({ actors }) => {
  const fra = await actors.enter('drafter', 'fra', { language: 'fr' })
  const { version } = await answerOf(fra)
  await fra.goto(`/versions/${version.id}`)
  await fra.locator('[data-unit]').nth(4).hover()
  await fra.getByRole('button', { name: 'Commenter le paragraphe 5', exact: true }).click()
  const field = fra.getByRole('textbox', { name: 'Votre commentaire' })
  await field.fill('Des mots à ne pas perdre.')
  await fra.context().setOffline(true)
  await fra.getByRole('button', { name: 'Envoyer à ma délégation' }).click()
  await expect(fra.getByRole('alert').filter({ hasText: 'Pas envoyé.' })).toContainText(
    'gardés sur cet appareil',
  )
  await expect(field).toHaveValue('Des mots à ne pas perdre.')
  await fra.context().setOffline(false)
  await fra.reload()
  await expect(field).toHaveValue('Des mots à ne pas perdre.')
  await fra.getByRole('button', { name: 'Envoyer à ma délégation' }).click()
  await expect(card(fra, 'Des mots à ne pas perdre.')).toContainText('Paragraphe 5')
  await fra.reload()
  await expect(card(fra, 'Des mots à ne pas perdre.')).toBeVisible()
  await expect(field).toHaveCount(0)
})

test('[T3] filters leave the threads that one asks for', async ({ actors }) => {
  const fra = await actors.enter('drafter', 'fra', { language: 'fr' })
  const { version, text, place } = await answerOf(fra)
  const said = await versionText(fra, version.id)
  const begin = (audience: 'fra' | 'joint', words: string, body: string) =>
    beginThread(fra, { text, place, audience, anchor: anchorOfWords(said, words), body })
  await begin('fra', 'sans équivalent', 'Entre nous.')
  await begin('joint', 'transition écologique', 'Avec vous.')
  await fra.goto(`/versions/${version.id}`)
  await fra.getByRole('button', { name: 'En liste' }).click()
  await fra.getByRole('button', { name: 'Filtres' }).click()
  await fra.getByLabel('Cercle', { exact: true }).selectOption({ label: 'Internes' })
  await expect(card(fra, 'Entre nous.')).toBeVisible()
  await expect(card(fra, 'Avec vous.')).toHaveCount(0)
  await fra.getByLabel('Cercle', { exact: true }).selectOption({ label: 'Partagés' })
  await fra.getByLabel('Qui me concernent').selectOption({ label: 'Où j’ai écrit' })
  await expect(card(fra, 'Avec vous.')).toBeVisible()
  await expect(card(fra, 'Entre nous.')).toHaveCount(0)
  await fra.getByRole('button', { name: 'Résolus' }).click()
  await expect(card(fra, 'Avec vous.')).toHaveCount(0)
  await fra.getByRole('button', { name: 'Tout afficher' }).click()
  await expect(card(fra, 'Entre nous.')).toBeVisible()
})
