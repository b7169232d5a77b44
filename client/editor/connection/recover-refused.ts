/**
 * [A4] The way back after the server closed a draft because of locked units: the server's text is fetched by a connection
 * that sends nothing, one's own work is written anew on it, and takes the place of this device's copy. The next
 * connection then offers it like anything written without a network.
 */
import * as Y from 'yjs'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { fragmentOf } from '../../../shared/schema/y-text.ts'
import { takeUpAgain, type WordsNotTaken } from '../rescue/take-up-again.ts'
import { deviceCopyName, replaceDeviceCopy } from './device-copy.ts'
import { connectDraft, type DraftConnectionOptions } from './draft-connection.ts'

export type Recovered = {
  readonly notTaken: readonly WordsNotTaken[]
  /** What the next connection begins with: the server's text and one's own work on it. */
  readonly state: Uint8Array
}

/** How long the server's text is waited for, in milliseconds. */
const PATIENCE = 15_000

/**
 * `local` is the refused document as one update. Null when the server's text cannot be had now: this device's copy stays
 * as it is, for another attempt. Throws UnreadableBlock.
 */
export async function recoverRefused(
  options: DraftConnectionOptions,
  local: Uint8Array,
  lockedNow: () => Promise<ReadonlySet<string>>,
): Promise<Recovered | null> {
  const reading = connectDraft({ ...options, access: 'read' })
  try {
    const from = await within(PATIENCE, reading.ready)
    if (from !== 'server' || reading.getSaving().state === 'refused') return null
    const locked = await lockedNow()
    const { doc } = reading
    for (const language of LANGUAGES) fragmentOf(doc, language)
    const stored = Y.encodeStateVector(doc)
    const notTaken = takeUpAgain(doc, local, locked)
    const state = Y.encodeStateAsUpdate(doc)
    const { person, draft, epoch } = options
    if (options.indexedDb ?? typeof indexedDB !== 'undefined')
      await replaceDeviceCopy(deviceCopyName(person, draft, epoch), state, stored)
    return { notTaken, state }
  } finally {
    await reading.destroy()
  }
}

function within<T>(time: number, promise: Promise<T>): Promise<T | undefined> {
  return Promise.race([
    promise,
    new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), time)),
  ])
}
