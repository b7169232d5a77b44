/** [F1] Shared facts: said once by the organiser, read and used by people of both sides. */
import { accessibilityFaults, overflow } from './accessibility.ts'
import { decideTheRest, transmitByRequest } from './decide-by-request.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'

const JAPANESE_TOWNS = 'Nombre de collectivités japonaises'

test('[F1] a figure known at the last minute changes once and everywhere, and shows between two versions', async ({
  actors,
  room,
}) => {
  const organiser = await actors.enter('organiser', null, { language: 'fr', path: '/facts' })
  const drafter = await actors.enter('drafter', 'jap', { language: 'ja' })
  const chair = await actors.enter('chair', 'jap', { language: 'ja' })
  const reader = await actors.enter('reviewer', 'fra', { language: 'fr' })
  const { draft, versions } = await declarationOf(drafter)
  const answer = versions.at(-1)!

  await drafter.goto(`/drafts/${draft!.id}`)
  const french = drafter.getByRole('textbox', { name: 'フランス語本文' })
  const japanese = drafter.getByRole('textbox', { name: '日本語本文' })
  await expect(french).toContainText('[34 collectivités territoriales japonaises]')
  await expect(japanese).toContainText('日本の［34の地方自治体］及び')

  const fact = organiser.getByRole('listitem', { name: JAPANESE_TOWNS })
  await fact.getByRole('button', { name: /^Modifier/ }).click()
  const dialog = organiser.getByRole('dialog')
  await dialog.getByRole('spinbutton', { name: 'Nombre' }).fill('1')
  await expect(dialog.getByRole('status')).toContainText('[1 collectivité territoriale japonaise]')
  await dialog.getByRole('spinbutton', { name: 'Nombre' }).fill('35')
  await dialog.getByRole('combobox', { name: 'État' }).selectOption('confirmed')
  await expect(dialog.getByRole('status')).toContainText('35の地方自治体')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()

  // Live in the open draft, in both languages and without brackets.
  await expect(french).toContainText('représentants de 35 collectivités territoriales japonaises et de')
  await expect(japanese).toContainText('日本の35の地方自治体及び')
  await expect(fact).toContainText('confirmée')
  await fact.getByText('3 modifications').click()
  await expect(fact).toContainText('[34 collectivités territoriales japonaises] → 35 collectivités')

  // The version that was transmitted before says what it said.
  await reader.goto(`/versions/${answer.id}`)
  await expect(reader.getByText('[34 collectivités territoriales japonaises]')).toBeVisible()

  await decideTheRest(room, chair, draft!.id, 'accepted')
  const v2 = await transmitByRequest(room, chair, draft!.id)
  await reader.goto(`/compare?from=version:${answer.id}&to=version:${v2.id}`)
  const changed = reader.locator('[data-unit="u03"]').first()
  await expect(changed.locator('del').first()).toContainText('[34 collectivités territoriales japonaises]')
  await expect(changed.locator('ins').first()).toContainText('35 collectivités territoriales japonaises')
  await expect(changed.locator('del').last()).toContainText('［34の地方自治体］')
  await expect(changed.locator('ins').last()).toContainText('35の地方自治体')
})

test('[F1] the organiser defines a date and a period, and the page says who answers and where it is used', async ({
  actors,
}) => {
  const organiser = await actors.enter('organiser', null, {
    language: 'fr',
    path: '/facts',
    context: { bypassCSP: true },
  })
  await organiser.getByRole('button', { name: 'Ajouter une donnée' }).click()
  const dialog = organiser.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Nom en français' }).fill('Visites de terrain')
  await dialog.getByRole('textbox', { name: 'Nom en japonais' }).fill('視察')
  await dialog.getByRole('combobox', { name: 'Nature' }).selectOption('date')
  await dialog.getByRole('textbox', { name: /^Définition en français/ }).fill('Jours des visites.')
  await dialog.getByRole('combobox', { name: 'Responsable' }).selectOption({ label: 'Ville de Cannes' })
  await dialog.getByRole('checkbox', { name: 'La valeur est connue' }).check()
  await dialog.getByLabel('Du', { exact: true }).fill('2026-10-30')
  await expect(dialog.getByRole('status')).toContainText('[30 octobre 2026]')
  await dialog.getByLabel(/^Au/).fill('2026-11-01')
  await expect(dialog.getByRole('status')).toContainText('[du 30 octobre au 1er novembre 2026]')
  await expect(dialog.getByRole('status')).toContainText('［2026年10月30日（金）～11月1日（日）］')
  expect(await accessibilityFaults(organiser)).toEqual([])
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()

  const reader = await actors.enter('chair', 'jap', { language: 'ja', path: '/facts' })
  const made = reader.getByRole('listitem', { name: '視察' })
  await expect(made).toContainText('責任者カンヌ市')
  await expect(made).toContainText('閲覧できる文書では使用されていません。')
  await expect(reader.getByRole('button', { name: '共通データを追加' })).toHaveCount(0)
  await expect(made.getByRole('button')).toHaveCount(0)

  const used = reader.getByRole('listitem', { name: '会期' })
  await used.getByText(/段落で使用/).click()
  await used.getByRole('link', { name: '段落2' }).first().click()
  await expect(reader).toHaveURL(/#unit-u02$/)

  // What nobody uses can be taken off the list, and put back.
  const mine = organiser.getByRole('listitem', { name: 'Visites de terrain' })
  await mine.getByRole('button', { name: /^Retirer/ }).click()
  await organiser.getByRole('dialog').getByRole('button', { name: 'Retirer de la liste' }).click()
  await expect(organiser.getByRole('heading', { name: 'Retirées de la liste' })).toBeVisible()
  await mine.getByRole('button', { name: /^Remettre/ }).click()
  await expect(organiser.getByRole('heading', { name: 'Retirées de la liste' })).toHaveCount(0)
})

test('[F1] a writer finds a fact by typing, and puts it into both languages by keyboard', async ({
  actors,
}) => {
  const drafter = await actors.enter('drafter', 'jap', { language: 'fr', context: { bypassCSP: true } })
  const { draft } = await declarationOf(drafter)
  await drafter.goto(`/drafts/${draft!.id}`)
  const french = drafter.getByRole('textbox', { name: 'Texte français' })
  await french.getByText('Déclaration de Cannes', { exact: true }).click()
  await drafter.keyboard.press('End')
  await drafter.keyboard.type(' ')
  await drafter.getByRole('button', { name: 'Donnée partagée' }).press('Enter')
  await drafter.getByRole('combobox', { name: 'Chercher une donnée' }).fill('hote')
  await expect(drafter.getByRole('option')).toHaveCount(2)
  await drafter.keyboard.press('ArrowDown')
  await drafter.keyboard.press('ArrowUp')
  expect(await accessibilityFaults(drafter)).toEqual([])
  await drafter.keyboard.press('Enter')
  await expect(french).toContainText('Déclaration de Cannes Cannes')
  await drafter.getByRole('button', { name: 'L’insérer aussi en japonais' }).press('Enter')
  await expect(drafter.getByRole('textbox', { name: 'Texte japonais' })).toContainText('カンヌ宣言カンヌ市')
  // One step of undo in the editor where it was made.
  await drafter.keyboard.press('Control+z')
  await expect(drafter.getByRole('textbox', { name: 'Texte japonais' })).not.toContainText('宣言カンヌ市')
})

test('[D2] the page of facts has no accessibility fault and fits a phone', async ({ actors }) => {
  const page = await actors.enter('organiser', null, {
    language: 'ja',
    path: '/facts',
    context: { viewport: { width: 390, height: 800 }, bypassCSP: true },
  })
  await expect(page.getByRole('listitem', { name: '会期' })).toBeVisible()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await accessibilityFaults(page)).toEqual([])
})
