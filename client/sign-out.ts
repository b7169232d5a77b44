import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { call } from './api.ts'
import { forgetKeptWork } from './kept-on-device.ts'

/** Ends the session and leaves nothing of it on the page, nor of work kept on this device. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await call('POST /api/sign-out')
    client.clear()
    forgetKeptWork(localStorage)
    await navigate('/')
  }
}
