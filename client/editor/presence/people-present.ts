/** Who is in the draft and in which unit, for the margin and the list: told at most once per frame. */
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { PresenceUser } from '../../../shared/protocol/sync-protocol.ts'
import { readPresence, unitOfCursor } from './presence-state.ts'

/** One mandate, however many windows it has open. */
export type PersonPresent = {
  readonly user: PresenceUser
  readonly self: boolean
  /** Units its carets are in. */
  readonly units: readonly string[]
}

export type PeoplePresent = {
  /** Sorted by name; oneself is the first. The same object until something changed. */
  get(): readonly PersonPresent[]
  subscribe(listener: () => void): () => void
  destroy(): void
}

/** How long changes are gathered before they are told, in milliseconds. */
const GATHER = 80

export function createPeoplePresent(doc: Y.Doc, awareness: Awareness): PeoplePresent {
  const listeners = new Set<() => void>()
  let people = peopleOf(doc, awareness)
  let timer: ReturnType<typeof setTimeout> | undefined
  const refresh = () => {
    timer = undefined
    const next = peopleOf(doc, awareness)
    if (JSON.stringify(next) === JSON.stringify(people)) return
    people = next
    for (const listener of [...listeners]) listener()
  }
  const later = () => {
    timer ??= setTimeout(refresh, GATHER)
  }
  awareness.on('change', later)
  doc.on('update', later)
  return {
    get: () => people,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy: () => {
      clearTimeout(timer)
      awareness.off('change', later)
      doc.off('update', later)
    },
  }
}

function peopleOf(doc: Y.Doc, awareness: Awareness): PersonPresent[] {
  const own = readPresence(awareness.clientID, awareness.getLocalState())?.user.mandate
  const people = new Map<string, { user: PresenceUser; self: boolean; units: string[] }>()
  for (const [client, state] of awareness.getStates()) {
    const presence = readPresence(client, state)
    if (!presence) continue
    const { user, cursor } = presence
    const self = client === awareness.clientID || user.mandate === own
    const person = people.get(user.mandate) ?? { user, self, units: [] }
    const unit = cursor && client !== awareness.clientID ? unitOfCursor(doc, cursor) : undefined
    if (unit && !person.units.includes(unit)) person.units.push(unit)
    people.set(user.mandate, person)
  }
  return [...people.values()].sort(
    (a, b) => Number(b.self) - Number(a.self) || a.user.name.localeCompare(b.user.name),
  )
}
