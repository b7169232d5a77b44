/** A draft for those who only read: no editor, no plugin, nothing that could write. It follows the document live. */
import '../presence/colours.css'
import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { Fact } from '../../../shared/model/edition.ts'
import { factValues } from '../../../shared/model/fact-values.ts'
import { editor } from '../../i18n/messages/editor.ts'
import { useText } from '../../i18n/use-text.ts'
import { BilingualTextView } from '../../text-view/bilingual-text-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { createPeoplePresent } from '../presence/people-present.ts'
import { PeopleList } from '../toolbar/people-list.tsx'
import styles from './read-only-text.module.css'
import { readableText } from './readable-text.ts'

type ReadOnlyTextProps = {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly facts: readonly Fact[]
  /** Puts what belongs beside the text around it; nothing when left out. */
  readonly around?: (text: BilingualText, sheet: ReactNode) => ReactNode
}

export function ReadOnlyText({ doc, awareness, facts, around = alone }: ReadOnlyTextProps) {
  const t = useText(editor)
  const notice = t('unreadable')
  const { text, unreadable } = useLiveText(doc, notice)
  const people = useMemo(() => createPeoplePresent(doc, awareness), [doc, awareness])
  useEffect(() => () => people.destroy(), [people])
  const values = useMemo(() => factValues(text, facts), [text, facts])
  return (
    <>
      <div className={styles.present}>
        <PeopleList people={people} />
      </div>
      {unreadable > 0 && <Notice kind="warn">{t('unreadableNotice')}</Notice>}
      {around(
        text,
        <div className={styles.paper}>
          <BilingualTextView text={text} facts={values} />
        </div>,
      )}
    </>
  )
}

function alone(_text: BilingualText, sheet: ReactNode): ReactNode {
  return sheet
}

/** The text, read again at most once per frame while others write. */
function useLiveText(doc: Y.Doc, notice: string) {
  const store = useMemo(() => {
    let current = readableText(doc, notice)
    return {
      get: () => current,
      subscribe(listener: () => void) {
        let frame = 0
        const later = () => {
          cancelAnimationFrame(frame)
          frame = requestAnimationFrame(() => {
            current = readableText(doc, notice)
            listener()
          })
        }
        doc.on('update', later)
        later()
        return () => {
          cancelAnimationFrame(frame)
          doc.off('update', later)
        }
      },
    }
  }, [doc, notice])
  return useSyncExternalStore(store.subscribe, store.get)
}
