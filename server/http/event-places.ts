/**
 * Names for places in the sequence of all events. The sequence counts what both sides do, so a number, or a gap
 * between two, would tell one side of the other's activity: a name is the number, sealed under a key of this
 * process. It opens only for the rights it was made for; whoever has others by now is not known.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const NONCE = 12
const SEQ = 8
const TAG = 16

export class EventPlaces {
  #key = randomBytes(32)

  /** The name of an event: the same whenever it is sent to the same rights, so that a reader can tell it again. */
  nameEvent(seq: number, rights: string): string {
    return this.#seal(seq, rights, createHmac('sha256', this.#key).update(`${seq} ${rights}`).digest())
  }

  /** A name for the place after `seq`, different each time: two of them do not tell whether anything happened between. */
  namePlace(seq: number, rights: string): string {
    return this.#seal(seq, rights, randomBytes(NONCE))
  }

  /** Undefined for a name of another process, of other rights, or of nobody's making. */
  find(name: string, rights: string): number | undefined {
    const bytes = Buffer.from(name, 'base64url')
    if (bytes.length !== NONCE + SEQ + TAG) return undefined
    try {
      const cipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, NONCE))
      cipher.setAAD(Buffer.from(rights)).setAuthTag(bytes.subarray(NONCE + SEQ))
      return Number(
        Buffer.concat([cipher.update(bytes.subarray(NONCE, NONCE + SEQ)), cipher.final()]).readBigUInt64BE(),
      )
    } catch {
      // The seal does not fit: that is the answer.
      return undefined
    }
  }

  /** No name given until now is known from here on. */
  forget(): void {
    this.#key = randomBytes(32)
  }

  #seal(seq: number, rights: string, from: Buffer): string {
    const nonce = from.subarray(0, NONCE)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(rights))
    const plain = Buffer.alloc(SEQ)
    plain.writeBigUInt64BE(BigInt(seq))
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
      'base64url',
    )
  }
}
