/**
 * The sync server without sockets: drafts live in the log's tables of the test's database, typing is a
 * function on a Y.Doc. Knows what was frozen, released and closed.
 */
import * as Y from 'yjs'
import type { Database } from '../../server/store/database.ts'
import type { Purpose } from '../../server/sync/sittings.ts'
import { DraftClosed, type FrozenDraft, type SyncServer } from '../../server/sync/sync-service.ts'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { DraftId, MandateId } from '../../shared/model/ids.ts'
import { fragmentOf, readBilingualText } from '../../shared/schema/y-text.ts'
import { applyBilingualText } from '../../shared/schema/y-write.ts'

export class FakeSync implements SyncServer {
  readonly db: Database
  readonly clock: () => string
  readonly frozen = new Set<DraftId>()
  readonly closed = new Set<DraftId>()
  readonly released: DraftId[] = []
  /** Set to make the next freeze fail as a full disk would. */
  failure: Error | null = null

  constructor(db: Database, clock: () => string) {
    this.db = db
    this.clock = clock
  }

  attach(): void {}
  async recheck(): Promise<void> {}
  async refreshLocks(): Promise<void> {}
  presence(): [] {
    return []
  }
  async shutdown(): Promise<void> {}

  async begin(draft: DraftId, stateUpdate: Uint8Array, mandate: MandateId): Promise<void> {
    if ((await this.#rows(draft)).length) throw new Error(`draft ${draft} has content already`)
    await this.#append(draft, mandate, stateUpdate, 'begin')
  }

  async readText(draft: DraftId) {
    return readBilingualText(await this.open(draft))
  }

  async rewrite(
    draft: DraftId,
    mandate: MandateId,
    change: (text: BilingualText) => BilingualText,
    purpose: Purpose = 'rewrite',
  ) {
    if (this.failure) throw this.failure
    if (this.frozen.has(draft) || this.closed.has(draft)) throw new DraftClosed(draft)
    const doc = await this.open(draft)
    let update: Uint8Array | undefined
    doc.on('update', (made: Uint8Array) => {
      update = made
    })
    applyBilingualText(doc, change(readBilingualText(doc)))
    if (update) await this.#append(draft, mandate, update, purpose)
    return update !== undefined
  }

  async freeze(draft: DraftId): Promise<FrozenDraft> {
    if (this.failure) throw this.failure
    if (this.frozen.has(draft)) throw new Error(`draft ${draft} is frozen twice`)
    this.frozen.add(draft)
    const doc = await this.open(draft)
    return {
      doc,
      release: () => {
        this.frozen.delete(draft)
        this.released.push(draft)
      },
      close: () => {
        this.frozen.delete(draft)
        this.closed.add(draft)
      },
    }
  }

  /** The draft as one more client sees it. */
  async open(draft: DraftId): Promise<Y.Doc> {
    const doc = new Y.Doc()
    for (const bytes of await this.#rows(draft)) Y.applyUpdate(doc, bytes)
    return doc
  }

  /** Someone edits the draft; each call is a client of its own, whose id is given back. */
  async edit(draft: DraftId, mandate: MandateId, change: (doc: Y.Doc) => void): Promise<number> {
    if (this.frozen.has(draft) || this.closed.has(draft)) throw new Error(`draft ${draft} takes no edits`)
    const doc = await this.open(draft)
    const before = Y.encodeStateVector(doc)
    change(doc)
    await this.#append(draft, mandate, Y.encodeStateAsUpdate(doc, before))
    return doc.clientID
  }

  async #rows(draft: DraftId): Promise<Uint8Array[]> {
    const rows = await this.db
      .selectFrom('draft_updates')
      .select('bytes')
      .where('draft_id', '=', draft)
      .orderBy('seq')
      .execute()
    return rows.map(row => row.bytes)
  }

  async #append(
    draft: DraftId,
    mandate: MandateId,
    bytes: Uint8Array,
    purpose: Purpose | null = null,
  ): Promise<void> {
    const seq = (await this.#rows(draft)).length + 1
    await this.db
      .insertInto('draft_updates')
      .values({ draft_id: draft, seq, mandate_id: mandate, at: this.clock(), purpose, bytes })
      .execute()
  }
}

/** The characters of the nth block of a language, to insert into and delete from. */
export function wordsOf(doc: Y.Doc, language: 'fr' | 'ja', index: number): Y.XmlText {
  const block = fragmentOf(doc, language).get(index) as Y.XmlElement
  if (block.length === 0) block.insert(0, [new Y.XmlText()])
  return block.get(0) as Y.XmlText
}
