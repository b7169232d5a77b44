/**
 * How far what is written in this browser has got, per draft. The page of a draft tells; the first page
 * shows, also from another tab. It holds states and titles, no text.
 */
import { useSyncExternalStore } from 'react'
import type { DraftId, PersonId } from '../shared/model/ids.ts'
import type { BilingualLabel } from '../shared/model/language.ts'
import type { SavingState } from './editor/connection/saving-state.ts'
import { readKeptEntry } from './kept-on-device.ts'

export type KeptSaving = {
  readonly draft: DraftId
  readonly person: PersonId
  readonly title: BilingualLabel
  readonly saving: SavingState
  /** Instant of the last change of state, ISO 8601 UTC. */
  readonly at: string
  /** A page of this draft is open; false once it was left. */
  readonly open: boolean
}

const PREFIX = 'concordance:saving:'
const listeners = new Set<() => void>()
/** What was told last, per draft, by this page. */
const told = new Map<DraftId, string>()
/** The drafts open in this page. A page that is closed or reloaded is told to nobody but by its `pagehide`. */
const openHere = new Map<DraftId, KeptSaving>()

if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', () => {
    for (const kept of [...openHere.values()]) {
      keepSaving({ ...kept, open: false })
      // It may come back from the browser's cache of pages.
      openHere.set(kept.draft, kept)
    }
  })
  window.addEventListener('pageshow', event => {
    if (event.persisted) for (const kept of openHere.values()) keepSaving(kept)
  })
}

/** Told by the page of the draft at every change of state, and once with `open: false` when it is left. */
export function keepSaving(kept: KeptSaving): void {
  if (kept.open) openHere.set(kept.draft, kept)
  else openHere.delete(kept.draft)
  // Every keystroke changes how many are pending; only another state is news.
  const news = `${kept.person} ${kept.saving.state} ${kept.open} ${outstanding(kept.saving)}`
  if (told.get(kept.draft) === news) return
  told.set(kept.draft, news)
  // Left with nothing outstanding: there is nothing to remind anyone of.
  if (!kept.open && !outstanding(kept.saving)) remove(kept.draft)
  else write(kept)
  changed()
}

/** Forgets what a person wrote here, at sign-out. */
export function forgetSavings(person: PersonId): void {
  for (const kept of readAll()) if (kept.person === person) remove(kept.draft)
  told.clear()
  changed()
}

/** The drafts of this person that are open in this browser, or hold changes the server has not stored. */
export function useSavings(person: PersonId): readonly KeptSaving[] {
  const all = useSyncExternalStore(subscribe, snapshot)
  return all.filter(kept => kept.person === person)
}

/** True while something was written here that the server has not stored. */
export function outstanding(saving: SavingState): boolean {
  return (
    saving.state === 'device' || saving.state === 'received' || (saving.state === 'refused' && saving.unsaved)
  )
}

let cache: readonly KeptSaving[] | undefined

function snapshot(): readonly KeptSaving[] {
  cache ??= readAll()
  return cache
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', changed)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('storage', changed)
  }
}

function changed(): void {
  cache = undefined
  for (const listener of listeners) listener()
}

function readAll(): KeptSaving[] {
  try {
    return Object.keys(localStorage)
      .filter(key => key.startsWith(PREFIX))
      .map(key => readKeptEntry(localStorage, key))
      .filter(isKeptSaving)
  } catch {
    // Storage forbidden: nothing to show.
    return []
  }
}

/** An entry of an older page may be something else. */
function isKeptSaving(entry: unknown): entry is KeptSaving {
  const { saving, title } = (entry ?? {}) as Partial<Record<keyof KeptSaving, unknown>>
  return typeof saving === 'object' && saving !== null && typeof title === 'object' && title !== null
}

function write(kept: KeptSaving): void {
  try {
    localStorage.setItem(PREFIX + kept.draft, JSON.stringify(kept))
  } catch {
    // As above; the page of the draft shows its own state in any case.
  }
}

function remove(draft: DraftId): void {
  try {
    localStorage.removeItem(PREFIX + draft)
  } catch {
    // As above.
  }
}
