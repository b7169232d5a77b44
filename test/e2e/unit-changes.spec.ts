/** [S2] A change of one paragraph of the joint draft: asked for by one side, made with the consent of both chairs. */
import { accessibilityFaults, overflow } from './accessibility.ts'
import { atJointDraft } from './at-joint-draft.ts'
import { expect, test } from './fixtures.ts'
import { openJointStage } from './integrating.ts'

test('a paragraph changes with both sides’ consent: asked for in its menu, consented to beside the text, written once', async ({
  actors,
  room,
}) => {
  test.slow()
  const organiser = await actors.enter('organiser', null)
  await openJointStage(room, organiser)
  const japDrafter = await atJointDraft(actors, room, { role: 'drafter', side: 'jap' })
  const fraChair = await atJointDraft(actors, room, { role: 'chair', side: 'fra' })

  // The Japanese drafter asks from the paragraph's own menu, in both languages.
  const paper = japDrafter.getByRole('textbox', { name: '日本語本文' })
  await japDrafter.getByRole('button', { name: '段落2へ移動', exact: true }).click()
  await japDrafter.getByRole('toolbar').getByRole('button', { name: '段落', exact: true }).click()
  await japDrafter.getByRole('menuitem', { name: '修正を申し出る…' }).click()
  const form = japDrafter.getByRole('dialog')
  await expect(form.getByText('まだ変更はありません。')).toBeVisible()
  const japanese = form.getByLabel('日本語', { exact: true })
  // A shared value is kept in its place.
  await expect(japanese).toHaveValue(/⟦カンヌ市⟧/)
  await japanese.fill('⟦⟧、⟦⟧に集う。')
  await expect(form.getByText('一方の言語のみが変更されています。')).toBeVisible()
  await form.getByLabel('フランス語', { exact: true }).fill('Réunis à ⟦Cannes⟧, ⟦⟧.')
  await form.getByLabel('要望元（自治体・団体）：日本語').fill('静岡市')
  await form.getByLabel('理由（日本語）').fill('簡潔にするため')
  expect(await accessibilityFaults(japDrafter)).toEqual([])
  await form.getByRole('button', { name: '申し出る' }).click()
  const cardOf = (page: typeof fraChair, name: string) =>
    page.getByRole('complementary', { name }).getByRole('article').first()
  await expect(cardOf(japDrafter, '修正の申出')).toBeFocused()
  await expect(cardOf(japDrafter, '修正の申出')).toContainText('同意待ち')
  await expect(paper).not.toContainText('に集う。')

  // It awaits the French chair, who finds it from the first page, and consents.
  await expect(fraChair.getByRole('button', { name: 'Modification demandée' })).toBeVisible()
  await fraChair.goto('/')
  await fraChair.getByRole('link', { name: 'Répondre à la modification du paragraphe 2' }).click()
  const card = cardOf(fraChair, 'Modifications demandées')
  await expect(card).toBeFocused()
  await expect(card).toContainText('静岡市')
  await expect(card).toContainText('簡潔にするため')
  expect(await accessibilityFaults(fraChair)).toEqual([])
  await card.getByRole('button', { name: 'Consentir pour COPIL FRA' }).click()
  await expect(card.getByRole('listitem').filter({ hasText: 'COPIL FRA' })).toContainText('consent')
  const french = fraChair.getByRole('textbox', { name: 'Texte français' })
  await expect(french).not.toContainText('Réunis à Cannes, du 21 au 24 octobre 2026.')

  // The Japanese chair's consent writes it, before everybody's eyes; both sides agree on the paragraph.
  const japChair = await atJointDraft(actors, room, { role: 'chair', side: 'jap' })
  await japChair.getByRole('button', { name: '修正の申出あり' }).click()
  await cardOf(japChair, '修正の申出').getByRole('button', { name: '日本側として同意する' }).click()
  await expect(cardOf(japChair, '修正の申出')).toContainText('反映済み')
  await expect(french).toContainText('Réunis à Cannes, du 21 au 24 octobre 2026.')
  await expect(paper).toContainText('カンヌ市に集う。')
  await expect(french.locator('[data-fact]').first()).toHaveText('Cannes')
  await expect(fraChair.getByRole('button', { name: 'Modification demandée' })).toHaveCount(0)
  await fraChair.goto('/')
  await expect(fraChair.getByText('Répondre à la modification')).toHaveCount(0)
})

test('a chair asks and consents at once; the other side declines with a reason that both read', async ({
  actors,
  room,
}) => {
  const organiser = await actors.enter('organiser', null)
  await openJointStage(room, organiser)
  const phone = { viewport: { width: 390, height: 800 } }
  const fraChair = await atJointDraft(actors, room, { role: 'chair', side: 'fra' })
  const french = fraChair.getByRole('textbox', { name: 'Texte français' })
  await fraChair.getByRole('button', { name: 'Aller au paragraphe 2', exact: true }).click()
  await fraChair.getByRole('toolbar').getByRole('button', { name: 'Paragraphe', exact: true }).click()
  await fraChair.getByRole('menuitem', { name: 'Demander une modification…' }).click()
  const form = fraChair.getByRole('dialog')
  await expect(form.getByLabel('Consentir en même temps pour COPIL FRA')).toBeChecked()

  // Words edited by others while one writes are not passed over.
  const japDrafter = await atJointDraft(actors, room, { role: 'drafter', side: 'jap' })
  await japDrafter.getByRole('button', { name: '段落2へ移動', exact: true }).click()
  await japDrafter.keyboard.press('End')
  await japDrafter.keyboard.insertText('の宣言')
  await form.getByRole('button', { name: 'Repartir de ses mots actuels' }).click()
  await expect(form.getByLabel('En japonais', { exact: true })).toHaveValue(/の宣言/)
  await form.getByLabel('En français', { exact: true }).fill('Réunis à Cannes.')
  await form.getByRole('button', { name: 'Demander et consentir' }).click()
  const card = fraChair.getByRole('complementary', { name: 'Modifications demandées' }).getByRole('article')
  await expect(card.getByRole('listitem').filter({ hasText: 'COPIL FRA' })).toContainText('consent')

  const japChair = await atJointDraft(actors, room, { role: 'chair', side: 'jap', context: phone })
  await japChair.getByRole('button', { name: '修正の申出1件' }).click()
  expect(await overflow(japChair)).toBe(0)
  expect(await accessibilityFaults(japChair)).toEqual([])
  await japChair.getByRole('button', { name: '却下する…' }).click()
  await japChair.getByRole('button', { name: 'この理由で却下する' }).click()
  await expect(japChair.getByText('理由を記入してください。')).toBeVisible()
  await japChair.getByRole('textbox', { name: '日本語', exact: true }).fill('日付が必要です。')
  await japChair.getByRole('button', { name: 'この理由で却下する' }).click()
  await expect(card).toContainText('日付が必要です。')
  await expect(card).toContainText('Refusée')
  await expect(french).not.toContainText('Réunis à Cannes.')
})
