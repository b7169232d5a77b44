/** Why a connection ended for good, from the close code or from what the server says when asked. */
import { CLOSE } from '../../../shared/protocol/sync-protocol.ts'
import type { RefusedWhy } from './saving-state.ts'

/** RFC 6455: the message was too big for the other side. */
const MESSAGE_TOO_BIG = 1009

const BY_CODE: ReadonlyMap<number, RefusedWhy> = new Map([
  [CLOSE.malformed, 'malformed'],
  [CLOSE.signedOut, 'signed-out'],
  [CLOSE.notAllowed, 'not-allowed'],
  [CLOSE.notFound, 'not-found'],
  [CLOSE.schema, 'schema'],
  [CLOSE.draftClosed, 'closed'],
  [CLOSE.restored, 'restored'],
  [CLOSE.tooLarge, 'too-large'],
  [CLOSE.locked, 'locked'],
  [CLOSE.tooFast, 'too-fast'],
  [MESSAGE_TOO_BIG, 'too-large'],
])

/** `code` is final (`isFinalClose`); one that a newer server has invented counts as a refusal. */
export function whyClosed(code: number): RefusedWhy {
  return BY_CODE.get(code) ?? 'not-allowed'
}
