import { useEffect, useState } from 'react'

/** The device's clock as ISO 8601 UTC, renewed every half minute: for "in 3 days", never for a judgement. */
export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
