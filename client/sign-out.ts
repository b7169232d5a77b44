import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { call } from './api.ts'
import { forgetKeptWork } from './kept-on-device.ts'
import { keyOf } from './queries.ts'
import { forgetSavings } from './saving-states.ts'
import { forgetAnswers, useSession } from './session.tsx'

/** Ends the session and leaves nothing of it on the page, nor of work kept on this device. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { person } = useSession()
  return async () => {
    await call('POST /api/sign-out')
    forgetKeptWork(localStorage)
    forgetSavings(person.id)
    // Leaves the page of a draft first: its connection closes its copy on this device.
    await navigate('/')
    // Loaded only now: it brings Yjs, which the pages around the texts do without.
    const { forgetDevice } = await import('./editor/connection/device-copy.ts')
    await forgetDevice(person.id)
    // Asked anew it is refused, and the welcome page takes the place of everything.
    await client.resetQueries({ queryKey: keyOf('GET /api/session') })
    forgetAnswers(client)
  }
}
