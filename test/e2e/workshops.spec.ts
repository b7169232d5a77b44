/** The workshops as data, in the hands of the secretariat; who takes part, from a form and from a file. */
import { readFileSync } from 'node:fs'
import { encoded } from '../support/old-encodings.ts'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { expect, test } from './fixtures.ts'

const PATHS = ['/workshops', '/workshops/participations', '/workshops/progress'] as const

test('[W1] the secretariat adds a workshop with its hours, renumbers it and removes it; members see it at once', async ({
  actors,
}) => {
  const reader = await actors.enter('chair', 'jap', { path: '/workshops' })
  const page = await actors.enter('organiser', null, { language: 'fr', path: '/workshops' })
  await expect(page.getByText('ven. 23 octobre, 09:30 – 12:00 (Paris)').first()).toBeVisible()
  await expect(page.getByText('ven. 23 octobre, 16:30 – 19:00 (Tokyo)').first()).toBeVisible()
  await expect(page.getByText('à désigner').first()).toBeVisible()

  await page.getByRole('button', { name: 'Ajouter un atelier' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Titre, en français' }).fill('Jeunesse')
  await dialog.getByRole('textbox', { name: 'Titre, en japonais' }).fill('若者')
  await dialog.getByLabel('Jour').fill('2026-10-23')
  await dialog.getByLabel('Début').fill('17:30')
  await dialog.getByLabel('Fin').fill('17:00')
  await expect(dialog.getByText('La fin doit venir après le début.')).toBeVisible()
  await dialog.getByLabel('Fin').fill('18:30')
  await expect(dialog.getByText(/sam\. 24 octobre, 00:30 – 01:30 \(Tokyo\)/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()

  const entries = page.getByRole('main').getByRole('listitem')
  const titles = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect(titles.filter({ hasText: 'Jeunesse' })).toContainText('Atelier 5')
  await expect(reader.getByRole('heading', { level: 2 }).filter({ hasText: '若者' })).toContainText(
    '第5分科会',
  )

  await entries
    .filter({ hasText: 'Jeunesse' })
    .getByRole('button', { name: /^Actions/ })
    .focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(titles.filter({ hasText: 'Jeunesse' })).toContainText('Atelier 4')
  await expect(page.getByText('est maintenant l’atelier 4')).toBeAttached()
  await expect(reader.getByRole('heading', { level: 2 }).filter({ hasText: '若者' })).toContainText(
    '第4分科会',
  )

  const removeIt = async (name: string) => {
    await entries
      .filter({ hasText: name })
      .getByRole('button', { name: /^Actions/ })
      .click()
    await page.getByRole('menuitem', { name: 'Supprimer' }).click()
    await dialog.getByRole('button', { name: 'Supprimer' }).click()
  }
  await removeIt('Jeunesse')
  await expect(titles.filter({ hasText: 'Jeunesse' })).toHaveCount(0)
  await removeIt('Culture et loisirs')
  await expect(dialog.getByRole('alert')).toContainText('ont choisi cet atelier')
})

test('[W1] a pair is entered by hand, gets its workshop in the list, and goes out as a file', async ({
  actors,
}) => {
  const page = await actors.enter('organiser', null, { language: 'ja', path: '/workshops/participations' })
  await page.getByRole('button', { name: '参加を追加' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'フランス側自治体' }).selectOption({ label: 'シャルトル市' })
  await dialog.getByRole('combobox', { name: '日本側自治体' }).selectOption({ label: '別の自治体を追加…' })
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog.getByRole('alert')).toContainText('名称を入力してください')
  await dialog.getByRole('textbox', { name: '名称（日本語）' }).fill('=架空市')
  await dialog.getByRole('combobox', { name: '第1希望の分科会' }).selectOption({ index: 2 })
  await dialog.getByRole('button', { name: '保存' }).click()
  const row = page.getByRole('row').filter({ hasText: '=架空市' })
  await expect(row).toContainText('シャルトル市')
  await expect(row).toContainText('ペア')

  await row.getByRole('combobox', { name: /^発表する分科会/ }).selectOption({ index: 4 })
  await page.getByRole('link', { name: '文書の進捗' }).click()
  await expect(page.getByRole('link', { name: '発表要旨：シャルトル市・=架空市' })).toBeVisible()

  await page.getByRole('link', { name: '参加自治体' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSVで書き出す' }).click(),
  ])
  const file = readFileSync(await download.path(), 'utf8')
  expect(file).toContain('フランス側自治体')
  expect(file).toContain("Ville de Chartres,シャルトル市,'=架空市,,ペア,2,,4,")
})

test('[W1] a file in Shift_JIS is looked through row by row, mended, and only then saved', async ({
  actors,
}) => {
  const page = await actors.enter('organiser', null, {
    language: 'ja',
    path: '/workshops/participations/import',
  })
  const lines = [
    'フランス側自治体,日本側自治体,形式,第１希望,第２希望,備考,連絡先',
    'Ville de Tours,,単独,第１分科会,地域の魅力に関わる文化と余暇,,x@example.org',
    ',架空町,単独,第９分科会,2,,',
    ',例示村,ペア,3,,,',
    'Ville de Nancy,金沢市,ペア,2,1,,',
  ]
  const choose = (buffer: Uint8Array) =>
    page
      .getByLabel(/ファイルを選択/)
      .setInputFiles({ name: 'kaito.csv', mimeType: 'text/csv', buffer: Buffer.from(buffer) })
  await choose(new Uint8Array([0, 1, 2, 3, 255, 254, 0]))
  await expect(page.getByRole('alert')).toContainText('文字コードを判別できません')
  await choose(encoded(lines.join('\r\n'), 'shift_jis'))
  await expect(page.getByText('kaito.csv：Shift_JIS、区切りはカンマ')).toBeVisible()
  await expect(page.getByText('認識できない列が1列あります')).toContainText('「連絡先」')
  await expect(page.getByText('取り込み可能1行')).toBeVisible()
  await expect(page.getByText('要修正3行')).toBeVisible()
  const save = page.getByRole('button', { name: /件を保存$/ })
  await expect(save).toBeDisabled()

  // By line: the lists of an open row name every local government.
  const row = (line: number) =>
    page.getByRole('listitem').filter({ has: page.getByRole('button', { name: new RegExp(`^${line}行目`) }) })
  await expect(row(3)).toContainText('該当する分科会がありません：「第９分科会」')
  await page.getByRole('button', { name: '3行目を修正' }).click()
  await row(3).getByRole('combobox', { name: '第1希望の分科会' }).selectOption({ index: 2 })
  // The words that named none were the first option; now the first choice is workshop 1.
  await expect(row(3)).toContainText('取り込み可能')

  await page.getByRole('button', { name: '4行目を修正' }).click()
  await row(4).getByRole('checkbox', { name: '単独で参加する' }).check()
  await expect(row(4)).not.toContainText('相手を指定する')

  await expect(row(5)).toContainText('この参加はすでに登録されています')
  await page.getByRole('button', { name: '5行目を除外' }).click()
  await expect(page.getByText('除外1行')).toBeVisible()
  await save.click()

  await expect(page).toHaveURL(/\/workshops\/participations$/)
  for (const name of ['架空町', '例示村'])
    await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(1)
  await expect(page.getByText('10件')).toBeVisible()
})

test('[M2] members read the workshops and change nothing; an observer is shown nothing of them', async ({
  actors,
}) => {
  const member = await actors.enter('reviewer', 'fra', { path: '/workshops' })
  await expect(member.getByRole('heading', { level: 2 }).first()).toContainText('Atelier 1')
  for (const path of PATHS) {
    await member.goto(path)
    await expect(member.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(
      member.getByRole('main').getByRole('button', { name: /^(Actions|Ajouter|Modifier|Examiner)/ }),
    ).toHaveCount(0)
  }
  await member.goto('/workshops/participations/import')
  await expect(member.getByRole('heading', { level: 1 })).toContainText('introuvable')

  const observer = await actors.enter('observer', null, { language: 'fr' })
  await expect(observer.getByRole('link', { name: 'Plan', exact: true })).toBeVisible()
  await expect(observer.getByRole('link', { name: 'Ateliers' })).toHaveCount(0)
  for (const path of PATHS) {
    await observer.goto(path)
    await expect(observer.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(observer.getByText('Économie et emploi')).toHaveCount(0)
  }
})

for (const [language, colorScheme] of [
  ['fr', 'light'],
  ['ja', 'dark'],
] as const)
  test(`[D2] the pages of workshops have no fault that axe can find (${language}, ${colorScheme})`, async ({
    actors,
  }) => {
    const page = await actors.enter('organiser', null, {
      language,
      context: { colorScheme, bypassCSP: true },
    })
    for (const path of PATHS) {
      await page.goto(path)
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('main').getByRole('status', { name: /Chargement|読み込み/ })).toHaveCount(0)
      expect(await accessibilityFaults(page), path).toEqual([])
    }
    await page.goto('/workshops/participations/import')
    const csv = 'Collectivité française;Premier choix;Adresse\nExemple;9;x\nVille de Tours;1;'
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await page
      .getByRole('button', { name: language === 'fr' ? 'Corriger la ligne 2' : '2行目を修正' })
      .click()
    expect(await accessibilityFaults(page), 'import').toEqual([])
  })

for (const language of ['fr', 'ja', 'en'] as const)
  test(`[U7] at 390 pixels nothing stands beside the pages of workshops (${language})`, async ({
    actors,
  }) => {
    const page = await actors.enter('organiser', null, {
      language,
      context: { viewport: { width: 390, height: 844 } },
    })
    for (const path of [...PATHS, '/workshops/participations/import']) {
      await page.goto(path)
      expect(await overflow(page), path).toBe(0)
    }
  })
