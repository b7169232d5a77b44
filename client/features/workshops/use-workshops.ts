import type { EditionView } from '../../../shared/protocol/views.ts'
import type { WorkshopsView } from '../../../shared/protocol/workshop-views.ts'
import { useAsk } from '../../queries.ts'

/** What the pages of workshops show: the workshops and the edition whose organisations take part in them. */
export type WorkshopsRead = { readonly view: WorkshopsView; readonly edition: EditionView }

/** Both asked together; `read` is undefined until both are there. */
export function useWorkshops(): {
  readonly read: WorkshopsRead | undefined
  readonly error: Error | null
  readonly retry: () => void
} {
  const view = useAsk('GET /api/workshops')
  const edition = useAsk('GET /api/edition')
  return {
    read: view.data && edition.data && { view: view.data, edition: edition.data },
    error: view.error ?? edition.error,
    retry: () => {
      void view.refetch()
      void edition.refetch()
    },
  }
}
