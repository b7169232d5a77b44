/** One comment: who said it and when, its words, what it said before; one's own can be corrected or deleted. */
import { useState } from 'react'
import type { CommentView, ThreadView } from '../../../shared/protocol/thread-views.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { ShortInstant, useShortInstant } from '../../ui/short-instant.tsx'
import { CommentBody } from './comment-body.tsx'
import { CommenterLine } from './commenter-line.tsx'
import styles from './thread-comment.module.css'
import { ThreadComposer } from './thread-composer.tsx'
import type { ThreadDesk } from './use-thread-desk.ts'

type ThreadCommentProps = {
  readonly comment: CommentView
  readonly thread: ThreadView
  readonly desk: ThreadDesk
}

export function ThreadComment({ comment, thread, desk }: ThreadCommentProps) {
  const t = useText(threads)
  const [mode, setMode] = useState<'read' | 'edit' | 'remove'>('read')
  const { id, by, at, body, editedAt, earlier, mayEdit } = comment
  const called = desk.view?.called ?? {}
  return (
    <div className={styles.comment}>
      <p className={styles.head}>
        <CommenterLine by={by} />
        <span className={styles.when}>
          <ShortInstant at={at} reachable />
        </span>
      </p>
      {mode === 'edit' && body !== null ? (
        <ThreadComposer
          kind="edit"
          circles={[thread.circle]}
          people={desk.view?.people ?? []}
          keptAs={null}
          initial={{ body, audience: null, anchor: null }}
          takesFocus
          onSend={async words => {
            await desk.acts.edit(id, words)
            setMode('read')
          }}
          onLeave={() => setMode('read')}
        />
      ) : body === null ? (
        <p className={styles.removed}>{t('removed')}</p>
      ) : (
        <CommentBody body={body} called={called} />
      )}
      {mode !== 'edit' && (
        <div className={styles.below}>
          {editedAt && body !== null && <EditedTrace at={editedAt} earlier={earlier} called={called} />}
          {mayEdit && (
            <span className={styles.acts}>
              <Button kind="plain" onClick={() => setMode('edit')}>
                {t('edit')}
              </Button>
              <Button kind="plain" onClick={() => setMode('remove')}>
                {t('remove')}
              </Button>
            </span>
          )}
        </div>
      )}
      <ConfirmDialog
        open={mode === 'remove'}
        onOpenChange={open => setMode(open ? 'remove' : 'read')}
        title={t('removeTitle')}
        description={t('removeHint')}
        actLabel={t('remove')}
        danger
        act={() => desk.acts.remove(id)}
      />
    </div>
  )
}

type EditedTraceProps = Pick<CommentView, 'earlier'> & {
  readonly at: string
  readonly called: NonNullable<ThreadDesk['view']>['called']
}

/** That it was corrected, when, and what it said before. */
function EditedTrace({ at, earlier, called }: EditedTraceProps) {
  const t = useText(threads)
  const when = useShortInstant()
  const edited = t('edited', { when: when(at) })
  if (earlier.length === 0) return <span className={styles.edited}>{edited}</span>
  return (
    <details className={styles.edited}>
      <summary>
        {edited}
        <span className="unseen"> – {t('earlier', { count: earlier.length })}</span>
      </summary>
      <ol className={styles.earlier}>
        {earlier.map(({ until, body }) => (
          <li key={until}>
            <p className={styles.until}>{t('earlierUntil', { when: when(until) })}</p>
            <CommentBody body={body} called={called} />
          </li>
        ))}
      </ol>
    </details>
  )
}
