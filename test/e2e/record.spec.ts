import { readFile } from 'node:fs/promises'
import { chainFaults, parseRecord } from '../../shared/model/act-chain.ts'
import { expect, test } from './fixtures.ts'

test('[M3] the record of acts: checked on the page, filtered, taken away as CSV and JSON, and what one side took the other does not see', async ({
  actors,
}) => {
  const french = await actors.enter('chair', 'fra', { language: 'fr' })
  await french.getByRole('link', { name: 'Registre', exact: true }).click()
  await expect(french.getByRole('heading', { name: 'Registre des actes' })).toBeVisible()
  await expect(french.getByText(/^✓ \d+ actes vérifiés sur cet appareil/)).toBeVisible()
  await french.getByLabel('Chercher').fill('V1-FRA')
  await expect(french.getByRole('status').filter({ hasText: '2 sur' })).toBeVisible()
  await expect(french.getByRole('row').filter({ hasText: 'V1-FRA transmise' })).toContainText(
    'les deux parties',
  )

  const [csv] = await Promise.all([
    french.waitForEvent('download'),
    french.getByRole('button', { name: 'Exporter en CSV' }).click(),
  ])
  const words = await readFile(await csv.path(), 'utf8')
  expect(words.startsWith('\uFEFF')).toBe(true)
  expect(words).toContain('V1-FRA transmise')

  const [json] = await Promise.all([
    french.waitForEvent('download'),
    french.getByRole('button', { name: 'Exporter en JSON' }).click(),
  ])
  const record = parseRecord(await readFile(await json.path(), 'utf8'))!
  for (const { audience, acts } of record.chains) expect(await chainFaults(audience, acts)).toEqual([])
  await french.getByLabel('Chercher').fill('')
  await expect(french.getByRole('row').filter({ hasText: 'Registre des actes exporté' })).toHaveCount(2)

  const japanese = await actors.enter('chair', 'jap', { language: 'ja', path: '/record' })
  await expect(japanese.getByText(/^✓ この端末で\d+件を確認しました/)).toBeVisible()
  await expect(japanese.getByText('記録簿の書き出し')).toHaveCount(0)
})
