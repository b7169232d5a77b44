import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { call } from './api.ts'
import { forgetKeptWork } from './kept-on-device.ts'
import { keyOf } from './queries.ts'
import { forgetSavings } from './saving-states.ts'
import { forgetAnswers } from './session.tsx'

/** Ends the session and leaves nothing of it on the page, nor of work kept on this device. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await call('POST /api/sign-out')
    forgetKeptWork(localStorage)
    forgetSavings()
    // Leaves the page of a draft first: its connection closes its copy on this device.
    await navigate('/')
    await forgetDraftCopies()
    // Asked anew it is refused, and the welcome page takes the place of everything.
    await client.resetQueries({ queryKey: keyOf('GET /api/session') })
    forgetAnswers(client)
  }
}

/** Every database of this origin is a copy of a draft: the application keeps nothing else in IndexedDB. */
async function forgetDraftCopies(): Promise<void> {
  try {
    const copies = await indexedDB.databases()
    await Promise.all(copies.map(({ name }) => name && forget(name)))
  } catch {
    // Without IndexedDB (a private window, for instance) there was no copy.
  }
}

/** Another tab may hold it open; it then goes when that tab does. */
function forget(name: string): Promise<void> {
  return new Promise(resolve => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })
}
