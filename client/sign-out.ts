import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { call } from './api.ts'

/** Ends the session and leaves nothing of it on the page. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await call('POST /api/sign-out')
    client.clear()
    await navigate('/')
  }
}
