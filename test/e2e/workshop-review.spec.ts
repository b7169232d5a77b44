/** What leads have submitted, seen by the secretariat at a glance: returned with a reason, compared, accepted. */
import { expect, test } from './fixtures.ts'
import { submitAsLead } from './workshop-submission.ts'

test('[W2] a summary is returned with a reason, comes back, is compared and accepted', async ({
  actors,
  room,
}) => {
  const lead = await actors.enter('lead', 'jap', { path: '/workshops/progress' })
  const page = await actors.enter('organiser', null, { language: 'fr', path: '/workshops/progress' })
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: 'Résumé de l’atelier 1', exact: true }) })
  await expect(row).toContainText('rien encore')

  await submitAsLead(room, lead, 'workshop-summary')
  await expect(row).toContainText('remis')
  await expect(row).toContainText(/\d+ mots sur 200/)
  await row.getByRole('button', { name: 'Examiner : Résumé de l’atelier 1' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('初稿です。')
  await expect(dialog.getByRole('link', { name: 'Lire S1' })).toBeVisible()
  await expect(dialog.getByRole('link', { name: /^Comparer/ })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Renvoyer' }).click()
  await expect(dialog.getByText('Dites pourquoi le texte est renvoyé')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Motif, en japonais' }).fill('結論を加えてください。')
  await dialog.getByRole('button', { name: 'Renvoyer' }).click()
  await expect(row).toContainText('renvoyé')

  const theirs = lead
    .getByRole('row')
    .filter({ has: lead.getByRole('link', { name: '第1分科会の要旨', exact: true }) })
  await expect(theirs).toContainText('差戻し')
  await submitAsLead(room, lead, 'workshop-summary')
  await expect(theirs).toContainText('再提出済み')

  await row.getByRole('button', { name: /^Examiner/ }).click()
  await expect(dialog).toContainText('S1 renvoyé : 結論を加えてください。')
  await expect(dialog.getByRole('link', { name: 'Comparer avec S1' })).toHaveAttribute(
    'href',
    /^\/compare\?from=version/,
  )
  await dialog.getByRole('button', { name: 'Accepter' }).click()
  await expect(row).toContainText('accepté')
  await expect(theirs).toContainText('受理')
})

test('[W2] the hour of the plenary and the reminders say what is there and what is not', async ({
  actors,
  room,
}) => {
  const lead = await actors.enter('lead', 'fra')
  await submitAsLead(room, lead, 'restitution')
  const page = await actors.enter('organiser', null, {
    language: 'ja',
    path: '/workshops/progress',
    context: { permissions: ['clipboard-read', 'clipboard-write'] },
  })
  await expect(page.getByText('4件中1件の報告が提出済みです')).toBeVisible()
  await expect(page.getByText('60分以内').first()).toBeVisible()

  const reminder = page.getByRole('textbox', { name: '督促文（フランス語）' })
  await expect(reminder).toHaveValue(
    /Échéance des résumés.: mer\. 30 septembre 2026, 23:59 \(Paris\) · jeu\. 1er octobre, 06:59 \(Tokyo\)/,
  )
  await expect(reminder).toHaveValue(/Résumé de l’atelier 1/)
  await expect(reminder).not.toHaveValue(/Restitution de l’atelier 1/)
  await expect(reminder).toHaveValue(/partie japonaise.: à désigner/)
  await page.getByRole('button', { name: '日本語の督促文をコピー' }).click()
  await expect(page.getByText('コピーしました')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('第4分科会報告')
})
