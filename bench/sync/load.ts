/** The people: one process that opens the sockets, types, and watches when a keystroke arrives. */
import * as Y from 'yjs'
import { DIALECTS, type Dialect, type ServerName } from './dialects.ts'
import { type Page, pageFor } from './keystrokes.ts'
import { Wire } from './wire.ts'

export type Scenario = {
  readonly server: ServerName
  readonly port: number
  readonly clients: number
  readonly rooms: number
  /** As people type, as fast as it goes, or not at all. */
  readonly typing: 'human' | 'flat-out' | 'none'
  readonly warmUp: number
  readonly duration: number
}

/** Sent at the start and the end of the measured time; the server's usage is asked for in between. */
export type LoadMessage =
  | { readonly phase: 'measuring' }
  | {
      readonly phase: 'done'
      readonly keystrokes: number
      readonly seconds: number
      readonly latencies: number[]
    }
  | { readonly phase: 'connected' }

/** Keystrokes that one may have under way when typing flat out. */
const WINDOW = 8
const SETTLE = 500

process.once('message', (scenario: Scenario) => void run(scenario))

async function run(scenario: Scenario): Promise<void> {
  const rooms = await Promise.all(
    Array.from({ length: scenario.rooms }, (_, i) => openRoom(scenario, `room-${i}`)),
  )
  await pause(SETTLE)
  if (scenario.typing === 'none') {
    process.send?.({ phase: 'connected' } satisfies LoadMessage)
    return
  }
  const typists = rooms.flatMap(room => room.typists)
  const stop = scenario.typing === 'human' ? typeAsPeople(typists) : typeFlatOut(typists)
  await pause(scenario.warmUp)
  for (const room of rooms) room.reset()
  const started = performance.now()
  process.send?.({ phase: 'measuring' } satisfies LoadMessage)
  await pause(scenario.duration)
  const keystrokes = rooms.reduce((total, room) => total + room.seen(), 0)
  const seconds = (performance.now() - started) / 1000
  process.send?.({
    phase: 'done',
    keystrokes,
    seconds,
    latencies: rooms.flatMap(room => room.latencies()),
  } satisfies LoadMessage)
  stop()
}

type Room = {
  readonly typists: readonly Typist[]
  reset(): void
  /** Keystrokes that the witness saw since the last reset, and how long they took in milliseconds. */
  seen(): number
  latencies(): number[]
}

/** A room has its typists and one witness who only reads. */
async function openRoom({ server, port, clients, rooms }: Scenario, name: string): Promise<Room> {
  const dialect = DIALECTS[server]
  const page = pageFor(clients / rooms)
  let seen = 0
  let latencies: number[] = []
  const typists: Typist[] = []
  const byClient = new Map<number, Typist>()
  const watch = (frame: Uint8Array) => {
    const update = dialect.read(frame)
    if (!update) return
    const now = performance.now()
    for (const struct of Y.decodeUpdate(update).structs) {
      const typist = byClient.get(struct.id.client)
      if (!typist) continue
      const arrived = typist.seeUpTo(struct.id.clock + struct.length)
      seen += arrived.length
      for (const sentAt of arrived) latencies.push(now - sentAt)
    }
  }
  const witness = new Wire(port, dialect.path(name), watch)
  await witness.opened
  const hello = dialect.hello(name)
  if (hello.length > 0) witness.send(hello)
  witness.send([dialect.update(name, page.update)])
  for (let i = 0; i < clients / rooms; i++) {
    const wire = new Wire(port, dialect.path(name), null)
    await wire.opened
    if (hello.length > 0) wire.send(hello)
    const typist = new Typist(wire, dialect, name, page, i)
    typists.push(typist)
    byClient.set(page.typist(i), typist)
  }
  return {
    typists,
    seen: () => seen,
    latencies: () => latencies,
    reset: () => {
      seen = 0
      latencies = []
    },
  }
}

class Typist {
  readonly #wire: Wire
  readonly #encode: (n: number) => Uint8Array
  /** When each keystroke not yet seen was sent, the oldest first. */
  #underWay: number[] = []
  #sent = 0
  #seen = 0

  constructor(wire: Wire, dialect: Dialect, room: string, page: Page, index: number) {
    this.#wire = wire
    this.#encode = n => dialect.update(room, page.keystroke(index, n))
  }

  get underWay(): number {
    return this.#underWay.length
  }

  type(count = 1): void {
    const now = performance.now()
    const frames = []
    for (let i = 0; i < count; i++) {
      frames.push(this.#encode(this.#sent++))
      this.#underWay.push(now)
    }
    this.#wire.send(frames)
  }

  /** When the keystrokes that are now visible were sent. */
  seeUpTo(clock: number): number[] {
    const arrived = Math.max(0, clock - this.#seen)
    this.#seen += arrived
    return this.#underWay.splice(0, arrived)
  }
}

/** Words of a few letters at 90 to 250 ms a letter, pauses between words: about four keystrokes a second. */
function typeAsPeople(typists: readonly Typist[]): () => void {
  let stopped = false
  const next = (typist: Typist, letters: number) => {
    if (stopped) return
    typist.type()
    const wordEnds = letters === 0
    const wait = wordEnds ? 300 + Math.random() * 900 : 90 + Math.random() * 160
    setTimeout(next, wait, typist, wordEnds ? 2 + Math.floor(Math.random() * 7) : letters - 1)
  }
  for (const typist of typists) setTimeout(next, Math.random() * 1000, typist, 3)
  return () => {
    stopped = true
  }
}

function typeFlatOut(typists: readonly Typist[]): () => void {
  let stopped = false
  const turn = () => {
    if (stopped) return
    for (const typist of typists) {
      const free = WINDOW - typist.underWay
      if (free >= WINDOW / 2) typist.type(free)
    }
    setImmediate(turn)
  }
  turn()
  return () => {
    stopped = true
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
