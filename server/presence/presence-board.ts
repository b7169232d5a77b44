/**
 * Who is here, in memory only: a person is here while an event stream of theirs is open. What a reader may know
 * of it is decided where it is read (see present-people.ts); that something changed is told to the circle it concerns.
 */
import type { PersonId } from '../../shared/model/ids.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { type Circle, circlesOf } from '../policies/presence-policies.ts'

export type Visitor = {
  readonly person: PersonId
  readonly mandates: readonly Mandate[]
  /** Nothing is told of somebody who does not show themselves. */
  readonly shows: boolean
}

/** What a page has said of itself, checked when it said so: `draft:<id>`, `version:<id>`, `text:<id>`. */
export type Whereabouts = { readonly place: string | null; readonly unit: string | null }

export type Present = Whereabouts & Pick<Visitor, 'person' | 'mandates'>

/** A cut of a few seconds is nobody's leaving, in milliseconds. */
export const GRACE = 10_000
/** Changes are gathered so long before a circle is told, in milliseconds. */
export const GATHER = 1_000

const NOWHERE: Whereabouts = { place: null, unit: null }

type Entry = { visitor: Visitor; streams: number; going: NodeJS.Timeout | null }

export class PresenceBoard {
  readonly #entries = new Map<PersonId, Entry>()
  readonly #where = new Map<PersonId, Whereabouts>()
  readonly #toTell = new Map<Circle, NodeJS.Timeout>()
  readonly #tell: (circle: Circle) => void
  constructor(tell: (circle: Circle) => void) {
    this.#tell = tell
  }

  /** A stream of the visitor is open. Returns what to call when it ends; `forGood`: the server ended it. */
  arrive(visitor: Visitor): (forGood: boolean) => void {
    const { person } = visitor
    const before = this.#entries.get(person)
    if (before?.going) clearTimeout(before.going)
    const entry = before ?? { visitor, streams: 0, going: null }
    Object.assign(entry, { visitor, streams: entry.streams + 1, going: null })
    this.#entries.set(person, entry)
    if (!before) this.#changed(visitor)
    let ended = false
    return forGood => {
      if (ended) return
      ended = true
      entry.streams--
      if (entry.streams > 0) return
      if (forGood) this.#gone(entry)
      else {
        entry.going = setTimeout(() => this.#gone(entry), GRACE)
        entry.going.unref()
      }
    }
  }

  /** Where the page is that the person has in front of them. */
  move(visitor: Visitor, where: Whereabouts): void {
    const before = this.whereIs(visitor.person)
    if (before.place === where.place && before.unit === where.unit) return
    this.#where.set(visitor.person, where)
    if (this.#entries.has(visitor.person)) this.#changed(visitor)
  }

  /** The person has decided to be seen or not. */
  show(visitor: Visitor): void {
    const entry = this.#entries.get(visitor.person)
    if (entry) entry.visitor = visitor
    this.#changed({ ...visitor, shows: true })
  }

  whereIs(person: PersonId): Whereabouts {
    return this.#where.get(person) ?? NOWHERE
  }

  /** Everybody, those included who do not show themselves. */
  present(): readonly Present[] {
    return [...this.#entries.values()].map(({ visitor: { person, mandates } }) => ({
      person,
      mandates,
      ...this.whereIs(person),
    }))
  }

  #gone({ visitor }: Entry): void {
    this.#entries.delete(visitor.person)
    this.#where.delete(visitor.person)
    this.#changed(visitor)
  }

  #changed({ mandates, shows }: Visitor): void {
    if (!shows) return
    for (const circle of circlesOf(mandates)) {
      if (this.#toTell.has(circle)) continue
      const timer = setTimeout(() => {
        this.#toTell.delete(circle)
        this.#tell(circle)
      }, GATHER)
      timer.unref()
      this.#toTell.set(circle, timer)
    }
  }
}
