import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api.ts'
import { linkToken } from './link-token.ts'

/** The link one has come by: what it is for, or why it cannot serve. Looking at it does not use it up. */
export function useLink() {
  const [token] = useState(linkToken)
  const look = useQuery({
    queryKey: ['link', token],
    queryFn: () => call('POST /api/links/look', { body: { token: token ?? '' } }),
    enabled: token !== null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return { token, link: look.data, error: look.error }
}
