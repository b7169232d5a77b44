/**
 * [C6] A whole round with people of both sides: V1, its answer, a decision on every amendment, V2, and what the side
 * that answered then reads. Deciding is done by request (decide-by-request.ts); everything else on the pages.
 */
import type { Browser, Page } from '@playwright/test'
import type { BilingualText, Block } from '../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import type { AmendmentsView, DraftView } from '../../shared/protocol/views.ts'
import { routesOfTable } from '../support/api-table.ts'
import type { Room } from '../support/room.ts'
import { accessibilityFaults, overflow } from './accessibility.ts'
import { amendmentsOf, decide, decideTheRest, transmitByRequest } from './decide-by-request.ts'
import { declarationOf } from './declaration-of.ts'
import { expect, test } from './fixtures.ts'
import { askAt, invited, organiserOf } from './set-up-by-request.ts'
import { replaceWords, writeIntoDraft } from './write-into-draft.ts'

const REASON = {
  fr: 'Ce point relève du compte rendu de l’atelier.',
  ja: 'この点は分科会の報告で扱うべきものです。',
}
const WORDS: readonly (readonly [fr: string, ja: string])[] = [
  ['Déclaration', '宣言'],
  ['Nous coopérons.', '私たちは協力する。'],
  ['Nous échangeons nos pratiques.', '私たちは実践を共有する。'],
  ['Nous accueillons dix jeunes.', '私たちは若者10名を受け入れる。'],
  ['Nous protégeons le climat.', '私たちは気候を守る。'],
]

test('[C6] [A1] [R6] a round: the side that answered reads what became of each amendment, and why', async ({
  browser,
  emptyRoom,
}) => {
  test.setTimeout(240_000)
  const { japChair, japDrafter, fraChair, fraDrafter } = await twoDelegations(emptyRoom, browser)
  const text = (await declarationOf(japDrafter)).text.id

  await test.step('V1 exists', async () => {
    const draft = await beginDraft(emptyRoom, japDrafter, text)
    await writeIntoDraft(emptyRoom, japDrafter, draft, before =>
      replaceWords(
        replaceWords(before, 'fr', 'Nous coopérons.', 'Nous coopérons ici.'),
        'ja',
        '協力',
        'ここで協力',
      ),
    )
    await transmitByRequest(emptyRoom, japChair, draft)
  })

  await test.step('the French side answers with five amendments', async () => {
    await japChair.goto('/')
    const draft = await beginDraft(emptyRoom, fraDrafter, text)
    await writeIntoDraft(emptyRoom, fraDrafter, draft, before => {
      const both = (of: BilingualText, fr: [string, string], ja: [string, string]) =>
        replaceWords(replaceWords(of, 'fr', ...fr), 'ja', ...ja)
      let answer = both(before, ['ici', 'ici et partout'], ['ここで', 'ここでもどこでも'])
      answer = replaceWords(answer, 'fr', 'nos pratiques', 'nos bonnes pratiques')
      answer = both(answer, ['dix jeunes', 'vingt jeunes'], ['10名', '20名'])
      answer = both(answer, ['le climat', 'le climat et l’eau'], ['気候', '気候と水'])
      return {
        fr: [...answer.fr, paragraph('fr', 'Nous associons les femmes.')],
        ja: [...answer.ja, paragraph('ja', '女性の参画を進める。')],
      }
    })
    await fraChair.goto(`/drafts/${draft}/transmit`)
    await fraChair.getByLabel('En français', { exact: true }).fill('Voici notre réponse.')
    await fraChair.getByLabel('En japonais', { exact: true }).fill('フランス側の回答です。')
    await fraChair.getByRole('checkbox', { name: /^J’ai relu/ }).check()
    await fraChair.getByRole('button', { name: /^Transmettre V1-FRA/ }).click()
    await expect(fraChair.getByRole('heading', { level: 1 })).toHaveText('V1-FRA est transmise')
  })

  const draft =
    await test.step('the Japanese side decides each of them; nothing of it is seen by the other', async () => {
      const id = await beginDraft(emptyRoom, japDrafter, text)
      // The first page was open all the time.
      await expect(japChair.getByText('V1-FRAの修正案：全5件のうち未決定5件')).toBeVisible()
      const before = await everythingSeenBy(fraChair, id)
      const view = await amendmentsOf(emptyRoom, japDrafter, id)
      const decideOn = (
        words: string,
        ...how: [Parameters<typeof decide>[4], Parameters<typeof decide>[5]?]
      ) => decide(emptyRoom, japDrafter, id, [amendmentWith(view, words)], ...how)
      await decideOn('partout', 'accepted')
      await decideOn('bonnes', 'rejected', REASON)
      await decideOn('vingt', 'modified', { fr: '', ja: '15名であれば受け入れ可能です。' })
      await decideOn('eau', 'accepted')
      await decideOn('femmes', 'reserved')
      await expect(japChair.getByText('V1-FRAの修正案5件は、すべて決定済みです。')).toBeVisible()
      await writeIntoDraft(emptyRoom, japDrafter, id, taken =>
        replaceWords(replaceWords(taken, 'fr', 'vingt', 'quinze'), 'ja', '20名', '15名'),
      )
      // Accepted, and put back afterwards: whoever does this is found out.
      await writeIntoDraft(emptyRoom, japDrafter, id, taken =>
        replaceWords(replaceWords(taken, 'fr', ' et l’eau', ''), 'ja', 'と水', ''),
      )
      expect(await everythingSeenBy(fraChair, id)).toEqual(before)
      return id
    })

  await test.step('the Japanese chair sees the decisions that leave, and where the text does not do what they say', async () => {
    await japChair.goto(`/drafts/${draft}/transmit`)
    await expect(japChair.getByRole('heading', { name: '送付する対応' })).toBeVisible()
    await expect(japChair.getByText('対応と本文の不一致：1件')).toBeVisible()
    // What differs comes first.
    const first = japChair.getByRole('rowgroup').filter({ hasText: '不一致' }).first()
    await expect(first).toContainText('対応は「承諾」ですが、V2にこの文言が反映されていません。')
    await expect(japChair.getByText(REASON.fr)).toBeVisible()
    await japChair.getByLabel('フランス語', { exact: true }).fill('Voici notre deuxième version.')
    await japChair.getByLabel('日本語', { exact: true }).fill('第2案を提出いたします。')
    await fraDrafter.goto('/')
    await japChair.getByRole('checkbox', { name: /確認しました/ }).check()
    await japChair.getByRole('button', { name: /V2を提出/ }).click()
    await expect(japChair.getByRole('heading', { level: 1 })).toContainText('V2を提出しました')
  })

  await test.step('the French side reads it at once, with the reasons', async () => {
    const line = fraDrafter.getByText('V2 répond à vos 5 amendements : 1 pris, 2 en partie, 2 non pris.')
    await expect(line).toBeVisible()
    await expect(fraDrafter.getByText('1 écart entre la décision et le texte')).toBeVisible()
    await fraDrafter.getByRole('link', { name: 'Voir le sort de chacun' }).click()
    await expect(fraDrafter.getByRole('heading', { level: 1 })).toHaveText(
      'Sort des amendements de V1-FRA dans V2',
    )
    const rejected = amendment(fraDrafter, 'bonnes')
    await expect(rejected).toContainText('Rejeté')
    await expect(rejected).toContainText('Non pris')
    await expect(rejected.locator('[lang=fr]', { hasText: REASON.fr })).toBeVisible()
    await expect(rejected.locator('[lang=ja]', { hasText: REASON.ja })).toBeVisible()
    const modified = amendment(fraDrafter, 'vingt')
    await expect(modified).toContainText('Accepté modifié')
    await expect(modified).toContainText('Pris en partie')
    await expect(modified).toContainText('Motif donné en japonais seulement')
    await expect(modified.locator('ins', { hasText: 'quinze' })).toBeVisible()
    await expect(amendment(fraDrafter, 'femmes')).toContainText('Réservé')
    const taken = amendment(fraDrafter, 'partout')
    await expect(taken).toContainText('V2 : tel que proposé')
    await expect(taken).not.toContainText('V1-FRA → V2')
    await taken.getByRole('button', { name: 'Afficher' }).click()
    await expect(taken).toContainText('V1-FRA → V2')
  })

  await test.step('the wrong “accepted” is shown to both sides', async () => {
    const { versions } = await declarationOf(japDrafter)
    const v2 = versions.find(({ label }) => label === 'V2')!
    await japDrafter.goto(`/versions/${v2.id}/fates`)
    for (const [page, said] of [
      [fraDrafter, 'La décision dit « accepté », mais V2 ne reprend pas ces mots.'],
      [japDrafter, '対応は「承諾」ですが、V2にこの文言が反映されていません。'],
    ] as const)
      await expect(amendment(page, 'eau')).toContainText(said)
    await fraDrafter.getByRole('button', { name: 'Voir les écarts' }).click()
    await expect(fraDrafter).toHaveURL(/only=differing/)
    await expect(fraDrafter.getByText('1 sur 5')).toBeVisible()
    await expect(amendment(fraDrafter, 'bonnes')).toHaveCount(0)
    await amendment(fraDrafter, 'eau')
      .getByRole('link', { name: /Comparer V1-FRA et V2/ })
      .click()
    await expect(fraDrafter.getByRole('heading', { level: 1 })).toHaveText('V1-FRA → V2')
    await expect(fraDrafter.getByRole('article').filter({ hasText: 'et l’eau' })).toBeFocused()
  })
})

test('[D2] the fates are reached from the version, its row and the first page, filtered, sorted and sent by address', async ({
  actors,
  room,
}) => {
  const drafter = await actors.enter('drafter', 'jap', { language: 'ja' })
  const chair = await actors.enter('chair', 'jap', { language: 'ja' })
  const { draft, text } = await declarationOf(drafter)
  await decideTheRest(room, drafter, draft!.id)
  const v2 = await transmitByRequest(room, chair, draft!.id)

  const french = await actors.enter('reviewer', 'fra', {
    language: 'fr',
    path: `/texts/${text.id}`,
    context: { bypassCSP: true },
  })
  await french
    .getByRole('row', { name: /^V2/ })
    .getByRole('link', { name: /Sort des amendements/ })
    .click()
  await expect(french).toHaveURL(new RegExp(`/versions/${v2.id}/fates$`))
  await french.getByRole('combobox', { name: 'Ordre' }).selectOption('Non pris d’abord')
  await french.getByRole('combobox', { name: 'Décision' }).selectOption('Rejeté')
  const shown = french.getByRole('status').filter({ hasText: 'sur 9' })
  await expect(shown).toHaveText('5 sur 9')
  await expect(french.getByRole('rowgroup').nth(1)).toContainText('Non pris')
  const address = french.url()
  expect(address).toContain('decision=rejected&order=fate')
  const japanese = await actors.enter('reviewer', 'jap', {
    language: 'ja',
    path: new URL(address).pathname + new URL(address).search,
    context: { bypassCSP: true, colorScheme: 'dark' },
  })
  await expect(japanese.getByText('全9件のうち5件')).toBeVisible()
  for (const page of [french, japanese]) expect(await accessibilityFaults(page)).toEqual([])

  await french.goto(`/versions/${v2.id}`)
  await expect(french.getByText('3 acceptés')).toBeVisible()
  await french.getByRole('link', { name: 'Sort des amendements' }).click()
  const file = french.waitForEvent('download')
  await french.getByRole('link', { name: 'Télécharger les décisions' }).click()
  expect((await file).suggestedFilename()).toBe('V2-decisions.json')

  // A version that follows no answer says so.
  const v1 = (await declarationOf(french)).versions.find(({ label }) => label === 'V1')!
  await french.goto(`/versions/${v1.id}/fates`)
  await expect(french.getByRole('heading', { level: 1 })).toHaveText('Aucun amendement à suivre')
})

test('[U7] on a narrow screen an amendment is a short sheet of its own, and nothing runs out of sight', async ({
  actors,
  room,
}) => {
  const narrow = { viewport: { width: 390, height: 800 } }
  const drafter = await actors.enter('drafter', 'jap', { language: 'ja' })
  const { draft } = await declarationOf(drafter)
  const chair = await actors.enter('chair', 'jap', {
    language: 'ja',
    context: narrow,
    path: `/drafts/${draft!.id}/transmit`,
  })
  await expect(chair.getByRole('link', { name: '決定する' }).first()).toHaveAttribute(
    'href',
    `/drafts/${draft!.id}?amendments=undecided`,
  )
  await decideTheRest(room, drafter, draft!.id)
  const v2 = await transmitByRequest(room, chair, draft!.id)
  for (const [side, language] of [
    ['fra', 'fr'],
    ['jap', 'ja'],
  ] as const) {
    const page = await actors.enter('chair', side, {
      language,
      context: narrow,
      path: `/versions/${v2.id}/fates`,
    })
    await expect(page.locator('tbody')).toHaveCount(9)
    expect(await overflow(page)).toBe(0)
  }
})

async function twoDelegations(room: Room, browser: Browser) {
  const organiser = await organiserOf(room, browser, 'fr')
  const enter = (role: 'chair' | 'drafter', side: 'jap' | 'fra') =>
    invited(room, browser, organiser, { role, side, language: side === 'jap' ? 'ja' : 'fr' })
  const people = {
    japChair: await enter('chair', 'jap'),
    japDrafter: await enter('drafter', 'jap'),
    fraChair: await enter('chair', 'fra'),
    fraDrafter: await enter('drafter', 'fra'),
  }
  const { text } = await declarationOf(organiser)
  const block = (words: string, index: number) => ({
    kind: index === 0 ? ('title' as const) : ('paragraph' as const),
    level: 1 as const,
    text: words,
  })
  await askAt(room, organiser, 'POST', `/api/texts/${text.id}/import`, {
    label: 'Précédente',
    rows: WORDS.map(([fr, ja], index) => ({ fr: [block(fr, index)], ja: [block(ja, index)] })),
  })
  return people
}

async function beginDraft(room: Room, page: Page, text: string): Promise<string> {
  const { draft } = await askAt<DraftView>(room, page, 'POST', `/api/texts/${text}/draft`)
  return draft.id
}

function paragraph(language: Language, text: string): Block {
  return {
    id: `added-${language}` as BlockId,
    unit: 'added' as UnitId,
    kind: 'paragraph',
    level: 1,
    content: [{ type: 'text', text }],
  }
}

/** The key of the amendment whose answer holds these French words. */
function amendmentWith({ comparison, amendments }: AmendmentsView, words: string): string {
  const rows = comparison.rows.filter(row =>
    row.fr.pairs.some(pair =>
      pair.new?.content.some(inline => inline.type === 'text' && inline.text.includes(words)),
    ),
  )
  const found = amendments.find(({ rows: keys }) => rows.some(row => keys.includes(row.key)))
  if (!found) throw new Error(`no amendment has the words ${words}`)
  return found.key
}

/** The part of the table about the amendment with these words. */
function amendment(page: Page, words: string) {
  return page.locator('tbody').filter({ hasText: words })
}

/** What every route answers somebody of the other side, about the draft and about everything it may know of. */
async function everythingSeenBy(page: Page, draft: string): Promise<readonly string[]> {
  const { text, versions } = await declarationOf(page)
  const ids = [draft, text.id, ...versions.map(({ id }) => id)]
  const paths = routesOfTable()
    .filter(route => route.startsWith('GET '))
    .map(route => route.slice('GET '.length))
    .flatMap(path => (path.includes(':id') ? ids.map(id => path.replace(':id', id)) : [path]))
  const answers: string[] = []
  for (const path of [...paths, ...ids.map(id => `/api/versions/${id}/decisions`)]) {
    const asked = new Date().toISOString()
    const answer = await page.request.get(path)
    // A place in the stream of events, and the instant of the answer, are others each time, and tell nothing.
    const body = (await answer.text())
      .replaceAll(/"heardUpTo":"[\w-]{48}"/g, 'PLACE')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, at => (at >= asked ? 'NOW' : at))
    answers.push(`${path} ${answer.status()} ${body}`)
  }
  await page.goto(`/drafts/${draft}/transmit`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page introuvable')
  return answers
}
