/** A draft leaves: what is shown before, what the other side gets, and what it never gets. */
import type { Page } from '@playwright/test'
import { amendmentOf, amendmentsOf, decide, decideTheRest } from './decide-by-request.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { replaceWords, writeIntoDraft } from './write-into-draft.ts'

async function fillCoverNote(page: Page): Promise<void> {
  await page.getByLabel('フランス語', { exact: true }).fill('Voici notre deuxième version.')
  await page.getByLabel('日本語', { exact: true }).fill('第2案を提出いたします。')
}

test('[R5] the sender sees everything that leaves, and nothing leaves without a cover note and a confirmation', async ({
  actors,
  room,
}) => {
  const chair = await actors.enter('chair', 'jap', { language: 'ja' })
  const { draft } = await declarationOf(chair)
  await decideTheRest(room, chair, draft!.id)
  await chair.goto(`/drafts/${draft!.id}/transmit`)
  await expect(chair.getByRole('heading', { level: 1 })).toContainText('V2')
  await expect(chair.getByText('一方の言語のみ変更された段落', { exact: false })).toBeVisible()
  await expect(chair.locator('ins').first()).toBeVisible()
  await expect(chair.getByText('フランス語のみ変更').first()).toBeVisible()
  await chair.getByRole('button', { name: '全文を表示' }).click()
  await expect(chair.locator('[data-unit]').first()).toBeVisible()

  const send = chair.getByRole('button', { name: /V2を提出/ })
  await send.click()
  await expect(chair.getByText('送付状を両言語で記入してください。').first()).toBeVisible()
  await fillCoverNote(chair)
  await send.click()
  await expect(chair.getByText('確認済みの欄にチェックを入れてください。')).toBeVisible()

  // The note survives a reload until it leaves.
  await chair.reload()
  await expect(chair.getByLabel('日本語', { exact: true })).toHaveValue('第2案を提出いたします。')
})

test('[R5] [A1] undecided amendments come first and stop it; a rejection with a reason in one language is pointed out', async ({
  actors,
  room,
}) => {
  const chair = await actors.enter('chair', 'jap', { language: 'fr' })
  const { draft } = await declarationOf(chair)
  await chair.goto(`/drafts/${draft!.id}/transmit`)
  const decisions = chair.getByRole('region', { name: 'Décisions qui partent' })
  await expect(decisions.getByText('4 à décider')).toBeVisible()
  const first = decisions.locator('tbody').first()
  await expect(first.getByRole('link', { name: 'Décider' })).toHaveAttribute(
    'href',
    `/drafts/${draft!.id}?amendments=undecided`,
  )
  await expect(chair.getByRole('button', { name: /^Transmettre V2/ })).toBeDisabled()
  // The page follows the decisions that colleagues take.
  const view = await amendmentsOf(room, chair, draft!.id)
  await decide(room, chair, draft!.id, [amendmentOf(view, 'u43')], 'rejected', { fr: 'Déjà dit.', ja: '' })
  await expect(
    decisions.getByText('1 rejet n’est motivé que dans une langue', { exact: false }),
  ).toBeVisible()
  await expect(decisions.getByText('Motif donné en français seulement')).toBeVisible()
  await decideTheRest(room, chair, draft!.id)
  await expect(decisions.getByText('à décider')).toHaveCount(0)
  await expect(chair.getByRole('button', { name: /^Transmettre V2/ })).toBeEnabled()
})

test('[R5] when decisions are taken anew after the preview nothing leaves, and they must be confirmed', async ({
  actors,
  room,
}) => {
  const chair = await actors.enter('chair', 'jap', { language: 'fr' })
  const { draft } = await declarationOf(chair)
  await decideTheRest(room, chair, draft!.id)
  await chair.goto(`/drafts/${draft!.id}/transmit`)
  const read = chair.getByRole('checkbox', { name: /^J’ai relu/ })
  await read.check()
  const view = await amendmentsOf(room, chair, draft!.id)
  await decide(room, chair, draft!.id, [amendmentOf(view, 'u43')], 'rejected', {
    fr: 'Un autre motif.',
    ja: '別の理由。',
  })
  await expect(chair.getByText('Un autre motif.')).toBeVisible()
  await expect(read).not.toBeChecked()
})

test('[R5] when a colleague types after the preview nothing leaves, and the new preview must be confirmed', async ({
  actors,
  room,
}) => {
  const chair = await actors.enter('chair', 'jap', { language: 'ja' })
  const drafter = await actors.enter('drafter', 'jap', { language: 'ja' })
  const { draft } = await declarationOf(chair)
  await decideTheRest(room, chair, draft!.id)
  await chair.goto(`/drafts/${draft!.id}/transmit`)
  await fillCoverNote(chair)
  const read = chair.getByRole('checkbox', { name: /確認しました/ })
  await read.check()
  await writeIntoDraft(room, drafter, draft!.id, text =>
    replaceWords(text, 'ja', '私たちの約束', '私たちの新しい約束'),
  )
  await chair.getByRole('button', { name: /V2を提出/ }).click()

  await expect(chair.getByRole('alert').filter({ hasText: 'まだ提出されていません' })).toBeVisible()
  await expect(chair.locator('ins', { hasText: '新しい' })).toBeVisible()
  await expect(read).not.toBeChecked()
  expect((await declarationOf(chair)).versions.map(version => version.label)).not.toContain('V2')

  await read.check()
  await chair.getByRole('button', { name: /V2を提出/ }).click()
  await expect(chair.getByRole('heading', { level: 1 })).toContainText('V2を提出しました')
})

test('[R6] the other side sees the version at once, acknowledges it, and the sender sees the receipt without reloading', async ({
  actors,
  room,
}) => {
  const chair = await actors.enter('chair', 'jap', { language: 'ja' })
  const french = await actors.enter('chair', 'fra', { language: 'fr' })
  const { text, draft } = await declarationOf(chair)
  await french.goto(`/texts/${text.id}`)
  await expect(french.getByRole('rowheader', { name: 'V1-FRA' })).toBeVisible()

  await decideTheRest(room, chair, draft!.id)
  await chair.goto(`/drafts/${draft!.id}/transmit`)
  await fillCoverNote(chair)
  await chair.getByRole('checkbox', { name: /確認しました/ }).check()
  await chair.getByRole('button', { name: /V2を提出/ }).click()
  await expect(chair.getByText('相手側の受領はまだ確認されていません。')).toBeVisible()

  const row = french.getByRole('row', { name: /^V2/ })
  await expect(row).toContainText('COPIL JAP')
  await row.getByRole('button', { name: 'Accuser réception' }).click()
  await expect(row).toContainText('Reçue par COPIL FRA')
  await expect(chair.getByText(/受領を確認しました/)).toBeVisible()

  await row.getByRole('link', { name: 'V2', exact: true }).click()
  await expect(french.getByText('Voici notre deuxième version.')).toBeVisible()
  await expect(french.getByText('第2案を提出いたします。')).toBeVisible()
})

test('[M3] the other side’s draft is no page: not its text, nor its preview, nor a comparison with it', async ({
  actors,
}) => {
  const chair = await actors.enter('chair', 'jap')
  const french = await actors.enter('chair', 'fra', { language: 'fr' })
  const { draft, versions } = await declarationOf(chair)
  const addresses = [
    `/drafts/${draft!.id}/transmit`,
    `/compare?from=version:${versions.at(-1)!.id}&to=draft:${draft!.id}`,
    `/compare?from=draft:${draft!.id}&to=draft:${draft!.id}`,
    '/compare?from=version:nothing&to=draft:nothing',
    '/versions/nothing',
    `/versions/${draft!.id}`,
  ]
  for (const address of addresses) {
    await french.goto(address)
    await expect(french.getByRole('heading', { level: 1 })).toHaveText('Page introuvable')
  }
  await french.goto('/compare?from=draft&to=..%2F..%2Fapi')
  await expect(french.getByText('Cette adresse ne dit pas quels textes comparer.')).toBeVisible()
})

test('[M2] a drafter reads what would leave, and is told that transmitting is not theirs', async ({
  actors,
}) => {
  const drafter = await actors.enter('drafter', 'jap', { language: 'ja' })
  const { draft } = await declarationOf(drafter)
  await drafter.goto(`/drafts/${draft!.id}/transmit`)
  await expect(drafter.getByText('ご自身の担当では提出できません。', { exact: false })).toBeVisible()
  await expect(drafter.getByRole('button', { name: /提出/ })).toHaveCount(0)
})
