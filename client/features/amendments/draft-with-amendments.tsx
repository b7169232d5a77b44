/** A draft with the list of amendments beside it, where there is an answer to decide on. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type * as Y from 'yjs'
import type { DraftView } from '../../../shared/protocol/views.ts'
import type { AmendmentInMargin, EditorAmendments } from '../../editor/amendments/editor-amendments.ts'
import { STATE_SIGNS } from '../../editor/amendments/state-signs.ts'
import type { EditorPair } from '../../editor/editor-pair.ts'
import { createLiveText } from '../../editor/live-text.ts'
import { useFailureText } from '../../failure-text.ts'
import { amendments } from '../../i18n/messages/amendments.ts'
import { editor } from '../../i18n/messages/editor.ts'
import { useText } from '../../i18n/use-text.ts'
import { KeptPlace } from '../../ui/kept-place.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type AmendmentDesk, stateOf } from './amendment-desk.ts'
import { AmendmentPanel } from './amendment-panel.tsx'
import styles from './draft-with-amendments.module.css'
import { useAmendmentList } from './use-amendment-list.ts'
import { useAmendmentDesk } from './use-amendments.ts'
import { usePanel } from './use-panel.ts'
import { useTextMarks } from './use-text-marks.ts'

/** What the text takes from here. */
export type Beside = {
  /** Told of the editors, where the text has any. */
  readonly onPair: (pair: EditorPair | null) => void
  /** Empty where there is nothing to decide on, or it is not known yet. */
  readonly amendments: EditorAmendments
}

type DraftWithAmendmentsProps = {
  readonly view: DraftView
  readonly doc: Y.Doc
  /** The text. */
  readonly children: (beside: Beside) => ReactNode
}

export function DraftWithAmendments({ view, doc, children }: DraftWithAmendmentsProps) {
  const t = useText(amendments)
  const e = useText(editor)
  const failure = useFailureText()
  const live = useMemo(() => createLiveText(doc), [doc])
  const { desk, error, coming } = useAmendmentDesk(view, live)
  const wait = useShortWait(coming)
  const pair = useRef<EditorPair | null>(null)
  const panel = usePanel()
  const inText = useTextMarks(desk, live)
  const list = useAmendmentList(desk, view, { live, pair }, panel)
  const onPair = useCallback((made: EditorPair | null) => {
    pair.current = made
  }, [])
  const beside = useEditorAmendments(desk, inText.marks, list)
  // Drawn again for what concerns the text, not for every filter or step in the list.
  const text = useMemo(() => children({ onPair, amendments: beside }), [children, onPair, beside])
  const undecided = desk?.items.filter(({ decision }) => decision === null).length ?? 0
  // Beside a list the text is set narrower: better a moment later than twice.
  if (wait)
    return (
      <p className={styles.opening} role="status">
        {e('opening')}
      </p>
    )
  return (
    <KeptPlace className={styles.desk} layout={desk && panel.wide && panel.open ? 'beside' : 'alone'}>
      <div className={styles.text}>
        {error && (
          <Notice kind="warn" title={t('askFailed')}>
            {failure(error)}
          </Notice>
        )}
        {text}
      </div>
      {desk && panel.open && (
        <div className={styles.side}>
          <AmendmentPanel desk={desk} list={list} live={live} inText={inText} />
        </div>
      )}
      {desk && !panel.open && (
        <button type="button" className={styles.opener} onClick={() => list.enter()}>
          <span aria-hidden="true">{STATE_SIGNS.undecided} </span>
          {undecided === 0 ? t('noneToDecide') : t('toDecide', { count: undecided })}
        </button>
      )}
    </KeptPlace>
  )
}

/** How long the answer is waited for before the text is shown without it, in milliseconds. */
const PATIENCE = 1_000

/** True while it comes, but not for long: offline the text must open without it. */
function useShortWait(coming: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return coming && !late
}

const NO_ITEMS: AmendmentDesk['items'] = []

/** The same marks from the first moment on: other marks would be other editors. */
function useEditorAmendments(
  desk: AmendmentDesk | null,
  marks: EditorAmendments['marks'],
  list: Pick<ReturnType<typeof useAmendmentList>, 'goTo' | 'enter'>,
): EditorAmendments {
  const latest = useRef(list)
  useEffect(() => {
    latest.current = list
  })
  const items = desk?.items ?? NO_ITEMS
  return useMemo(() => {
    const byUnit = new Map<string, AmendmentInMargin[]>()
    for (const item of items)
      for (const { unit } of item.units)
        byUnit.set(unit, [
          ...(byUnit.get(unit) ?? []),
          { amendment: item.amendment.key, state: stateOf(item) },
        ])
    return {
      marks,
      byUnit,
      states: new Map(items.map(item => [item.amendment.key, stateOf(item)])),
      open: amendment => latest.current.goTo(amendment),
      toList: () => latest.current.enter(),
    }
  }, [items, marks])
}
