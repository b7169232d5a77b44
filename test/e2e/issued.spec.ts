/** [S3] The adopted text is issued, opened to the public, and checked by somebody who knows nothing of the room. */
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { agreeToAll, confirmFacts, openAdoption, sealByRequest, settleWords } from './adopt-by-request.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'

test('[S3] from the adoption to a document that anybody checks, in the browser and on the command line', async ({
  actors,
  room,
}, info) => {
  const organiser = await actors.enter('organiser', null, { language: 'fr' })
  const fra = await actors.enter('chair', 'fra', { language: 'fr' })
  const jap = await actors.enter('chair', 'jap', { language: 'ja' })
  const { draft } = await openAdoption(room, organiser, fra)
  await settleWords(room, fra, draft.id)
  await confirmFacts(room, organiser)
  for (const chair of [fra, jap]) await agreeToAll(room, chair, draft.id)
  for (const chair of [fra, jap]) await sealByRequest(room, chair)
  const { text } = await declarationOf(fra)

  // Nobody outside reads it before the organiser says so.
  const visitor = await actors.stranger({ locale: 'ja', bypassCSP: true })
  await visitor.goto(`/published/${text.id}`)
  await expect(visitor.getByRole('heading', { name: 'ページが見つかりません' })).toBeVisible()

  await fra.goto(`/texts/${text.id}/adoption`)
  await fra.getByRole('link', { name: 'Le document publié' }).click()
  await expect(fra.getByText(/^✓ Vérifié sur cet appareil/)).toBeVisible()
  await expect(fra.getByRole('button', { name: 'Ouvrir au public' })).toHaveCount(0)
  const saved = Promise.all([
    fra.waitForEvent('download'),
    fra.getByRole('button', { name: 'Enregistrer le document (HTML)' }).click(),
  ])
  const document = info.outputPath('declaration.html')
  await (await saved)[0].saveAs(document)
  const checked = (file: string) =>
    spawnSync(process.execPath, ['server/cli.ts', 'check', file], { encoding: 'utf8' })
  expect(checked(document)).toMatchObject({ status: 0, stdout: expect.stringContaining('Everything holds.') })
  expect(await readFile(document, 'utf8')).toContain('Texte adopté le')

  await organiser.goto(`/texts/${text.id}/issued`)
  await organiser.getByRole('button', { name: 'Ouvrir au public' }).click()
  await expect(organiser.getByText('Tout le monde peut lire ce texte', { exact: false })).toBeVisible()

  await visitor.reload()
  await expect(visitor.getByRole('heading', { level: 1, name: '最終宣言' })).toBeVisible()
  await expect(visitor.getByText(/^✓ この端末で確認しました/)).toBeVisible()
  expect(await accessibilityFaults(visitor)).toEqual([])
  await visitor.setViewportSize({ width: 390, height: 800 })
  expect(await overflow(visitor)).toBeLessThanOrEqual(0)
  await visitor.getByLabel('ファイルを選択').setInputFiles(document)
  await expect(visitor.getByText('このページの文書と同じです。', { exact: false })).toBeVisible()

  // One printed word changed in the file.
  const forged = (await readFile(document, 'utf8')).replace('<main>', '<main><p>Un mot de plus.</p>')
  await visitor
    .getByLabel('ファイルを選択')
    .setInputFiles({ name: 'forged.html', mimeType: 'text/html', buffer: Buffer.from(forged) })
  await expect(
    visitor.getByText('文書に印字された内容が、データの内容と異なります。', { exact: false }),
  ).toBeVisible()

  await organiser.getByRole('button', { name: 'Fermer au public' }).click()
  await expect(organiser.getByRole('button', { name: 'Ouvrir au public' })).toBeVisible()
  await visitor.reload()
  await expect(visitor.getByRole('heading', { name: 'ページが見つかりません' })).toBeVisible()
})
