/** Someone types into a draft on a real connection, without a page: for stories about what others see. */
import type { Page } from '@playwright/test'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { BilingualText, Block } from '../../shared/model/bilingual-text.ts'
import type { Language } from '../../shared/model/language.ts'
import { SCHEMA_VERSION, SYNC_PATH } from '../../shared/protocol/sync-protocol.ts'
import type { ComparisonView, SessionView } from '../../shared/protocol/views.ts'
import { readBilingualText } from '../../shared/schema/y-text.ts'
import { applyBilingualText } from '../../shared/schema/y-write.ts'
import type { Room } from '../support/room.ts'

/** Changes the draft's text under the mandate of the person of `page`; resolves when the server shows it. */
export async function writeIntoDraft(
  room: Room,
  page: Page,
  draft: string,
  change: (text: BilingualText) => BilingualText,
): Promise<void> {
  const session = (await (await page.request.get('/api/session')).json()) as SessionView
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  class Socket extends WebSocket {
    constructor(address: string, protocols?: string[]) {
      super(address, protocols, { origin: room.address, headers: { cookie } })
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(room.address.replace('http', 'ws') + SYNC_PATH, draft, doc, {
    params: { schema: String(SCHEMA_VERSION), epoch: session.epoch },
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  try {
    await new Promise<void>(resolve => provider.once('sync', () => resolve()))
    const before = await textOfDraft(page, draft)
    applyBilingualText(doc, change(readBilingualText(doc)))
    while ((await textOfDraft(page, draft)) === before) {
      // Asks until the server has the change: there is no page here to watch.
    }
  } finally {
    provider.destroy()
    doc.destroy()
  }
}

/** Replaces words in every block of one language that holds them. */
export function replaceWords(
  text: BilingualText,
  language: Language,
  words: string,
  by: string,
): BilingualText {
  const blocks = text[language].map(
    (block): Block => ({
      ...block,
      content: block.content.map(inline =>
        inline.type === 'text' ? { ...inline, text: inline.text.replaceAll(words, by) } : inline,
      ),
    }),
  )
  return { ...text, [language]: blocks }
}

/** The fingerprint of the draft as it is stored, by way of its comparison with itself. */
async function textOfDraft(page: Page, draft: string): Promise<string> {
  const answer = await page.request.get(`/api/comparisons?from=draft:${draft}&to=draft:${draft}`)
  if (answer.ok()) return ((await answer.json()) as ComparisonView).to.sha256
  throw new Error(`the draft ${draft} was refused: ${answer.status()}`)
}
