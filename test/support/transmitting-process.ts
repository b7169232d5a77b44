/**
 * A process that transmits one version after the other in the database file it is given, until it is
 * killed. Prints a line for each version whose transmission was answered.
 */
import { openStage } from '../../server/store/stages.ts'
import { importPrevious, insertWords, openDraft, transmitDraft, type } from './negotiation.ts'
import { createTestRoom } from './test-app.ts'

const file = process.argv[2]
if (!file) throw new Error('usage: transmitting-process.ts <database file>')
const room = await createTestRoom({ file })
await importPrevious(room)
const { db } = room.deps
const first = room.edition.stages[0]!
for (let round = 1; ; round++) {
  const draft = await openDraft(room, 'japDrafter')
  await type(room, 'japDrafter', draft, insertWords(1, `Phrase ${round}. `, `文${round}。`))
  const version = await transmitDraft(room, 'japChair', draft)
  process.stdout.write(`${version.id}\n`)
  await db.transaction().execute(trx => openStage(trx, room.edition.edition.id, first.id, room.now))
}
