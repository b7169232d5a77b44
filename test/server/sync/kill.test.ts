/** The server dies in the middle of bursts of typing. */
import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { DraftId } from '../../../shared/model/ids.ts'
import { seeded } from '../../support/seeded.ts'
import { kill, type ServerProcess, ServerProcesses } from './support/server-processes.ts'
import { testDatabase } from './support/test-database.ts'
import { WireClient } from './support/wire-client.ts'

const KILLS = Number(process.env.KILLS ?? 200)
const SEED = Number(process.env.SEED ?? 1)
/** A new draft every so often, so that loading it stays a small part of every kill. */
const KILLS_PER_DRAFT = 10
const WRITERS = ['a', 'b', 'c']
/** Compaction every few hundred rows, so that kills fall into it too. */
const servers = new ServerProcesses(2, { compactRows: 400, framesPerSecond: 1e6, frameBurst: 1e6 })
afterAll(() => servers.end())

describe('killed in the middle of a burst', () => {
  it(
    `[R9] loses nothing that was acknowledged or shown, in ${KILLS} kills (seed ${SEED})`,
    async () => {
      const random = seeded(SEED)
      const database = await testDatabase()
      const drafts = new Map<DraftId, Map<number, Kept>>()
      const totals = { kills: 0, sent: 0, acknowledged: 0 }
      for (; totals.kills < KILLS; totals.kills++) {
        const draft = `draft-${Math.floor(totals.kills / KILLS_PER_DRAFT)}` as DraftId
        const kept = drafts.get(draft) ?? new Map<number, Kept>()
        drafts.set(draft, kept)
        const server = await servers.open(database.file)
        const reader = await new WireClient(server.port, draft, 'reader').synced()
        expect(missing(reader.doc, kept)).toEqual([])
        const writers = await typeAtOnce(server, draft, 10 + random.below(40))
        // The moment right after an acknowledgement is when one given too early is found out.
        if (random.below(4) > 0) await random.pick(writers).acknowledged()
        await kill(server)
        await Promise.all([reader, ...writers].map(client => client.closed))
        for (const writer of writers) {
          const acknowledged = writer.clockAt[writer.stored]!
          const shown = Y.getState(reader.doc.store, writer.doc.clientID)
          kept.set(writer.doc.clientID, {
            clock: Math.max(acknowledged, shown),
            typed: typedBy(writer.doc.clientID, writer.doc),
          })
          totals.sent += writer.sent
          totals.acknowledged += writer.stored
        }
      }
      const last = await servers.open(database.file)
      for (const [draft, kept] of drafts) {
        const survivor = await new WireClient(last.port, draft, 'reader').synced()
        expect(missing(survivor.doc, kept)).toEqual([])
      }
      await kill(last)
      database.remove()
      console.info(`${KILLS} kills: ${totals.sent} frames sent, ${totals.acknowledged} acknowledged, 0 lost`)
      expect(totals.acknowledged).toBeGreaterThan(KILLS * 10)
    },
    Math.max(60_000, KILLS * 3000),
  )

  it('stops on SIGTERM with everything stored and 1012', async () => {
    const database = await testDatabase()
    const draft = 'draft-a' as DraftId
    const server = await servers.open(database.file)
    const a = await new WireClient(server.port, draft, 'a').synced()
    a.type('dernier mot')
    await a.until(() => a.stored === a.sent)
    server.process.kill('SIGTERM')
    expect(await a.closed).toBe(1012)
    const again = await servers.open(database.file)
    const b = await new WireClient(again.port, draft, 'b').synced()
    expect(b.read()).toBe('dernier mot')
    await kill(again)
    database.remove()
  })
})

/** What must be there after every restart: the client's words up to a clock, acknowledged or shown to others. */
type Kept = { readonly clock: number; readonly typed: string }

/** Each writer types into a block of its own as fast as it can, for so many milliseconds. */
async function typeAtOnce(server: ServerProcess, draft: DraftId, duration: number): Promise<WireClient[]> {
  const writers = await Promise.all(WRITERS.map(name => new WireClient(server.port, draft, name).synced()))
  const texts = writers.map(ownText)
  const end = performance.now() + duration
  for (let n = 0; performance.now() < end; n++) {
    for (const text of texts) text.insert(text.length, `${n},`)
    await new Promise(resolve => setImmediate(resolve))
  }
  return writers
}

/** Two clocks: the block and its text. Every character after that is one more. */
function ownText({ doc }: WireClient): Y.XmlText {
  const text = new Y.XmlText()
  const block = new Y.XmlElement('block')
  block.insert(0, [text])
  doc.getXmlFragment('fr').push([block])
  return text
}

const CLOCKS_BEFORE_WORDS = 2

function typedBy(client: number, doc: Y.Doc): string {
  return (doc.store.clients.get(client) ?? [])
    .map(struct =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '',
    )
    .join('')
}

/** The clients of whom the document lacks or alters what was to be kept. */
function missing(doc: Y.Doc, kept: ReadonlyMap<number, Kept>): unknown[] {
  return [...kept]
    .map(([client, { clock, typed }]) => ({
      client,
      clock,
      there: Y.getState(doc.store, client),
      altered: !typedBy(client, doc).startsWith(typed.slice(0, Math.max(0, clock - CLOCKS_BEFORE_WORDS))),
    }))
    .filter(({ clock, there, altered }) => there < clock || altered)
}
