/** What judging a tick costs beside what the tick costs anyway, in CPU of one process: what else the machine does matters little. */
import * as Y from 'yjs'
import { applyUpdates, newDraftDocument } from '../../server/sync/apply-updates.ts'
import { LockGate } from '../../server/sync/lock-gate.ts'
import { mergeUpdates } from '../../server/sync/merge-updates.ts'
import type { Contribution } from '../../server/sync/room.ts'
import { rowsByMandate } from '../../server/sync/rows-by-mandate.ts'
import { inspectUpdate } from '../../server/sync/update-gate.ts'
import { pairHashes } from '../../shared/model/agreement.ts'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { DraftId, MandateId } from '../../shared/model/ids.ts'
import { newDocumentState } from '../../shared/schema/y-write.ts'
import { pageFor } from './keystrokes.ts'

const TYPISTS = 50
const TICKS = 4000

/** A table row for ticks of so many keystrokes, in microseconds of CPU per tick. */
export async function measureTicks(text: BilingualText, keystrokes: number): Promise<string> {
  const page = pageFor(TYPISTS)
  const doc = newDraftDocument()
  applyUpdates(doc, [newDocumentState(text), page.update])
  const gate = new LockGate(doc)
  gate.set(await pairHashes(text))
  const typed = new Array<number>(TYPISTS).fill(0)
  let next = 0
  const spent = { anyway: 0, judging: 0 }
  for (let tick = -500; tick < TICKS; tick++) {
    const updates = Array.from({ length: keystrokes }, () => {
      const typist = next++ % TYPISTS
      return { typist, bytes: page.keystroke(typist, typed[typist]!++) }
    })
    const begun = micros()
    const batch = updates.map(
      ({ typist, bytes }): Contribution => ({
        connection: null,
        mandate: `mandate-${typist}` as MandateId,
        purpose: null,
        bytes,
        reach: inspectUpdate(bytes, doc).reach,
        size: bytes.length,
        ordinal: 0,
      }),
    )
    const gathered = micros()
    if (gate.judge(batch).refused.length > 0) throw new Error('a keystroke was refused')
    const judged = micros()
    const rows = rowsByMandate('room' as DraftId, '2026-01-01T00:00:00.000Z', batch)
    const relayed: Uint8Array[] = []
    const collect = (update: Uint8Array) => relayed.push(update)
    doc.on('update', collect)
    applyUpdates(
      doc,
      rows.map(({ bytes }) => bytes),
    )
    doc.off('update', collect)
    mergeUpdates(relayed)
    if (tick < 0) continue
    spent.judging += judged - gathered
    spent.anyway += gathered - begun + micros() - judged
  }
  const per = (total: number) => (total / TICKS).toFixed(0)
  return `| ${keystrokes} | ${per(spent.anyway)} µs | ${per(spent.judging)} µs |`
}

/** What one refusal costs: the shadow is made anew, and each of the tick judged alone. */
export async function measureRefusal(text: BilingualText): Promise<string> {
  const doc = newDraftDocument()
  applyUpdates(doc, [newDocumentState(text)])
  const gate = new LockGate(doc)
  gate.set(await pairHashes(text))
  const forged = new Y.Doc()
  Y.applyUpdate(forged, newDocumentState(text))
  const known = Y.encodeStateVector(doc)
  ;((forged.getXmlFragment('fr').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'x')
  const bytes = Y.encodeStateAsUpdate(forged, known)
  const { reach } = inspectUpdate(bytes, doc)
  const one = {
    connection: null,
    mandate: 'mandate-x' as MandateId,
    purpose: null,
    size: bytes.length,
    ordinal: 0,
  }
  const begun = micros()
  for (let time = 0; time < 100; time++)
    if (gate.judge([{ ...one, bytes, reach }]).refused.length !== 1) throw new Error('it was not refused')
  return `${((micros() - begun) / 100 / 1000).toFixed(1)} ms`
}

function micros(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}
