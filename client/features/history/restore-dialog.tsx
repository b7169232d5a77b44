import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { RestorationView } from '../../../shared/protocol/views.ts'
import { onBothClocks } from '../../../shared/words/dates.ts'
import { call } from '../../api.ts'
import { history } from '../../i18n/messages/history.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { keyOf, useAct } from '../../queries.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { compareLink } from '../compare/comparison-address.ts'
import styles from './history.module.css'

type RestoreDialogProps = {
  readonly draft: string
  /** The instant that names the state. */
  readonly at: string
  readonly onClose: () => void
  readonly onRestored: (answer: RestorationView) => void
}

/** Says what restoring does and how much of the text it changes, then does it. */
export function RestoreDialog({ draft, at, onClose, onRestored }: RestoreDialogProps) {
  const t = useText(history)
  const language = useLanguage()
  const restore = useAct('POST /api/drafts/:id/restoration', ['GET /api/drafts/:id/history', 'GET /api/desk'])
  return (
    <ConfirmDialog
      open
      onOpenChange={open => open || onClose()}
      title={t('restoreTitle')}
      description={t('restoreWords', { when: onBothClocks(at, language) })}
      actLabel={t('restoreAct')}
      act={async () => onRestored(await restore.mutateAsync({ params: { id: draft }, body: { at } }))}
    >
      <p className={styles.extent}>
        <Extent draft={draft} at={at} />
      </p>
    </ConfirmDialog>
  )
}

/** In how many paragraphs the draft as it stands differs from the state. */
function Extent({ draft, at }: Pick<RestoreDialogProps, 'draft' | 'at'>) {
  const t = useText(history)
  const asked = { query: { from: `draft:${draft}`, to: `state:${draft}@${at}` } }
  const { data } = useQuery({
    queryKey: keyOf('GET /api/comparisons', asked),
    queryFn: () => call('GET /api/comparisons', asked),
    // What others type meanwhile counts: never from memory.
    staleTime: 0,
  })
  if (!data) return null
  const { changed } = data.comparison.counts
  if (changed === 0) return t('restoreNothing')
  return (
    <>
      {t('restoreChanges', { count: changed })}{' '}
      <Link to={compareLink(asked.query.from, asked.query.to)}>{t('restoreSee')}</Link>
    </>
  )
}
