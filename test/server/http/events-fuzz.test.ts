/** Random publishing, cutting and coming back, over the route: everyone ends with exactly what they may hear. */
import { afterEach, expect, test } from 'vitest'
import { KEPT_PER_AUDIENCE } from '../../../server/http/recent-events.ts'
import { mayHear } from '../../../server/policies/act-audience.ts'
import { ACT_AUDIENCES, type ActAudience } from '../../../shared/model/act-chain.ts'
import { seeded } from '../../support/seeded.ts'
import { createTestRoom, type TestRoom } from '../../support/test-app.ts'
import { ACTORS, type Actor } from '../../support/test-edition.ts'

let room: TestRoom
afterEach(() => room.close())

/** A client as ours is: it goes on after the last id that reached it, and drops what it has. */
class Reader {
  readonly actor: Actor
  readonly heard: string[] = []
  readonly doubles: string[] = []
  /** How often it was told to ask anew. */
  anew = 0
  readonly #ids = new Set<string>()
  #last: string
  #stream: ReadableStreamDefaultReader<string> | undefined

  constructor(actor: Actor, from: string) {
    this.actor = actor
    this.#last = from
  }

  get isOpen(): boolean {
    return this.#stream !== undefined
  }

  async open(): Promise<void> {
    const response = await room.fetch(this.actor, 'GET', `/api/events?after=${this.#last}`)
    this.#stream = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  }

  /** The line breaks: of the pieces under way the first `pieces` still arrive, all by default. */
  async cut(pieces = Number.POSITIVE_INFINITY): Promise<void> {
    const { id } = room.edition.people[this.actor].person
    room.deps.events.closeWhere(listener => listener.person === id)
    const stream = this.#stream!
    this.#stream = undefined
    for (let n = 0; n < pieces; n++) {
      const { done, value } = await stream.read()
      if (done) return
      this.#take(value)
    }
    await stream.cancel()
  }

  #take(piece: string): void {
    for (const message of piece.split('\n\n').filter(Boolean)) {
      const [, name] = /^event: (.*)$/m.exec(message) ?? []
      const [, id] = /^id: (.*)$/m.exec(message) ?? []
      const [, subject] = /"subject":"(.*)"/.exec(message) ?? []
      if (name === 'again') this.anew++
      if (id) this.#last = id
      if (subject === undefined) continue
      if (this.#ids.has(id!)) this.doubles.push(subject)
      this.#ids.add(id!)
      this.heard.push(subject)
    }
  }
}

for (const seed of [1, 2, 3, 4, 5, 6, 7, 8])
  test(`[M3] [T4] random cuts lose nothing, double nothing, and tell nothing to others (seed ${seed})`, async () => {
    room = await createTestRoom()
    const random = seeded(seed)
    const actors = Object.keys(ACTORS) as Actor[]
    const readers = await Promise.all(
      actors.map(async actor => new Reader(actor, (await room.get(actor, 'GET /api/session', {})).heardUpTo)),
    )
    const said: { subject: string; audience: ActAudience }[] = []
    // Within what is kept of one audience; a burst longer than a stream's queue cuts whoever does not read.
    const counts = new Map<ActAudience, number>()
    const publish = () => {
      const audience = random.pick(ACT_AUDIENCES)
      if ((counts.get(audience) ?? 0) >= KEPT_PER_AUDIENCE) return
      counts.set(audience, (counts.get(audience) ?? 0) + 1)
      const subject = `${audience}-${said.length}`
      said.push({ subject, audience })
      room.deps.events.publish({ topic: 'texts', subject }, audience)
    }
    for (let step = 0; step < 120; step++) {
      const reader = random.pick(readers)
      if (random.below(3) > 0) for (let n = random.below(12); n >= 0; n--) publish()
      else if (!reader.isOpen) await reader.open()
      else await reader.cut(random.below(2) ? random.below(6) : undefined)
      if (step === 60) for (let n = 0; n < 600; n++) publish()
    }
    for (const reader of readers) {
      // A line that was cut for not reading, then a last time to the end.
      if (reader.isOpen) await reader.cut()
      await reader.open()
      await reader.cut()
    }
    for (const { actor, heard, doubles, anew } of readers) {
      const { mandate } = room.edition.people[actor]
      const may = said.filter(({ audience }) => mayHear(mandate ? [mandate] : [], audience))
      expect(heard, `${actor}, seed ${seed}`).toEqual(may.map(({ subject }) => subject))
      expect({ doubles, anew }).toEqual({ doubles: [], anew: 0 })
    }
    expect(said.length).toBeGreaterThan(900)
  })
