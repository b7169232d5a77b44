import { useEffect } from 'react'
import { useSearchParams } from 'react-router'

/**
 * Brings the row that the address names (`at=<row key>`) under the reader's eyes, once, when its page is opened. To be
 * called where the rows are drawn. A row that is not there, or folded, is not looked for further.
 */
export function useStartAt(): void {
  const [query] = useSearchParams()
  const at = query.get('at')
  useEffect(() => {
    if (at === null) return
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(at)}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'center' })
  }, [at])
}
