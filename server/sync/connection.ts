/** One client's connection to a draft: what it may send, what of it is stored, how much it may leave unread. */
import * as Y from 'yjs'
import {
  ACK_RECEIVED,
  ACK_STORED,
  CLOSE,
  MAX_FRAME_BYTES,
  type PresenceUser,
} from '../../shared/protocol/sync-protocol.ts'
import {
  ackFrame,
  decodeFrame,
  type IncomingFrame,
  MalformedFrame,
  type OutgoingFrame,
  stepOneFrame,
  stepTwoFrame,
} from './frames.ts'
import type { Speaker } from './presence.ts'
import { RateLimit } from './rate-limit.ts'
import type { Room } from './room.ts'
import type { Admission } from './sync-access.ts'
import type { SyncLimits } from './sync-limits.ts'
import { InadmissibleUpdate, inspectUpdate } from './update-gate.ts'

/** What a connection needs of a socket. */
export type SyncSocket = {
  /** Sends whole messages in order; does nothing once the socket is closing. */
  send(frames: readonly OutgoingFrame[]): void
  close(code: number): void
  /** Ends without a closing handshake. */
  cut(): void
  /** Bytes given to `send` that have not left the process. */
  unsent(): number
  pause(): void
  resume(): void
}

export type ConnectionOptions = {
  readonly socket: SyncSocket
  readonly admission: Admission
  /** The upgrade request's headers, for asking the policies again. */
  readonly headers: Headers
  /** True if the client asked for acknowledgements. */
  readonly acknowledges: boolean
  readonly room: Room
  readonly limits: SyncLimits
  readonly report: (fault: string, cause?: unknown) => void
}

/** What answering sync step 1 costs of the rate, in frames: the answer may be the whole text. */
const STEP_ONE_COST = 20
/** Least time between two requests for what an update of the client's lacks, in milliseconds. */
const ASK_INTERVAL = 1000
/** Closes the socket but invites to come back: an error of ours. */
const INTERNAL_ERROR = 1011

export class Connection implements Speaker {
  admission: Admission
  readonly headers: Headers
  readonly #socket: SyncSocket
  readonly #room: Room
  readonly #limits: SyncLimits
  readonly #acknowledges: boolean
  readonly #report: ConnectionOptions['report']
  readonly #rate: RateLimit
  /** Frames that came before the room was loaded; null afterwards. */
  #early: Uint8Array[] | null = []
  #open = true
  /** Content frames received, stored, and announced as received, counted from the first. */
  #received = 0
  #stored = 0
  #announced = 0
  #unstoredBytes = 0
  #largestAnswer = 0
  #askedAt = Number.NEGATIVE_INFINITY
  readonly #pauses = new Set<'rate' | 'unstored' | 'loading'>()
  #rateTimer: NodeJS.Timeout | null = null
  #askTimer: NodeJS.Timeout | null = null

  constructor(options: ConnectionOptions) {
    this.admission = options.admission
    this.headers = options.headers
    this.#socket = options.socket
    this.#room = options.room
    this.#limits = options.limits
    this.#acknowledges = options.acknowledges
    this.#report = options.report
    const { framesPerSecond, frameBurst, patience } = options.limits
    this.#rate = new RateLimit(framesPerSecond, frameBurst, patience, performance.now())
    this.#pause('loading')
  }

  get person() {
    return this.admission.person
  }

  get user(): PresenceUser {
    const { mandate, name } = this.admission
    return { mandate, name, colour: this.#room.colours.of(mandate) }
  }

  get shows(): boolean {
    return this.admission.shows
  }

  get isOpen(): boolean {
    return this.#open
  }

  get hasUnstored(): boolean {
    return this.#stored < this.#received
  }

  /** The room is loaded: asks a writer for what it has, sends who is there, then reads what waited. */
  greet(): void {
    if (!this.#open) return
    if (this.admission.access === 'write') this.send([stepOneFrame(Y.encodeStateVector(this.#room.doc))])
    const everyone = this.#room.presenceFrame()
    if (everyone) this.send([everyone])
    const early = this.#early ?? []
    this.#early = null
    for (const frame of early) this.#handle(frame)
    this.#resume('loading')
  }

  /** Takes one frame from the socket. Never throws. */
  receive(frame: Uint8Array): void {
    if (!this.#open) return
    if (frame.length > MAX_FRAME_BYTES) this.end(CLOSE.tooLarge)
    if (!this.#open || !this.#withinRate(1)) return
    if (this.#early) this.#early.push(new Uint8Array(frame))
    else this.#handle(frame)
  }

  send(frames: readonly OutgoingFrame[]): void {
    if (!this.#open) return
    if (this.#socket.unsent() > this.#limits.unsent + this.#largestAnswer) {
      // Not 4413: the text is fine, this consumer is not. It reconnects and gets the difference.
      this.#socket.cut()
      this.gone()
      return
    }
    this.#socket.send(frames)
  }

  /** Sync step 1 to a writer, now or as soon as decent: "send what I lack". A reader has nothing to send. */
  askForMissing(): void {
    if (this.admission.access !== 'write' || this.#askTimer) return
    const wait = this.#askedAt + ASK_INTERVAL - performance.now()
    if (wait <= 0) this.#ask()
    else
      this.#askTimer = setTimeout(() => {
        this.#askTimer = null
        if (this.#room.doc.store.pendingStructs) this.#ask()
      }, wait)
  }

  /** The person's own decision to be seen has changed with `admission`. */
  showChanged(): void {
    this.#room.showChanged(this)
  }

  /** The first `count` content frames are stored; `frames` are sent in the same write. */
  stored(count: number, bytes: number, frames: readonly OutgoingFrame[]): void {
    this.#stored = count
    this.#unstoredBytes -= bytes
    this.send(this.#acknowledges ? [...frames, ackFrame(ACK_STORED, count)] : frames)
    if (this.#unstoredBytes <= this.#limits.unstored / 2) this.#resume('unstored')
  }

  /** The disk is slow: says what has been received meanwhile. */
  announceReceived(): void {
    if (!this.#acknowledges || this.#received === this.#announced || !this.hasUnstored) return
    this.#announced = this.#received
    this.send([ackFrame(ACK_RECEIVED, this.#received)])
  }

  /** Closes with a code of the protocol. */
  end(code: number): void {
    if (!this.#open) return
    this.#socket.close(code)
    this.gone()
  }

  /** The socket is closed, by whomever. */
  gone(): void {
    if (!this.#open) return
    this.#open = false
    if (this.#rateTimer) clearTimeout(this.#rateTimer)
    if (this.#askTimer) clearTimeout(this.#askTimer)
    // A paused socket would never read the other side's closing frame.
    this.#socket.resume()
    this.#room.leave(this)
  }

  #handle(frame: Uint8Array): void {
    if (!this.#open) return
    try {
      this.#act(decodeFrame(frame))
    } catch (error) {
      if (error instanceof MalformedFrame || error instanceof InadmissibleUpdate) {
        this.#report(`a frame of mandate ${this.admission.mandate} was refused: ${error.message}`)
        this.end(CLOSE.malformed)
      } else {
        this.#report(`a frame of mandate ${this.admission.mandate} could not be handled`, error)
        this.end(INTERNAL_ERROR)
      }
    }
  }

  #act(frame: IncomingFrame): void {
    if (frame.kind === 'content') this.#contribute(frame.update)
    else if (frame.kind === 'step1') this.#answer(frame.stateVector)
    else if (frame.kind === 'awareness') this.#room.hear(this, frame.bytes)
    else {
      const everyone = this.#room.presenceFrame()
      if (everyone) this.send([everyone])
    }
  }

  #answer(stateVector: Uint8Array): void {
    if (!this.#withinRate(STEP_ONE_COST)) return
    try {
      Y.decodeStateVector(stateVector)
    } catch (error) {
      throw new MalformedFrame(`a state vector: ${String(error)}`)
    }
    const update = this.#room.difference(stateVector)
    // A large text is not a slow consumer's fault.
    this.#largestAnswer = Math.max(this.#largestAnswer, update.length)
    this.send([stepTwoFrame(update)])
  }

  #contribute(update: Uint8Array): void {
    const { empty, clients, reach } = inspectUpdate(update, this.#room.doc)
    if (!empty && this.admission.access !== 'write') {
      this.end(CLOSE.notAllowed)
      return
    }
    if (!this.#room.mayWriteAs(clients, this.admission.person))
      throw new InadmissibleUpdate('new words under the client id of somebody else')
    this.#received++
    if (empty && this.#stored === this.#received - 1) {
      this.stored(this.#received, 0, [])
      return
    }
    this.#unstoredBytes += update.length
    if (this.#unstoredBytes > this.#limits.unstored) this.#pause('unstored')
    this.#room.contribute({
      connection: this,
      mandate: this.admission.mandate,
      purpose: null,
      bytes: empty ? null : update,
      reach,
      size: update.length,
      ordinal: this.#received,
    })
  }

  #ask(): void {
    this.#askedAt = performance.now()
    this.send([stepOneFrame(Y.encodeStateVector(this.#room.doc))])
  }

  #withinRate(cost: number): boolean {
    const verdict = this.#rate.take(performance.now(), cost)
    if (verdict === 'go') return true
    if (verdict === 'flood') {
      this.end(CLOSE.tooFast)
      return false
    }
    this.#pause('rate')
    if (this.#rateTimer) clearTimeout(this.#rateTimer)
    this.#rateTimer = setTimeout(() => this.#resume('rate'), verdict.wait)
    return true
  }

  #pause(reason: 'rate' | 'unstored' | 'loading'): void {
    if (this.#pauses.size === 0) this.#socket.pause()
    this.#pauses.add(reason)
  }

  #resume(reason: 'rate' | 'unstored' | 'loading'): void {
    if (this.#pauses.delete(reason) && this.#pauses.size === 0 && this.#open) this.#socket.resume()
  }
}
