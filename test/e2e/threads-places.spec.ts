/** Threads in the places where one only reads: private drafts, comparisons, narrow screens, and who sees none. */
import type { Page } from '@playwright/test'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { anchorOfWords, beginThread, threadsAt, versionText } from './threads-by-request.ts'

const card = (page: Page, words: string) => page.locator('article[data-thread]').filter({ hasText: words })

test('[T4] [T2] a reviewer comments on the private draft without editing it, and only internally', async ({
  actors,
}) => {
  const reviewer = await actors.enter('reviewer', 'jap', { language: 'ja' })
  const { draft } = await declarationOf(reviewer)
  await reviewer.goto(`/drafts/${draft!.id}`)
  await expect(reviewer.locator('[contenteditable=true]')).toHaveCount(0)
  await reviewer.locator('[data-unit]').nth(4).hover()
  await reviewer.getByRole('button', { name: '第5段落にコメント', exact: true }).click()
  await expect(reviewer.getByRole('radio')).toHaveCount(0)
  await expect(reviewer.getByText('非公開の案では、内部のスレッドだけを作成できます')).toBeVisible()
  await reviewer.getByRole('textbox', { name: 'コメント' }).fill('内輪の言葉。')
  await reviewer.getByRole('button', { name: '自国側に送信' }).click()
  const mine = card(reviewer, '内輪の言葉。')
  await expect(mine).toContainText('内部・日本側')

  // What was internal never becomes shared: it is copied, on the version that both sides read.
  await mine.getByRole('button', { name: 'このスレッドのその他の操作' }).click()
  await reviewer.getByRole('menuitem', { name: '共有スレッドに写す…' }).click()
  await expect(reviewer).toHaveURL(new RegExp(`/versions/${draft!.base}`))
  await expect(reviewer.getByRole('textbox', { name: 'コメント' })).toHaveValue(/^> 内輪の言葉。/)
  await expect(reviewer.getByRole('radio', { name: /共有/ })).toBeChecked()
  await expect(reviewer.getByRole('region', { name: '新しいスレッド' })).toContainText('第5段落')
})

test('[M2] an organiser reads what is shared and says nothing; an observer sees no thread at all', async ({
  actors,
}) => {
  const chair = await actors.enter('chair', 'fra', { language: 'fr' })
  const { text, versions } = await declarationOf(chair)
  const version = versions.find(each => !each.openedToLargeCommittee)!
  const place = `version:${version.id}` as const
  const anchor = anchorOfWords(await versionText(chair, version.id), 'sans équivalent')
  await beginThread(chair, { text: text.id, place, audience: 'joint', anchor, body: 'Entre délégations.' })
  await beginThread(chair, { text: text.id, place, audience: 'fra', anchor, body: 'Entre nous seulement.' })

  const organiser = await actors.enter('organiser', null, { language: 'fr', path: `/versions/${version.id}` })
  await expect(card(organiser, 'Entre délégations.')).toBeVisible()
  await expect(card(organiser, 'Entre nous seulement.')).toHaveCount(0)
  await card(organiser, 'Entre délégations.').click()
  await expect(organiser.getByRole('button', { name: 'Répondre' })).toHaveCount(0)
  await expect(organiser.getByRole('button', { name: /^Commenter/ })).toHaveCount(0)

  await chair.goto(`/texts/${text.id}`)
  await chair.getByRole('button', { name: `Autres actions sur ${version.label}`, exact: true }).click()
  await chair.getByRole('menuitem', { name: 'Ouvrir au COPIL large' }).click()
  await chair.getByRole('dialog').getByRole('button', { name: 'Ouvrir au COPIL large' }).click()
  await expect(chair.getByRole('rowheader', { name: /Ouverte au COPIL large/ }).first()).toBeVisible()
  const observer = await actors.enter('observer', null, { language: 'fr', path: `/versions/${version.id}` })
  await expect(observer.locator('[data-unit]').first()).toBeVisible()
  const seen = await threadsAt(observer, text.id, place)
  expect(seen).toEqual({ threads: [], circles: [], people: [], called: {} })
  await expect(observer.locator('[data-thread], [data-threads], [data-unit-threads] button')).toHaveCount(0)
  await expect(observer.getByText('fil ouvert')).toHaveCount(0)
})

test('[T1] a comparison shows threads at the words of either text, in its redline and in its table', async ({
  actors,
}) => {
  const fra = await actors.enter('drafter', 'fra', { language: 'fr' })
  const { text, versions } = await declarationOf(fra)
  const [old, now] = versions.slice(-2) as [(typeof versions)[0], (typeof versions)[0]]
  const anchor = anchorOfWords(await versionText(fra, now.id), 'ressources naturelles')
  await beginThread(fra, {
    text: text.id,
    place: `version:${now.id}`,
    audience: 'joint',
    anchor,
    body: 'Sur les mots nouveaux.',
  })
  // Words that the answer has replaced.
  const gone = anchorOfWords(await versionText(fra, old.id), 'prennent pleinement en compte')
  await beginThread(fra, {
    text: text.id,
    place: `version:${old.id}`,
    audience: 'joint',
    anchor: gone,
    body: 'Sur des mots de la V1.',
  })
  await fra.goto(`/compare?from=version:${old.id}&to=version:${now.id}`)
  await expect(fra.locator('ins mark', { hasText: 'ressources naturelles' })).toBeVisible()
  await expect(card(fra, 'Sur les mots nouveaux.')).toBeVisible()
  await expect(fra.locator('del mark', { hasText: 'prennent pleinement en compte' })).toBeVisible()
  // The comparison's own keys go on, and those of the cards do not reach it.
  await fra.keyboard.press('n')
  await expect(fra.locator('[data-change="1"]')).toHaveAttribute('aria-current', 'true')
  await card(fra, 'Sur les mots nouveaux.').focus()
  await fra.keyboard.press('e')
  await expect(card(fra, 'Sur les mots nouveaux.')).toContainText('Résolu')
  await expect(fra.getByRole('button', { name: 'Tout déplier' })).toBeVisible()
  await fra.keyboard.press('e')
  await fra.goto(`/compare?from=version:${old.id}&to=version:${now.id}&view=table`)
  const row = fra.locator(`tr[data-unit="${anchor.unit}"]`)
  await row.getByRole('button', { name: /fil ouvert/ }).click()
  await expect(card(fra, 'Sur les mots nouveaux.')).toBeFocused()
  // The other way round its words are among those that were deleted.
  await fra.goto(`/compare?from=version:${now.id}&to=version:${old.id}`)
  await expect(fra.locator('del mark', { hasText: 'ressources naturelles' })).toBeVisible()
  await expect(card(fra, 'Sur les mots nouveaux.')).toContainText('Dans l’ancien texte')
})

test('[U7] [D2] on a narrow screen the margin counts threads, and they come as a sheet', async ({
  actors,
}) => {
  const jap = await actors.enter('drafter', 'jap', {
    language: 'ja',
    context: { viewport: { width: 390, height: 800 }, bypassCSP: true },
  })
  const { text, versions } = await declarationOf(jap)
  const version = versions.at(-1)!
  const anchor = anchorOfWords(await versionText(jap, version.id), '少子高齢化')
  const { id } = await beginThread(jap, {
    text: text.id,
    place: `version:${version.id}`,
    audience: 'joint',
    anchor,
    body: '狭い画面でも。',
  })
  await jap.goto(`/versions/${version.id}`)
  expect(await overflow(jap)).toBe(0)
  await jap
    .locator(`[data-unit="${anchor.unit}"]`)
    .getByRole('button', { name: /未解決のスレッド/ })
    .click()
  await expect(jap.locator(`article[data-thread="${id}"]`)).toBeFocused()
  expect(await overflow(jap)).toBe(0)
  expect(await accessibilityFaults(jap)).toEqual([])
  await jap.keyboard.press('Escape')
  await expect(jap.getByRole('complementary', { name: 'コメントスレッド' })).toHaveCount(0)
})

for (const [language, colorScheme] of [
  ['fr', 'dark'],
  ['ja', 'light'],
] as const)
  test(`[D2] threads have no fault that axe can find (${language}, ${colorScheme})`, async ({ actors }) => {
    const page = await actors.enter('drafter', 'fra', { language, context: { colorScheme, bypassCSP: true } })
    const { text, versions } = await declarationOf(page)
    const version = versions.at(-1)!
    const place = `version:${version.id}` as const
    const anchor = anchorOfWords(await versionText(page, version.id), 'sans équivalent')
    const { id } = await beginThread(page, {
      text: text.id,
      place,
      audience: 'fra',
      anchor,
      body: '> Cité.\n\nVoir https://example.org @{side:fra}',
    })
    await page.goto(`/versions/${version.id}?thread=${id}`)
    await expect(page.locator(`article[data-thread="${id}"][aria-current]`)).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.locator('[data-unit-threads] button').first().click()
    await page.locator('[data-unit]').nth(6).locator('[data-unit-threads] button').first().click()
    await page.locator('textarea').fill('@')
    await page.keyboard.press('End')
    await expect(page.getByRole('listbox')).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('article[data-thread]').first()).toBeHidden()
  })
