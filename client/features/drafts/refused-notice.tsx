import type * as Y from 'yjs'
import type { DraftView } from '../../../shared/protocol/views.ts'
import type { SavingState } from '../../editor/connection/saving-state.ts'
import { editor } from '../../i18n/messages/editor.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { takeWords } from './take-words.ts'

type RefusedNoticeProps = {
  readonly saving: Extract<SavingState, { state: 'refused' }>
  readonly view: DraftView
  readonly doc: Y.Doc
}

/** Why the connection ended, and what becomes of words the server does not have: they can be taken away as a file. */
export function RefusedNotice({ saving, view, doc }: RefusedNoticeProps) {
  const t = useText(editor)
  const mayReturn = saving.why !== 'closed' && saving.why !== 'not-allowed' && saving.why !== 'not-found'
  return (
    <Notice
      kind={saving.unsaved ? 'alarm' : 'warn'}
      actions={
        <>
          {saving.unsaved && (
            <Button kind="primary" onClick={() => takeWords(view.draft.id, doc)}>
              {t('keepCopy')}
            </Button>
          )}
          {saving.why === 'closed' && <ButtonLink to={`/texts/${view.text.id}`}>{t('toText')}</ButtonLink>}
          {mayReturn && <Button onClick={() => location.reload()}>{t('reload')}</Button>}
        </>
      }
    >
      <p>{t(`refused.${saving.why}`)}</p>
      {saving.unsaved && <p>{t('unsaved')}</p>}
    </Notice>
  )
}
