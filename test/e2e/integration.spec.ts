/** [W3] [W4] From the leads' summary to a paragraph that both sides decided, and to signed coverage. */
import type { VersionView } from '../../shared/protocol/views.ts'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { acceptSummary, fill, openJointStage } from './integrating.ts'
import { askAt } from './set-up-by-request.ts'
import { replaceWords } from './write-into-draft.ts'

const FIRST = [
  'Les incubateurs d’entreprises des villes jumelées accueillent chaque année des porteurs de projet de l’autre pays.',
  '姉妹都市の起業支援施設は、毎年、相手国の起業家を受け入れる。',
] as const
const SECOND = [
  'Un réseau franco-japonais de jeunes artisans est créé avant 2028.',
  '2028年までに日仏若手職人ネットワークを設立する。',
] as const

test('a workshop’s conclusions are proposed, decided by both committees, traced to their source, and covered', async ({
  actors,
  room,
}) => {
  test.slow()
  const bypassCSP = { bypassCSP: true, viewport: { width: 1440, height: 900 } }
  const organiser = await actors.enter('organiser', null)
  const fraLead = await actors.enter('lead', 'fra')
  const japLead = await actors.enter('lead', 'jap')
  await acceptSummary(room, japLead, organiser, fill(FIRST, SECOND))
  await openJointStage(room, organiser)
  const { text } = await declarationOf(organiser)

  // The French committee proposes both units; the workshop's section is found by its heading.
  const fraChair = await actors.enter('chair', 'fra', {
    path: `/texts/${text.id}/integrate`,
    context: bypassCSP,
  })
  await expect(fraChair.getByRole('heading', { level: 1 })).toHaveText('Reprendre des conclusions d’atelier')
  await expect(fraChair.getByText('Section de l’atelier trouvée par son titre')).toBeVisible()
  expect(await accessibilityFaults(fraChair)).toEqual([])
  await fraChair.getByRole('button', { name: 'Tous' }).click()
  await fraChair.getByRole('button', { name: 'Proposer aux deux parties' }).click()
  await fraChair.getByRole('link', { name: 'Voir les propositions' }).click()

  // It accepts the first and rejects the second.
  const card = (page: typeof fraChair, words: string) =>
    page.getByRole('article').filter({ hasText: words.slice(0, 30) })
  await card(fraChair, FIRST[0]).getByRole('button', { name: 'Accepter' }).click()
  await expect(card(fraChair, FIRST[0]).getByRole('button', { name: 'Annuler notre décision' })).toBeVisible()
  await card(fraChair, SECOND[0]).getByRole('button', { name: 'Rejeter…' }).click()
  await card(fraChair, SECOND[0]).getByRole('button', { name: 'Rejeter avec ce motif' }).click()
  await expect(
    card(fraChair, SECOND[0]).getByText('Indiquez le motif, dans une langue au moins.'),
  ).toBeVisible()
  await card(fraChair, SECOND[0]).getByLabel('En français').fill('Aucun financement n’est prévu.')
  await card(fraChair, SECOND[0]).getByRole('button', { name: 'Rejeter avec ce motif' }).click()
  await expect(card(fraChair, SECOND[0]).locator('[data-state="rejected"]')).toBeVisible()
  expect(await accessibilityFaults(fraChair)).toEqual([])

  // The Japanese committee finds them beside the joint draft, reads the reason, and accepts the first.
  const japChair = await actors.enter('chair', 'jap', { path: `/texts/${text.id}` })
  await askAt(room, japChair, 'POST', `/api/texts/${text.id}/draft`)
  const draft = (await declarationOf(japChair)).draft!
  await japChair.goto(`/drafts/${draft.id}?amendments=all`)
  const panel = japChair.getByRole('complementary', { name: '分科会からの提案' })
  await expect(panel.getByText('Aucun financement n’est prévu.')).toBeVisible()
  const first = panel.getByRole('article').filter({ hasText: FIRST[1] })
  await first.getByRole('button', { name: '受諾' }).click()
  await expect(first.getByText('本文に反映')).toBeVisible()
  const paper = japChair.getByRole('textbox', { name: '日本語本文' })
  await expect(paper.getByText(FIRST[1])).toBeVisible()
  await expect(paper.getByText(SECOND[1])).toHaveCount(0)

  // In the margin it says where it comes from, and shows the workshop's words beside ours.
  await japChair.getByRole('button', { name: '第1分科会より' }).click()
  const origin = japChair.getByRole('dialog')
  await expect(origin.getByText('宣言の文言は分科会の文言と同じです。')).toBeVisible()
  await origin.getByRole('button', { name: '閉じる' }).last().click()

  // The workshop says otherwise afterwards: flagged, proposed, accepted by both.
  await acceptSummary(room, fraLead, organiser, words =>
    replaceWords(replaceWords(words, 'fr', 'chaque année', 'deux fois par an'), 'ja', '毎年', '年に二回'),
  )
  await japChair.getByRole('button', { name: /第1分科会より.*出典に変更あり/ }).click()
  await japChair.getByRole('dialog').getByRole('button', { name: 'この変更を提案' }).click()
  await japChair.keyboard.press('Escape')
  const change = (page: typeof japChair) => page.getByRole('article').filter({ hasText: 'deux fois par an' })
  await change(japChair).getByRole('button', { name: '受諾' }).click()
  await fraChair.goto(`/texts/${text.id}/proposals`)
  await change(fraChair).getByRole('button', { name: 'Accepter' }).click()
  await expect(change(fraChair).locator('[data-state="accepted"]')).toBeVisible()
  await expect(paper.getByText('年に二回')).toBeVisible()

  // Transmitted: the leads of both sides sign that nothing was forgotten.
  const path = `/api/drafts/${draft.id}`
  const preview = await askAt<{ sha256: string }>(room, fraChair, 'GET', `${path}/preview`)
  const version = await askAt<VersionView>(room, fraChair, 'POST', `${path}/transmission`, {
    coverNote: { fr: 'Lecture commune.', ja: '共同確認版です。' },
    sha256: preview.sha256,
    decisions: null,
  })
  for (const [lead, check, sign, signed] of [
    [fraLead, /aucune conclusion/, 'Signer la couverture', 'signé par Atelier 1'],
    [japLead, /漏れがない/, '反映状況に署名', '署名済み：第1分科会座長'],
  ] as const) {
    await lead.goto('/workshops/coverage')
    await lead.getByLabel(check).check()
    await lead.getByRole('button', { name: sign }).click()
    await expect(lead.getByText(signed).first()).toBeVisible()
  }
  await expect(japLead.getByText('署名済み：')).toHaveCount(2)
  await expect(japLead.getByRole('row').filter({ hasText: FIRST[1].slice(0, 10) })).toContainText('反映')
  await expect(japLead.getByRole('row').filter({ hasText: SECOND[1] })).toContainText('Aucun financement')
  await japLead.getByRole('link', { name: /^段落/ }).first().click()
  await expect(japLead).toHaveURL(new RegExp(`/versions/${version.id}#unit-`))
  await expect(japLead.getByRole('button', { name: '第1分科会より' })).toBeVisible()

  // On a phone nothing stands beside the page.
  const phone = await actors.enter('chair', 'fra', {
    path: '/workshops/coverage',
    context: { viewport: { width: 390, height: 800 }, bypassCSP: true },
  })
  expect(await overflow(phone)).toBe(0)
  expect(await accessibilityFaults(phone)).toEqual([])
  await phone.goto(`/texts/${text.id}/proposals`)
  expect(await overflow(phone)).toBe(0)
})
