/** A draft with what stands beside it: the threads of its text, and the amendments of an answer to decide on. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type * as Y from 'yjs'
import { renderFact } from '../../../shared/model/fact-values.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { draftPlace } from '../../../shared/model/thread.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import type { AmendmentInMargin, EditorAmendments } from '../../editor/amendments/editor-amendments.ts'
import { STATE_SIGNS } from '../../editor/amendments/state-signs.ts'
import type { EditorPair } from '../../editor/editor-pair.ts'
import { createLiveText } from '../../editor/live-text.ts'
import type { EditorThreads } from '../../editor/threads/editor-threads.ts'
import { useFailureText } from '../../failure-text.ts'
import { amendments } from '../../i18n/messages/amendments.ts'
import { changes as changeWords } from '../../i18n/messages/changes.ts'
import { editor } from '../../i18n/messages/editor.ts'
import { threads as threadWords } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import { KeptPlace } from '../../ui/kept-place.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Agreement } from '../agreement/agreement.tsx'
import { type BracketRequests, useBracketRequests } from '../brackets/bracket-requests.ts'
import { DraftBrackets } from '../brackets/draft-brackets.tsx'
import { CHANGE_SIGNS } from '../changes/change-signs.ts'
import { ChangesAround } from '../changes/changes-around.tsx'
import { ChangesOf } from '../changes/changes-of.tsx'
import { useGoToChange } from '../changes/use-go-to-change.ts'
import { openChanges, useUnitChanges } from '../changes/use-unit-changes.ts'
import { SideSwitch } from '../drafts/side-switch.tsx'
import { type DraftSide, SIDE_MODES, type SideMode, useDraftSide } from '../drafts/use-draft-side.ts'
import { type DraftThreads, useDraftThreads } from '../drafts/use-draft-threads.ts'
import { Origins } from '../integration/origins.tsx'
import { waitingIn } from '../integration/proposal-list.tsx'
import { ProposalPanel } from '../integration/proposal-panel.tsx'
import { useJointProposals } from '../integration/use-integration.ts'
import { ThreadsColumn } from '../threads/threads-column.tsx'
import { ThreadsHead } from '../threads/threads-head.tsx'
import { ThreadsList } from '../threads/threads-list.tsx'
import { useThreadsMode } from '../threads/use-threads-layout.ts'
import { type AmendmentDesk, stateOf } from './amendment-desk.ts'
import { AmendmentPanel } from './amendment-panel.tsx'
import styles from './draft-with-amendments.module.css'
import { useAmendmentList } from './use-amendment-list.ts'
import { useAmendmentDesk } from './use-amendments.ts'
import { useTextMarks } from './use-text-marks.ts'

/** What the text takes from here. */
export type Beside = {
  /** Told of the editors, where the text has any. */
  readonly onPair: (pair: EditorPair | null) => void
  /** Empty where there is nothing to decide on, or it is not known yet. */
  readonly amendments: EditorAmendments
  readonly threads: EditorThreads
  readonly onBracket: BracketRequests['onBracket']
}

type DraftWithAmendmentsProps = {
  readonly view: DraftView
  readonly doc: Y.Doc
  /** One writes in the text: its threads are followed through what one writes. */
  readonly writes: boolean
  /** The text. */
  readonly children: (beside: Beside) => ReactNode
}

export function DraftWithAmendments({ view, doc, writes, children }: DraftWithAmendmentsProps) {
  const t = useText(amendments)
  const e = useText(editor)
  const th = useText(threadWords)
  const ch = useText(changeWords)
  const failure = useFailureText()
  const live = useMemo(() => createLiveText(doc), [doc])
  const { desk, error, coming } = useAmendmentDesk(view, live)
  const pair = useRef<EditorPair | null>(null)
  const [editors, setEditors] = useState<EditorPair | null>(null)
  const requests = useBracketRequests()
  const { onBracket, putInBrackets } = requests
  const container = useRef<HTMLDivElement>(null)
  const side = useDraftSide()
  const inText = useTextMarks(desk, live)
  const list = useAmendmentList(desk, view, { live, pair }, useAmendmentPlace(side))
  const isAmended = useIsAmended(desk)
  const joint = useJointProposals(view)
  const listed = desk !== null || joint !== null
  const undecided = joint
    ? waitingIn(joint).all
    : (desk?.items.filter(({ decision }) => decision === null).length ?? 0)
  const first = useFirst(listed ? (undecided > 0 ? 'amendments' : 'threads') : null)
  const changes = useUnitChanges(view)
  const hasChanges = changes !== null && changes.changes.length > 0
  const showsChanges = side.mode === 'changes' && hasChanges
  const isInSight = !showsChanges && (!listed || (side.mode ?? first) === 'threads')
  const threads = useDraftThreads({
    view,
    doc,
    live,
    container,
    writes,
    side,
    isInSight,
    isAmended,
    putInBrackets,
  })
  const waitingChanges = changes ? openChanges(changes).all.length : 0
  const mode = showsChanges ? 'changes' : listed && !(isInSight && threads.has) ? 'amendments' : 'threads'
  const wait = useShortWait(coming || threads.coming)
  const { onPair: tellThreads } = threads
  const onPair = useCallback(
    (made: EditorPair | null) => {
      pair.current = made
      setEditors(made)
      tellThreads(made)
    },
    [tellThreads],
  )
  const beside = useEditorAmendments(desk, inText.marks, list)
  // Drawn again for what concerns the text, not for every filter or step in the list.
  const text = useMemo(
    () => children({ onPair, amendments: beside, threads: threads.editor, onBracket }),
    [children, onPair, beside, threads.editor, onBracket],
  )
  const { show } = side
  const goToProposal = useCallback(
    (id: string) => {
      flushSync(() => show('amendments'))
      const card = document.querySelector<HTMLElement>(`[data-proposal="${CSS.escape(id)}"]`)
      card?.focus({ preventScroll: true })
      card?.scrollIntoView({ block: 'nearest' })
    },
    [show],
  )
  const goToChange = useGoToChange(changes, side)
  const facts = useMemo(
    () => Object.fromEntries(view.facts.map(fact => [fact.id, renderFact(fact)])),
    [view.facts],
  )
  const open = threads.desk.hung.filter(({ thread }) => !thread.resolved).length
  // Beside a list the text is set narrower: better a moment later than twice.
  if (wait)
    return (
      <p className={styles.opening} role="status">
        {e('opening')}
      </p>
    )
  const shown = side.open && (listed || threads.has || mode === 'changes')
  const modes = sideModes({ threads: threads.has, amendments: listed, changes: hasChanges })
  return (
    <KeptPlace className={styles.desk} layout={shown && side.wide ? 'beside' : 'alone'}>
      <div ref={container} className={styles.text}>
        {error && (
          <Notice kind="warn" title={t('askFailed')}>
            {failure(error)}
          </Notice>
        )}
        {threads.desk.error && (
          <Notice kind="warn" title={th('askFailed')}>
            {failure(threads.desk.error)}
          </Notice>
        )}
        <Agreement
          of={view.text}
          place={draftPlace(view.draft.id)}
          live={live}
          text={live.read}
          facts={facts}
          isPrivate={view.draft.audience !== 'joint'}
        >
          <Origins
            of={view.text}
            place={draftPlace(view.draft.id)}
            text={live.read}
            proposals={joint}
            onProposal={goToProposal}
          >
            <ChangesAround view={view} live={live} changes={changes} onOpen={goToChange}>
              {text}
            </ChangesAround>
          </Origins>
        </Agreement>
        {editors && writes && (
          <DraftBrackets
            view={view}
            doc={doc}
            live={live}
            pair={editors}
            desk={threads.desk}
            requests={requests}
            changes={changes}
            onChange={goToChange}
          />
        )}
      </div>
      {shown && (
        <Side
          side={side}
          threads={mode === 'threads' ? threads : null}
          container={container}
          head={
            modes.length > 1 && (
              <SideSwitch
                mode={mode}
                modes={modes}
                counts={{ threads: open, amendments: undecided, changes: waitingChanges }}
                onMode={side.show}
              />
            )
          }
        >
          {desk && mode === 'amendments' && (
            <AmendmentPanel desk={desk} list={list} live={live} inText={inText} />
          )}
          {changes && mode === 'changes' && (
            <ChangesOf view={view} changes={changes} live={live} side={side} />
          )}
          {joint && mode === 'amendments' && <ProposalPanel view={joint} onClose={side.close} />}
        </Side>
      )}
      {!shown && (
        <div className={styles.openers}>
          {threads.has && (
            <button type="button" className={styles.opener} onClick={() => side.show('threads')}>
              {open === 0 ? th('noneOpen') : th('open', { count: open })}
            </button>
          )}
          {listed && (
            <button
              type="button"
              className={styles.opener}
              onClick={() => (desk ? list.enter() : side.show('amendments'))}
            >
              <span aria-hidden="true">{STATE_SIGNS.undecided} </span>
              {undecided === 0 ? t('noneToDecide') : t('toDecide', { count: undecided })}
            </button>
          )}
          {hasChanges && (
            <button type="button" className={styles.opener} onClick={() => side.show('changes')}>
              <span aria-hidden="true">{CHANGE_SIGNS.open} </span>
              {waitingChanges === 0 ? ch('noneOpen') : ch('open', { count: waitingChanges })}
            </button>
          )}
        </div>
      )}
    </KeptPlace>
  )
}

type SideProps = {
  readonly side: DraftSide
  /** Null where the amendments are shown. */
  readonly threads: DraftThreads | null
  readonly container: { readonly current: HTMLDivElement | null }
  readonly head: ReactNode
  /** The amendments. */
  readonly children: ReactNode
}

/** What there is to stand beside the text, in a fixed order. */
function sideModes(has: { readonly [M in SideMode]: boolean }): SideMode[] {
  return SIDE_MODES.filter(mode => has[mode])
}

/** Cards of threads go with the text; lists keep beside whatever one reads. */
function Side({ side, threads, container, head, children }: SideProps) {
  const [mode, setMode] = useThreadsMode()
  const { wide, open, close, show } = side
  const layout = { wide, open, mode, setMode, setOpen: (is: boolean) => (is ? show('threads') : close()) }
  const inMargin = threads !== null && wide && mode === 'margin'
  return (
    <div
      className={styles.side}
      data-mode={inMargin ? 'margin' : 'list'}
      data-shows={threads ? 'threads' : 'amendments'}
    >
      {(head || threads) && (
        <div className={styles.sideHead}>
          {head}
          {threads && <ThreadsHead desk={threads.desk} layout={layout} onClose={close} />}
        </div>
      )}
      {threads &&
        (inMargin ? (
          <ThreadsColumn desk={threads.desk} topOf={threads.topOf} text={container} />
        ) : (
          <ThreadsList desk={threads.desk} />
        ))}
      {children}
    </div>
  )
}

/** What it was when it was known first: nothing changes places because the last amendment was decided. */
function useFirst<T>(value: T | null): T | null {
  const [first, setFirst] = useState<T | null>(value)
  if (first === null && value !== null) setFirst(value)
  return first ?? value
}

/** The list of amendments opens and closes what stands beside the text. */
function useAmendmentPlace({ wide, show, close }: DraftSide) {
  const setOpen = useCallback((open: boolean) => (open ? show('amendments') : close()), [show, close])
  return useMemo(() => ({ wide, setOpen }), [wide, setOpen])
}

function useIsAmended(desk: AmendmentDesk | null) {
  const items = desk?.items ?? NO_ITEMS
  return useCallback(
    (unit: UnitId | null) =>
      unit !== null &&
      items.some(({ decision, units }) => decision === null && units.some(each => each.unit === unit)),
    [items],
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
