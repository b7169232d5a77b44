/** [C1] A file compared with a version or a draft, without making a version of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ComparedFile, compareFile } from '../../../server/comparisons/compare-file.ts'
import { bilingualText, bracket, fact, text, unit } from '../../../server/editions/demo/text-source.ts'
import { isRefusal } from '../../../server/http/respond.ts'
import type { Block } from '../../../shared/model/bilingual-text.ts'
import type { FactId } from '../../../shared/model/ids.ts'
import { importPrevious, insertWords, openDraft, type } from '../../support/negotiation.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { ACTORS, type Actor } from '../../support/test-edition.ts'

const FACTS = { host: { fr: 'Cannes', ja: 'カンヌ市' } } as Record<FactId, { fr: string; ja: string }>
const OURS = bilingualText([
  unit('title', 'title', 'Déclaration de Cannes', 'カンヌ宣言'),
  unit(
    'place',
    'paragraph',
    text`Réunis à ${fact('host')}, nous déclarons.`,
    text`${fact('host')}に集い、宣言する。`,
  ),
  unit(
    'number',
    'commitment',
    text`échanger ${bracket('b', 'fra', 'dix agents')} chaque année ;`,
    text`毎年${bracket('b', 'fra', '10名')}の職員を派遣すること。`,
  ),
  unit('end', 'paragraph', 'Nous nous reverrons dans deux ans à Kyoto.', '2年後に京都で再会する。'),
])
const FRENCH = `Déclaration de Cannes

Réunis à Cannes, nous déclarons.

échanger [dix agents] chaque année ;

Nous nous reverrons dans deux ans à Kyoto.`
const JAPANESE = `カンヌ宣言

カンヌ市に集い、宣言する。

毎年［10名］の職員を派遣すること。

2年後に京都で再会する。`

function compare(fr: string | null, ja: string | null, file: 'old' | 'new' = 'new'): ComparedFile {
  const source = (content: string | null) =>
    content === null ? null : ({ format: 'plain', content } as const)
  const compared = compareFile({ fr: source(fr), ja: source(ja), file, against: OURS, facts: FACTS })
  if (isRefusal(compared)) throw new Error(compared.refusal)
  return compared
}

/** `place fr:modified ja:` for each unit that changed. */
function changes({ comparison }: ComparedFile): string[] {
  return comparison.rows
    .filter(row => row.kinds.length > 0)
    .map(row => `${row.newUnit ?? row.oldUnits[0]} fr:${row.fr.kinds.join()} ja:${row.ja.kinds.join()}`)
}

describe('a file', () => {
  it('[C1] that says what the text says differs in nothing, facts and brackets included', () => {
    expect(changes(compare(FRENCH, JAPANESE))).toEqual([])
  })

  it('[C3] differs where its words do, with an alarm where one language alone was changed', () => {
    const compared = compare(FRENCH.replace('deux ans', 'trois ans'), JAPANESE)
    expect(changes(compared)).toEqual(['end fr:modified ja:'])
    expect(compared.comparison.counts.alarms).toBe(1)
    const [row] = compared.comparison.rows.filter(each => each.kinds.length > 0)
    expect(row!.fr.pairs[0]!.segments.filter(({ type }) => type !== 'equal').map(({ text }) => text)).toEqual(
      ['deux', 'trois'],
    )
  })

  it('[C1] [C2] has its new paragraphs of both languages in one unit, its missing ones deleted', () => {
    const fr = FRENCH.replace('échanger', 'Nous saluons les villes hôtes.\n\néchanger').replace(
      /Nous nous.*/,
      '',
    )
    const ja = JAPANESE.replace('毎年', '開催都市に敬意を表する。\n\n毎年').replace(/2年後.*/, '')
    const compared = compare(fr, ja)
    expect(changes(compared)).toEqual([
      'file-unit-place-0 fr:inserted ja:inserted',
      'end fr:deleted ja:deleted',
    ])
    expect(compared.comparison.counts.alarms).toBe(0)
  })

  it('[C1] of one language leaves the other as it is', () => {
    expect(changes(compare(null, JAPANESE.replace('10名', '12名')))).toEqual(['number fr: ja:modified'])
    expect(changes(compare(FRENCH, null))).toEqual([])
  })

  it('[C1] may be the older of the two', () => {
    const [older, newer] = [compare(FRENCH.replace('dix', 'six'), null, 'old'), compare(FRENCH, null)]
    const [row] = older.comparison.rows.filter(each => each.kinds.length > 0)
    const said = (of: Block | null) =>
      of?.content.map(inline => (inline.type === 'text' ? inline.text : '')).join('')
    expect([said(row!.fr.pairs[0]!.old), said(row!.fr.pairs[0]!.new)]).toEqual([
      'échanger [six agents] chaque année ;',
      'échanger [dix agents] chaque année ;',
    ])
    expect(newer.comparison.counts.changed).toBe(0)
  })

  it('[C7] gives everyone the same, each time', () => {
    const fr = `${FRENCH}\n\nUn paragraphe de plus.`
    expect(compare(fr, JAPANESE)).toEqual(compare(fr, JAPANESE))
  })

  it('[X1] of HTML is read as an import is, and what was not carried over is told', () => {
    const html = `<h1>Déclaration de <b>Cannes</b></h1><script>alert(1)</script><p>Réunis à Cannes, nous déclarons.</p>`
    const compared = compareFile({
      fr: { format: 'html', content: html },
      ja: null,
      file: 'new',
      against: OURS,
      facts: FACTS,
    }) as ComparedFile
    expect(compared.dropped).toEqual([{ language: 'fr', what: 'script', count: 1 }])
    expect(changes(compared).map(line => line.split(' ')[0])).toEqual(['number', 'end'])
  })

  it('without a word, or without end, is refused', () => {
    const ask = (content: string, format: 'plain' | 'html' = 'plain') =>
      compareFile({ fr: { format, content }, ja: null, file: 'new', against: OURS, facts: {} })
    expect(ask(' \n ')).toEqual({ refusal: 'language-missing', detail: 'fr' })
    expect(ask('mot\n\n'.repeat(601))).toEqual({ refusal: 'too-large', detail: 'fr' })
    expect(ask('<div>'.repeat(500), 'html')).toEqual({ refusal: 'unsupported-file' })
  })
})

describe('comparing a file over HTTP', () => {
  let room: TestRoom
  beforeEach(async () => {
    room = await createTestRoom()
  })
  afterEach(async () => {
    expect(room.faults).toEqual([])
    await room.close()
  })
  const french = {
    format: 'plain',
    content: 'Déclaration précédente\n\nNous, les représentants, coopérons.',
  } as const
  const ask = (actor: Actor | null, against: string, id: string = room.edition.declaration) =>
    room.call(actor, 'POST /api/texts/:id/file-comparison', {
      params: { id },
      body: { fr: french, ja: null, file: 'new', against },
    })
  /** How many rows there are of anything. */
  const rows = async () => {
    const tables = ['versions', 'drafts', 'draft_updates', 'acts', 'visits', 'seen_changes'] as const
    return Promise.all(
      tables.map(async table => (await room.deps.db.selectFrom(table).selectAll().execute()).length),
    )
  }

  it('[C1] shows what the file changes, and leaves nothing behind', async () => {
    const previous = await importPrevious(room)
    const before = await rows()
    const heard = room.listen('organiser')
    const answer = await ask('fraReviewer', `version:${previous.id}`)
    expect(answer).toMatchObject({
      value: { against: { label: 'Précédente' }, comparison: { counts: { changed: 1 } }, dropped: [] },
    })
    expect(await rows()).toEqual(before)
    expect(heard).toEqual([])
  })

  it('[M3] with a draft is for its side only; for all others the draft does not exist', async () => {
    await importPrevious(room)
    const { draft } = await openDraft(room, 'japDrafter')
    await type(room, 'japDrafter', { draft } as never, insertWords(1, 'Secret. ', ''))
    const outcome: Partial<Record<Actor, unknown>> = {}
    for (const actor of Object.keys(ACTORS) as Actor[]) {
      const [answer, none] = [await ask(actor, `draft:${draft.id}`), await ask(actor, 'draft:draft-none')]
      outcome[actor] = answer.ok ? answer.value.comparison.counts.changed : answer.refusal
      if (!answer.ok) expect(answer).toEqual(none)
    }
    expect(outcome).toEqual({
      organiser: 'not-found',
      fraChair: 'not-found',
      fraDrafter: 'not-found',
      fraReviewer: 'not-found',
      fraLead: 'not-found',
      japChair: 2,
      japDrafter: 2,
      japReviewer: 2,
      japLead: 'not-found',
      observer: 'not-found',
      stranger: 'not-found',
    })
    expect(await ask(null, `draft:${draft.id}`)).toMatchObject({ refusal: 'not-signed-in' })
  })

  it('is refused without a file, with a reference that is none, and for a text that is not there', async () => {
    const previous = await importPrevious(room)
    expect(
      await room.call('organiser', 'POST /api/texts/:id/file-comparison', {
        params: { id: room.edition.declaration },
        body: { fr: null, ja: null, file: 'new', against: `version:${previous.id}` },
      }),
    ).toMatchObject({ refusal: 'invalid', detail: 'fr' })
    expect(await ask('organiser', 'x')).toMatchObject({ refusal: 'not-found' })
    expect(await ask('organiser', `version:${previous.id}`, 'text-none')).toMatchObject({
      refusal: 'not-found',
    })
  })
})
