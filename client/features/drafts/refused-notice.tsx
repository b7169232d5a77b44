import type * as Y from 'yjs'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import type { SavingState } from '../../editor/connection/saving-state.ts'
import { readableText } from '../../editor/reading/readable-text.ts'
import { editor } from '../../i18n/messages/editor.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

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
            <Button kind="primary" onClick={() => download(`${view.draft.id}.txt`, wordsOf(doc))}>
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

/** Both languages one after the other, a block a line: what a paste takes back. */
function wordsOf(doc: Y.Doc): string {
  const { text } = readableText(doc, '')
  return LANGUAGES.map(language =>
    text[language]
      .map(({ content }) =>
        content
          .map(inline => (inline.type === 'text' ? inline.text : inline.type === 'break' ? '\n' : ''))
          .join(''),
      )
      .join('\n'),
  ).join('\n\n')
}

function download(name: string, words: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([words], { type: 'text/plain;charset=utf-8' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
