import { useState } from 'react'
import { keepEntry, keptKey } from '../../kept-on-device.ts'
import { useSession } from '../../session.tsx'
import { type Note, readKeptNote } from './kept-note.ts'

/** The note that goes with a version, kept on the device until it leaves. `kept` is false where the device refuses. */
export function useKeptNote(draft: string) {
  const { person } = useSession()
  const key = keptKey('note', person.id, draft)
  const [note, setNote] = useState<Note>(() => readKeptNote(localStorage, key))
  const [kept, setKept] = useState(true)
  const write = (next: Note) => {
    setNote(next)
    setKept(keepEntry(localStorage, key, next))
  }
  return { note, write, kept, forget: () => localStorage.removeItem(key) }
}
