import { useEffect } from 'react'
import { call } from '../../api.ts'

/**
 * Tells that the reader sees a text, in any of its states: when the page opens, and when it goes out of sight, so
 * that what changed under their eyes is not new to them next time. The server counts looks less than half an hour
 * apart as one visit.
 */
export function useTextVisit(text: string): void {
  useEffect(() => {
    // Nothing is lost when it fails: what changed is then shown once more.
    const tell = () => void call('POST /api/texts/:id/visit', { params: { id: text } }).catch(() => {})
    const tellWhenHidden = () => {
      if (document.visibilityState === 'hidden') tell()
    }
    tell()
    document.addEventListener('visibilitychange', tellWhenHidden)
    return () => document.removeEventListener('visibilitychange', tellWhenHidden)
  }, [text])
}
