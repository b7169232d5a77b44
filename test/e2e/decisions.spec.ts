/** [T3] [A1] [C6] [M3] The decision table of a round, read, printed and saved by both sides. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Audience } from '../../shared/model/bilingual-text.ts'
import type { ThreadView } from '../../shared/protocol/thread-views.ts'
import type { Room } from '../support/room.ts'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { decideTheRest, transmitByRequest } from './decide-by-request.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { askAt } from './set-up-by-request.ts'

const SHARED = 'Nous tenons à ce paragraphe sur l’égalité.'
const INTERNAL = 'Ligne de repli : accepter la rédaction de 2024.'

/** A thread on the unit of the answer whose French has these words. */
async function discuss(room: Room, page: Page, words: string, audience: Audience, body: string) {
  const { text, versions } = await declarationOf(page)
  const answer = versions.find(({ label }) => label === 'V1-FRA')!
  const { content } = await (await page.request.get(`/api/versions/${answer.id}`)).json()
  const block = content.fr.find((each: unknown) => JSON.stringify(each).includes(words))
  return askAt<ThreadView>(room, page, 'POST', `/api/texts/${text.id}/threads`, {
    place: `version:${answer.id}`,
    audience,
    anchor: { unit: block.unit, blocks: [], passage: null },
    body,
    assignee: null,
  })
}

async function tableAddress(page: Page, more = ''): Promise<string> {
  const { text } = await declarationOf(page)
  return `/texts/${text.id}/decisions${more}`
}

function paragraph(page: Page, words: string) {
  return page.locator('tbody').filter({ hasText: words })
}

test('[A1] [T3] [M3] both sides follow a round: undecided, discussed, decided, transmitted', async ({
  actors,
  room,
}) => {
  const japanese = await actors.enter('chair', 'jap', { language: 'ja', context: { bypassCSP: true } })
  const french = await actors.enter('drafter', 'fra', { language: 'fr', context: { bypassCSP: true } })
  const { draft } = await declarationOf(japanese)
  await discuss(room, french, 'égalité entre les femmes', 'fra', INTERNAL)

  await test.step('the side that decides sees its decisions so far, marked as not transmitted', async () => {
    await japanese.goto(await tableAddress(japanese))
    await expect(japanese.getByRole('heading', { level: 1 })).toHaveText('対応一覧表：V1-FRA')
    await expect(japanese.getByText('これまでの対応（未提出）').filter({ visible: true })).toBeVisible()
    await expect(paragraph(japanese, 'économie sociale')).toContainText('却下')
    await expect(japanese.getByText(INTERNAL)).toHaveCount(0)
    await expect(japanese.getByText(SHARED)).toHaveCount(0)
  })

  await test.step('the other side sees that its answer waits, and no decision', async () => {
    await french.goto(await tableAddress(french))
    await expect(french.getByText('En attente de la version suivante')).toBeVisible()
    await expect(paragraph(french, 'économie sociale')).toContainText('En attente')
    for (const word of ['Rejeté', 'Accepté', 'À décider'])
      await expect(french.locator('tbody').getByText(word), word).toHaveCount(0)
  })

  await test.step('a shared comment appears for both at once, at its amendment', async () => {
    const thread = await discuss(room, french, 'égalité entre les femmes', 'joint', SHARED)
    await expect(paragraph(japanese, SHARED)).toContainText('修正案')
    await expect(paragraph(japanese, SHARED)).toContainText('未解決')
    await askAt(room, japanese, 'POST', `/api/threads/${thread.id}/comments`, { body: '承知しました。' })
    await askAt(room, japanese, 'PUT', `/api/threads/${thread.id}/state`, { resolved: true })
    const cell = paragraph(french, SHARED).locator('[data-item=thread]').filter({ hasText: SHARED })
    await expect(cell).toContainText('Résolu')
    await expect(cell.locator('[lang=ja]', { hasText: '承知しました。' })).toBeVisible()
    // Latin letters: nobody says that they are French.
    await expect(cell.getByText(SHARED)).toHaveAttribute('lang', '')
  })

  await test.step('internal threads are added by a switch that says what they are, and only one’s own', async () => {
    await expect(french.getByText(INTERNAL)).toHaveCount(0)
    const box = french.getByRole('checkbox', { name: 'Avec les fils internes de ma délégation' })
    await box.check()
    await expect(french.getByText(INTERNAL)).toBeVisible()
    await expect(box).toBeFocused()
    await expect(
      french.getByText('Interne – pas pour l’autre partie').filter({ visible: true }),
    ).toBeVisible()
    await expect(french.getByText('Interne · COPIL FRA').filter({ visible: true }).first()).toBeVisible()
    await japanese.getByRole('checkbox', { name: '自らの側の内部スレッドも含める' }).check()
    await expect(japanese.getByText('生活の質', { exact: true })).toBeVisible()
    await expect(japanese.getByText(INTERNAL)).toHaveCount(0)
    await box.uncheck()
    await expect(french.getByText(INTERNAL)).toHaveCount(0)
    expect(french.url()).not.toContain('internal')
  })

  await test.step('once transmitted, both read the outcome with its reason in both languages', async () => {
    await decideTheRest(room, japanese, draft!.id)
    await transmitByRequest(room, japanese, draft!.id)
    await expect(french.getByRole('link', { name: 'Sort des amendements' })).toBeVisible()
    const rejected = paragraph(french, 'économie sociale')
    await expect(rejected).toContainText('Rejeté')
    await expect(rejected).toContainText('V2 : non repris')
    await expect(rejected.locator('td [lang=fr]', { hasText: 'compte rendu' })).toBeVisible()
    await expect(rejected.locator('td [lang=ja]', { hasText: '分科会の報告' })).toBeVisible()
    await expect(japanese.getByText('これまでの対応（未提出）').filter({ visible: true })).toHaveCount(0)
  })
  for (const page of [french, japanese]) expect(await accessibilityFaults(page)).toEqual([])

  await test.step('and it is reached from the fates and from the version that followed', async () => {
    const { versions } = await declarationOf(french)
    const v2 = versions.find(({ label }) => label === 'V2')!
    for (const from of [`/versions/${v2.id}`, `/versions/${v2.id}/fates`]) {
      await french.goto(from)
      await french.getByRole('link', { name: 'Tableau des décisions' }).click()
      await expect(french.getByRole('heading', { level: 1 })).toHaveText('Tableau des décisions : V1-FRA')
    }
  })
})

test('[C4] [D2] it is filtered, sorted and read in one language; the address says so', async ({ actors }) => {
  const page = await actors.enter('reviewer', 'fra', { language: 'fr' })
  await page.goto(await tableAddress(page))
  await expect(page.getByRole('status').filter({ hasText: 'sur' })).toHaveText('9 sur 9')
  await page.getByRole('checkbox', { name: 'Avec discussion' }).check()
  await expect(page.getByText('3 sur 9')).toBeVisible()
  await page.getByRole('combobox', { name: 'Issue' }).selectOption('Fil résolu')
  await expect(page.getByText('1 sur 9')).toBeVisible()
  await page.getByRole('button', { name: '日本語' }).last().click()
  await expect(page.getByRole('columnheader', { name: /^Observation/ })).toHaveCount(1)
  await page.getByRole('combobox', { name: 'Ordre' }).selectOption('Le plus récent d’abord')
  const { pathname, search } = new URL(page.url())
  expect(search).toContain('outcome=resolved&only=discussed&order=date&lang=ja')

  const japanese = await actors.enter('reviewer', 'jap', { language: 'ja', path: pathname + search })
  await expect(japanese.getByText('全9件のうち1件')).toBeVisible()
  await expect(japanese.getByRole('columnheader', { name: /^意見/ })).toHaveCount(1)
  await japanese.getByRole('button', { name: 'すべて表示' }).click()
  await expect(japanese.getByText('全9件のうち9件')).toBeVisible()
})

test('[C4] [D2] [M3] it prints lying on A4 with heads in both languages, and says on the sheet when it is internal', async ({
  actors,
}) => {
  const page = await actors.enter('chair', 'fra', { language: 'fr' })
  const heads = ['Paragraphe / 段落', 'Réponse / 回答', 'Issue / 対応', 'Motif / 理由']
  for (const internal of [false, true]) {
    await page.goto(await tableAddress(page, internal ? '?internal=own' : ''))
    await expect(page.locator('tbody').first()).toBeVisible()
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)]
    expect(boxes.length).toBeGreaterThan(1)
    for (const [, width, height] of boxes)
      expect([Math.round(+width!), Math.round(+height!)]).toEqual([842, 595])
    await page.emulateMedia({ media: 'print' })
    for (const role of ['banner', 'navigation', 'button', 'checkbox', 'combobox', 'status'] as const)
      await expect(page.getByRole(role).filter({ visible: true }), role).toHaveCount(0)
    const printed = await page.locator('main').ariaSnapshot()
    for (const head of heads) for (const words of head.split(' / ')) expect(printed).toContain(words)
    expect(printed).toContain('対応一覧表')
    expect(printed.includes('Interne – pas pour l’autre partie')).toBe(internal)
    expect(printed.includes('内部限り（相手側への開示不可）')).toBe(internal)
    expect(printed.includes('L’atelier 1 peut l’appuyer')).toBe(internal)
    const { versions } = await declarationOf(page)
    expect(printed).toContain(versions.at(-1)!.sha256.slice(0, 12))
    await page.emulateMedia({ media: 'screen' })
  }
})

test('[X1] [M3] its rows are saved as a file that a spreadsheet reads', async ({ actors }) => {
  const page = await actors.enter('drafter', 'fra', { language: 'fr' })
  await page.goto(await tableAddress(page, '?only=discussed'))
  const save = async () => {
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Fichier CSV' }).click()
    const download = await file
    return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')] as const
  }
  const [name, content] = await save()
  expect(name).toBe('V1-FRA-decisions.csv')
  expect(content.startsWith('\uFEFFParagraphe / 段落,')).toBe(true)
  expect(content.split('\r\n')).toHaveLength(1 + 3 + 3 + 1)
  expect(content).toContain('「社会的連帯経済の担い手」')
  expect(content).not.toContain('Interne')
  await page.getByRole('checkbox', { name: 'Avec les fils internes de ma délégation' }).check()
  await expect(page.getByText('L’atelier 1 peut l’appuyer')).toBeVisible()
  const [internalName, internal] = await save()
  expect(internalName).toBe('V1-FRA-decisions-internal.csv')
  expect(internal).toContain('Interne · COPIL FRA / 内部・フランス側')
})

test('[C6] it is reached from the text, the answer and the comparison of the round', async ({ actors }) => {
  const page = await actors.enter('reviewer', 'jap', { language: 'ja' })
  const { text, versions } = await declarationOf(page)
  const [v1, answer] = ['V1', 'V1-FRA'].map(label => versions.find(version => version.label === label)!)
  const address = new RegExp(`/texts/${text.id}/decisions\\?round=${answer!.id}$`)
  for (const from of [
    `/texts/${text.id}`,
    `/versions/${answer!.id}`,
    `/compare?from=version:${v1!.id}&to=version:${answer!.id}`,
  ]) {
    await page.goto(from)
    await page.getByRole('link', { name: /^対応一覧表/ }).click()
    await expect(page).toHaveURL(address)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('対応一覧表：V1-FRA')
  }
  await page.goto(`/texts/${text.id}/decisions?round=${v1!.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('一覧表はありません')
})

test('[U7] on a narrow screen a paragraph is a short sheet of its own, and nothing runs out of sight', async ({
  actors,
}) => {
  for (const [side, language] of [
    ['fra', 'fr'],
    ['jap', 'ja'],
  ] as const) {
    const page = await actors.enter('drafter', side, {
      language,
      context: { viewport: { width: 390, height: 800 } },
    })
    await page.goto(await tableAddress(page))
    await expect(page.locator('tbody')).toHaveCount(9)
    expect(await overflow(page)).toBe(0)
  }
})
