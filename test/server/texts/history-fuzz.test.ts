/**
 * [R8] Seeded runs of several people who write, go offline, come back and restore, while the log is compacted now
 * and then. Every state that is offered says what every screen said when it was reached, for ever.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRecent } from '../../../server/comparisons/recent.ts'
import { isRefusal } from '../../../server/http/respond.ts'
import { type Database, openSqlite } from '../../../server/store/database.ts'
import { readLogEntries } from '../../../server/store/draft-log.ts'
import { SqliteLogFile } from '../../../server/sync/sqlite-log-file.ts'
import { inspectUpdate } from '../../../server/sync/update-gate.ts'
import { type HistorySitting, readHistory } from '../../../server/texts/draft-history.ts'
import { endsOf, keptStates, sittingsOf } from '../../../server/texts/log-sittings.ts'
import { createOneAtATime } from '../../../server/texts/one-at-a-time.ts'
import { stateUntil, wordsAt } from '../../../server/texts/past-states.ts'
import { type ReplayInput, replayHistory } from '../../../server/texts/replay-history.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import { type BilingualText, EMPTY_TEXT } from '../../../shared/model/bilingual-text.ts'
import { canonicalForm } from '../../../shared/model/canonical-form.ts'
import type { Draft } from '../../../shared/model/edition.ts'
import type { DraftId } from '../../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { keepFormattingAsWritten } from '../../../shared/schema/y-formatting.ts'
import { fragmentOf, readBilingualText } from '../../../shared/schema/y-text.ts'
import { applyBilingualText, newDocumentState } from '../../../shared/schema/y-write.ts'
import { randomText, revisedText } from '../../support/random-text.ts'
import { type Random, seeded } from '../../support/seeded.ts'
import { testDatabase } from '../sync/support/test-database.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 8)
const FIRST_SEED = Number(process.env.SEED ?? 1)
const STEPS = 60
const NAMES = ['a', 'b', 'c']

let file: string
let remove: () => void | Promise<void>
let db: Database
beforeAll(async () => {
  ;({ file, remove } = await testDatabase())
  db = openSqlite(file)
})
afterAll(async () => {
  await db.destroy()
  await remove()
})

let drafts = 0

/** A client id of the test’s choosing makes a run repeatable: Yjs orders by it. */
function documentOf(clientId: number): Y.Doc {
  const doc = keepFormattingAsWritten(new Y.Doc())
  doc.clientID = clientId
  return doc
}

/** A draft with a server's document, its authors' documents, and what was to be read after each row. */
class DraftWorld {
  readonly log = new SqliteLogFile(file)
  readonly draft: Draft
  readonly doc = documentOf(1)
  readonly authors = NAMES.map((_, index) => documentOf(10 + index))
  readonly offline = new Set<number>()
  readonly said = new Map<number, string>()
  readonly rows: { readonly mandate: string; readonly bytes: Uint8Array }[] = []
  seq = 0
  now = Date.UTC(2031, 0, 10, 9)

  constructor() {
    this.draft = {
      id: `draft-${++drafts}` as DraftId,
      text: 'text' as Draft['text'],
      audience: 'fra',
      stage: null,
      base: null,
      createdAt: new Date(this.now).toISOString(),
      closedAt: null,
    }
  }

  get instant(): string {
    return new Date(this.now).toISOString()
  }

  get deps() {
    return {
      db,
      clock: () => this.instant,
      pastTexts: createRecent<never>(8),
      pastStates: createRecent<never>(8),
      histories: createRecent<never>(8),
      oneAtATime: createOneAtATime(),
    }
  }

  append(mandate: string, bytes: Uint8Array, purpose: string | null = null): void {
    const at = this.instant
    this.log.append([{ draft: this.draft.id, mandate, at, purpose, length: bytes.length }], bytes)
    this.seq++
    Y.applyUpdate(this.doc, bytes)
    this.rows.push({ mandate, bytes })
    this.said.set(this.seq, canonicalForm(readBilingualText(this.doc)))
    // One instant is never that of two rows of one author.
    this.now += 1
  }

  /** Everyone who is online has what the server has. */
  share(): void {
    for (const [index, doc] of this.authors.entries())
      if (!this.offline.has(index))
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(doc)))
  }

  /** As a client does that comes back: all that the server lacks, and every deletion it knows of. */
  comeBack(index: number): void {
    this.offline.delete(index)
    const update = Y.encodeStateAsUpdate(this.authors[index]!, Y.encodeStateVector(this.doc))
    // The server does not store what it has.
    if (!inspectUpdate(update, this.doc).empty) this.append(NAMES[index]!, update)
    this.share()
  }

  edit(index: number, change: (text: BilingualText) => BilingualText): void {
    const doc = this.authors[index]!
    const updates: Uint8Array[] = []
    const collect = (update: Uint8Array) => updates.push(update)
    doc.on('update', collect)
    applyBilingualText(doc, change(readBilingualText(doc)))
    doc.off('update', collect)
    if (!this.offline.has(index)) for (const update of updates) this.append(NAMES[index]!, update)
    this.share()
  }

  restore(mandate: string, at: string, text: BilingualText): void {
    const copy = documentOf(100 + this.seq)
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.doc))
    let update: Uint8Array | undefined
    copy.on('update', (made: Uint8Array) => {
      update = made
    })
    applyBilingualText(copy, text)
    if (update) this.append(mandate, update, `restore ${at}`)
    this.share()
  }

  compact(seq: number): void {
    const state = Y.encodeStateAsUpdate(this.doc)
    const request = { draft: this.draft.id, seq, state, at: this.instant }
    for (const _ of this.log.compact(request)) {
      // In steps, between which the log's thread would do something else.
    }
  }

  async states() {
    const sittings = sittingsOf(await readLogEntries(db, this.draft.id))
    return keptStates(endsOf(sittings, this.draft, this.instant))
  }
}

async function run(seed: number, compacting: boolean) {
  const random = seeded(seed)
  const world = new DraftWorld()
  world.append('a', newDocumentState(randomText(random, 6)), 'begin')
  world.share()
  const offered = new Map<string, number>()
  for (let step = 0; step < STEPS; step++) {
    world.now += random.pick([1000, 5000, 40_000, 150_000, 700_000])
    const author = random.below(NAMES.length)
    const act = random.below(12)
    if (act < 8) world.edit(author, text => revisedText(random, text))
    else if (act === 8) world.offline.add(author)
    else if (act === 9) world.comeBack(author)
    else if (act === 10) await restoreOne(random, world)
    else if (compacting) world.compact(1 + random.below(world.seq))
    for (const { at, seq } of await world.states()) {
      expect(offered.get(at) ?? seq, `seed ${seed}, step ${step}: ${at}`).toBe(seq)
      offered.set(at, seq)
    }
  }
  world.now += 3_600_000
  return { world, offered }
}

/** Somebody restores one of the states, and it reads as it did. */
async function restoreOne(random: Random, world: DraftWorld): Promise<void> {
  const states = await world.states()
  if (!states.length) return
  const { at } = random.pick(states)
  const words = await wordsAt(world.deps, world.draft, at)
  if (isRefusal(words)) throw new Error(`${at} is refused: ${words.refusal}`)
  world.restore(random.pick(NAMES), at, words.text)
  expect(canonicalForm(readBilingualText(world.doc))).toBe(canonicalForm(words.text))
}

describe('the history of a draft', () => {
  it.each(Array.from({ length: RUNS }, (_, i) => FIRST_SEED + i))(
    '[R8] offers states that say exactly what was said, and stay, whenever the log is compacted (seed %i)',
    async seed => {
      const { world, offered } = await run(seed, true)
      const states = await world.states()
      expect(new Map(states.map(({ at, seq }) => [at, seq]))).toEqual(
        new Map([...offered, ...states.slice(-1).map(({ at, seq }) => [at, seq] as const)]),
      )
      for (const { at, seq } of states) {
        const words = await wordsAt(world.deps, world.draft, at)
        if (isRefusal(words)) throw new Error(`${at} is refused: ${words.refusal}`)
        expect(canonicalForm(words.text), `the state at ${at}, row ${seq}`).toBe(world.said.get(seq))
        expect(await stateUntil(world.deps, world.draft, at)).toEqual({ at, seq })
      }
      expect(await wordsAt(world.deps, world.draft, world.instant)).toEqual({ refusal: 'not-found' })
    },
  )

  it.each(Array.from({ length: RUNS }, (_, i) => FIRST_SEED + i))(
    '[R8] says the same read at one go or bit by bit, compacted or not (seed %i)',
    async seed => {
      const { world } = await run(seed, false)
      const [before, after] = [await whole(world), await bitByBit(world)]
      expect(after).toEqual(before)
      world.compact(world.seq)
      const compacted = await whole(world)
      expect(compacted.map(outline)).toEqual(before.map(outline))
    },
  )

  it.each(Array.from({ length: RUNS }, (_, i) => FIRST_SEED + i))(
    '[M6] says of each person which of the changed units were theirs (seed %i)',
    async seed => {
      const { world } = await run(seed, false)
      const witness = keepFormattingAsWritten(new Y.Doc({ gc: false }))
      let before: BilingualText = EMPTY_TEXT
      for (const { first, last, people, units } of await whole(world)) {
        const after = JSON.parse(world.said.get(last)!) as BilingualText
        const changed = compareTexts(before, after).rows.filter(row => row.kinds.length > 0)
        expect(units!.map(({ id }) => id)).toEqual(changed.map(row => row.newUnit ?? row.oldUnits[0]))
        const truth = touchedRowByRow(witness, world.rows.slice(first - 1, last))
        for (const language of LANGUAGES)
          for (const { mandate, units: theirs } of people)
            expect(theirs[language], `${mandate}, ${language}, rows ${first} to ${last}`).toEqual(
              changed.flatMap((row, index) => {
                const names = [...row.oldUnits, row.newUnit].map(unit => `${mandate} ${language} ${unit}`)
                return row[language].kinds.length > 0 && names.some(name => truth.has(name)) ? [index] : []
              }),
            )
        before = after
      }
    },
  )
})

/** `<mandate> <language> <unit>` of what stands or is gone by somebody's hand, seen as each row is applied. */
function touchedRowByRow(doc: Y.Doc, rows: DraftWorld['rows']): Set<string> {
  const start = Y.decodeStateVector(Y.encodeStateVector(doc))
  const unitsBefore = unitsOf(doc)
  const made: { mandate: string; client: number; clock: number }[] = []
  const gone: typeof made = []
  for (const { mandate, bytes } of rows)
    doc.transact(transaction => {
      Y.applyUpdate(doc, bytes)
      const { store } = doc
      for (const [client, structs] of store.clients) {
        const known = transaction.beforeState.get(client) ?? 0
        const end = structs.at(-1)!.id.clock + structs.at(-1)!.length
        for (let clock = known; clock < end; clock++) made.push({ mandate, client, clock })
      }
      for (const [client, spans] of transaction.deleteSet.clients)
        for (const { clock, len } of spans)
          for (let each = clock; each < clock + len; each++)
            if (each < (start.get(client) ?? 0)) gone.push({ mandate, client, clock: each })
    })
  const unitsAfter = unitsOf(doc)
  const touched = new Set<string>()
  for (const [acts, deleted] of [[made, false] as const, [gone, true] as const])
    for (const { mandate, client, clock } of acts) {
      let item: Y.Item | null = Y.getItem(doc.store, Y.createID(client, clock))
      if (item.deleted !== deleted) continue
      // What goes with its block or for another value says nothing of its own.
      const holder = item.parent instanceof Y.AbstractType ? item.parent._item : null
      if (deleted && (item.parentSub !== null || holder?.deleted)) continue
      while (item?.parent instanceof Y.AbstractType && item.parent._item) item = item.parent._item
      if (!item || !(item.parent instanceof Y.AbstractType)) continue
      const language: Language = item.parent === fragmentOf(doc, 'fr') ? 'fr' : 'ja'
      touched.add(`${mandate} ${language} ${unitsAfter.get(item) ?? unitsBefore.get(item)}`)
    }
  return touched
}

function unitsOf(doc: Y.Doc): Map<Y.Item, unknown> {
  return new Map(
    LANGUAGES.flatMap(language =>
      fragmentOf(doc, language)
        .toArray()
        .map(child => [child._item!, (child as Y.XmlElement).getAttribute('unit')] as const),
    ),
  )
}

/** Without the threads, of which a run would start hundreds. */
const atOnce = async (input: ReplayInput) => replayHistory(input)

async function whole(world: DraftWorld): Promise<readonly HistorySitting[]> {
  const read = await readHistory(world.deps, world.draft, atOnce)
  if (isRefusal(read)) throw new Error(read.refusal)
  return read
}

/** Opened again and again while the clock stands at the ends of sittings. */
async function bitByBit(world: DraftWorld): Promise<readonly HistorySitting[]> {
  const { deps } = world
  const rows = await db
    .selectFrom('draft_updates')
    .selectAll()
    .where('draft_id', '=', world.draft.id)
    .orderBy('seq')
    .execute()
  await db.deleteFrom('draft_updates').where('draft_id', '=', world.draft.id).execute()
  let read: readonly HistorySitting[] = []
  for (const [index, row] of rows.entries()) {
    await db.insertInto('draft_updates').values(row).execute()
    if (index % 7 !== 0 && index < rows.length - 1) continue
    const now = index < rows.length - 1 ? row.at : world.instant
    const answer = await readHistory({ ...deps, clock: () => now }, world.draft, atOnce)
    if (isRefusal(answer)) throw new Error(answer.refusal)
    read = answer
  }
  return read
}

function outline({ first, last, from, to, purposes, units, over, people }: HistorySitting) {
  // Whose a deletion was, of which two people told in one sitting, is the one thing that compaction may blur.
  const touched = new Set(people.flatMap(each => [...each.units.fr, ...each.units.ja]))
  const mandates = people.map(({ mandate }) => mandate).sort()
  return { first, last, from, to, purposes: [...purposes].sort(), units, over, mandates, touched }
}
