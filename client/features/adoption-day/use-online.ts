import { useEffect, useState } from 'react'
import type { DraftConnection } from '../../editor/connection/draft-connection.ts'

/** How long a connection may be gone before the room is told, in milliseconds: a short cut mends itself. */
const PATIENCE = 4_000

/** False once the draft has not been heard from for a while. */
export function useOnline({ isConnected }: Pick<DraftConnection, 'isConnected'>): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => {
    let last = Date.now()
    const timer = setInterval(() => {
      if (isConnected()) last = Date.now()
      setOnline(Date.now() - last < PATIENCE)
    }, 1_000)
    return () => clearInterval(timer)
  }, [isConnected])
  return online
}
