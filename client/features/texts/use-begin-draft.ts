import { useNavigate } from 'react-router'
import { useAct } from '../../queries.ts'

/**
 * Begins the draft of the current stage and goes into it. The way there does not hang on the button: its
 * page hears of the new draft, and may show something else before the answer is here.
 */
export function useBeginDraft(text: string) {
  const navigate = useNavigate()
  const act = useAct('POST /api/texts/:id/draft', [
    'GET /api/texts/:id',
    'GET /api/desk',
    'GET /api/workshops',
  ])
  const begin = () =>
    act.mutateAsync({ params: { id: text } }).then(
      ({ draft }) => navigate(`/drafts/${draft.id}`),
      () => {
        // Said beside the button, by `error`.
      },
    )
  return { begin: () => void begin(), busy: act.isPending, error: act.error }
}
