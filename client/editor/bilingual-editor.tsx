/** The two editors of a draft side by side, with the margin, the tools, and what they have to say. */
import './presence/colours.css'
import {
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { flushSync } from 'react-dom'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import type { Fact } from '../../shared/model/edition.ts'
import { LANGUAGES, type Language } from '../../shared/model/language.ts'
import { interfaceLanguage } from '../i18n/i18n.ts'
import { common } from '../i18n/messages/common.ts'
import { editor } from '../i18n/messages/editor.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { type EditorAmendments, NO_AMENDMENTS } from './amendments/editor-amendments.ts'
import { GhostRows } from './amendments/ghost-rows.tsx'
import { mergeUnits } from './blocks/join-blocks.ts'
import type { RemoteGate } from './composition/composition-gate.ts'
import { type BracketAct, createEditorPair, type EditorNotice, type EditorPair } from './editor-pair.ts'
import { createFactStore } from './inline/fact-store.ts'
import { InlineDialog, type InlineRequest, noteAt, requestOf } from './inline/inline-dialog.tsx'
import { insertFactInUnit } from './inline/insert-fact.ts'
import type { LockStore } from './locks/lock-store.ts'
import { LockedNotice } from './locks/locked-notice.tsx'
import { createPeoplePresent } from './presence/people-present.ts'
import { Margin } from './rows/margin.tsx'
import { Slots } from './rows/slots.tsx'
import styles from './sheet.module.css'
import { BeginKey } from './threads/begin-key.tsx'
import { anchorOfWholeUnit } from './threads/begin-thread.ts'
import type { EditorThreads } from './threads/editor-threads.ts'
import { onThreadKey } from './threads/thread-keys.ts'
import { HelpDialog } from './toolbar/help-dialog.tsx'
import { EditorToolbar, useToolbarState } from './toolbar/toolbar.tsx'
import { focusUnit, otherLanguage, unitAtCaret } from './units/unit-commands.ts'
import { useChangedUnits } from './use-changed-units.ts'

export type BilingualEditorProps = {
  /** A document after its first sync: an editor on a document that is still empty would be bound to nothing. */
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly gate: RemoteGate
  readonly facts: readonly Fact[]
  /** What the margin counts changes from. */
  readonly base?: { readonly text: BilingualText; readonly label: string } | undefined
  /** The amendments to decide on. Its `marks` are for good: the editors are made with them. */
  readonly amendments?: EditorAmendments | undefined
  /** [A4] The units that nobody may change; for good, whatever is in it. */
  readonly locks?: LockStore | undefined
  /** The threads that hang on the text. Its `tracker` is for good. */
  readonly threads?: EditorThreads | undefined
  /** Keys, tools and clicks of brackets. */
  readonly onBracket?: ((act: BracketAct, language: Language) => boolean) | undefined
  /** At the end of the tools: the state of saving. */
  readonly saving?: ReactNode
  /** A line under the tools, which may act on the editors. */
  readonly strip?: ((pair: EditorPair) => ReactNode) | undefined
  /** Something arrived that this program cannot edit without losing it: show the text for reading instead. */
  readonly onUnreadable?: (() => void) | undefined
  /** Told of the editors when they are made, and with null when they are gone. */
  readonly onPair?: (pair: EditorPair | null) => void
}

export function BilingualEditor({
  doc,
  awareness,
  gate,
  facts,
  base,
  amendments,
  locks,
  threads,
  onBracket,
  saving,
  strip,
  onUnreadable,
  onPair,
}: BilingualEditorProps) {
  const t = useText(editor)
  const hosts = { fr: useRef<HTMLDivElement>(null), ja: useRef<HTMLDivElement>(null) }
  const sheet = useRef<HTMLDivElement>(null)
  const [pair, setPair] = useState<EditorPair | null>(null)
  const [notice, setNotice] = useState<EditorNotice | null>(null)
  const dismiss = useCallback(() => setNotice(null), [])
  const [request, setRequest] = useState<InlineRequest | null>(null)
  const [help, setHelp] = useState(false)
  const [shown, setShown] = useState<Language>(() => (interfaceLanguage() === 'ja' ? 'ja' : 'fr'))
  const marks = amendments?.marks
  const tracker = threads?.tracker
  const latest = useRef({ amendments, threads, onBracket })
  useEffect(() => {
    latest.current = { amendments, threads, onBracket }
  })
  const factStore = useMemo(() => createFactStore(), [])
  useEffect(() => factStore.set(facts), [factStore, facts])
  const people = useMemo(() => createPeoplePresent(doc, awareness), [doc, awareness])
  useEffect(() => () => people.destroy(), [people])

  const { fr, ja } = hosts
  // ProseMirror makes the hosts text boxes; their names follow the language of the interface.
  useEffect(() => {
    fr.current?.setAttribute('aria-label', t('frenchText'))
    ja.current?.setAttribute('aria-label', t('japaneseText'))
  }, [fr, ja, t])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editors live as long as the document; refs are stable.
  useEffect(() => {
    if (!fr.current || !ja.current) return
    const made: EditorPair = createEditorPair({
      doc,
      awareness,
      gate,
      facts: factStore,
      first: shown,
      hosts: { fr: fr.current, ja: ja.current },
      onNotice: setNotice,
      onEditNote: (language, position) => setRequest(noteAt(made, language, position)),
      onCross: from => crossTo(made, from, setShown, sheet.current),
      onHelp: () => setHelp(true),
      marks,
      onAmendments: () => latest.current.amendments?.toList() ?? false,
      threads: tracker,
      locks,
      onThread: (act, language) => onThreadKey(made, doc, latest.current.threads, act, language),
      onBracket: (act, language) => latest.current.onBracket?.(act, language) ?? false,
      onTools: () =>
        sheet.current?.parentElement?.querySelector<HTMLElement>('[role="toolbar"] button')?.focus(),
      // React is told after Yjs has finished its transaction.
      onUnreadable: () => queueMicrotask(() => onUnreadable?.()),
      othersIn: unit => people.get().some(person => !person.self && person.units.includes(unit)),
    })
    setPair(made)
    onPair?.(made)
    return () => {
      setPair(null)
      onPair?.(null)
      made.destroy()
    }
  }, [doc, awareness, gate, factStore, people, marks, tracker, locks])

  return (
    <>
      {pair && (
        <EditorToolbar
          pair={pair}
          facts={factStore}
          people={people}
          comments={threads?.mayBegin ?? false}
          brackets={onBracket !== undefined}
          onTool={tool => setRequest(requestOf(pair, tool))}
          below={strip?.(pair)}
        >
          {saving}
        </EditorToolbar>
      )}
      {pair && notice && notice.kind !== 'locked' && (
        <NoticeBar pair={pair} notice={notice} onShow={setShown} onDone={dismiss} />
      )}
      <div ref={sheet} className={styles.sheet} data-shown={shown}>
        <LanguageSwitch shown={shown} pair={pair} onShow={setShown} sheet={sheet} />
        <div className={styles.heads} aria-hidden="true">
          <span />
          <span>{t('french')}</span>
          <span>{t('japanese')}</span>
        </div>
        <Grid
          pair={pair}
          doc={doc}
          base={base}
          amendments={amendments}
          threads={threads}
          people={people}
          onShow={setShown}
        >
          {LANGUAGES.map(language => (
            <div
              key={language}
              ref={hosts[language]}
              className={styles.editor}
              lang={language}
              data-side={language}
            />
          ))}
        </Grid>
        {pair && (
          <LockedNotice
            pair={pair}
            sheet={sheet}
            notice={notice?.kind === 'locked' ? notice : null}
            onDone={dismiss}
          />
        )}
        {pair && threads?.mayBegin && (
          <BeginKey pair={pair} sheet={sheet} onBegin={() => pair.thread('begin', pair.active())} />
        )}
      </div>
      {pair && <InlineDialog pair={pair} request={request} onDone={() => setRequest(null)} />}
      <HelpDialog open={help} onOpenChange={setHelp} />
    </>
  )
}

type GridProps = Pick<BilingualEditorProps, 'doc' | 'base'> & {
  readonly amendments: Omit<EditorAmendments, 'marks'> | undefined
  readonly threads: EditorThreads | undefined
  readonly pair: EditorPair | null
  readonly people: ReturnType<typeof createPeoplePresent>
  readonly onShow: (language: Language) => void
  readonly children: ReactNode
}

/** The editors' hosts stay mounted whatever the rows do; only what lies around them is drawn again. */
function Grid(props: GridProps) {
  const { pair, doc, base, amendments = NO_AMENDMENTS, threads, people, onShow, children } = props
  const rows = useRows(pair)
  const changes = useChangedUnits(doc, base?.text)
  const present = useSyncExternalStore(people.subscribe, people.get)
  const others = useMemo(() => present.filter(person => person.units.length > 0), [present])
  const go = useCallback(
    (unit: string) => {
      if (!pair) return
      if (!focusUnit(pair, pair.active(), unit)) focusUnit(pair, otherLanguage(pair.active()), unit)
    },
    [pair],
  )
  const beginOn = useBeginOn(pair, threads)
  const t = useText(editor)
  return (
    <div className={styles.grid} style={{ gridTemplateRows: `repeat(${Math.max(1, rows.lines)}, auto)` }}>
      {pair && <LitRow pair={pair} />}
      {children}
      {rows.rows.map(row => (
        <Margin
          // By its unit: an element that became that of another row would lead the browser's scroll anchoring astray.
          key={row.again ? `${row.unit} ${row.line}` : row.unit}
          row={row}
          change={changes.get(row.unit)}
          since={base?.label ?? t('startOfText')}
          people={others}
          amendments={amendments.byUnit.get(row.unit)}
          onAmendment={amendments.open}
          threads={threads?.byUnit.get(row.unit)}
          onThread={threads?.goTo}
          onBeginThread={beginOn}
          onGo={go}
        />
      ))}
      <GhostRows rows={rows.ghosts} amendments={amendments} />
      {pair && <Slots rows={rows.rows} pair={pair} onShow={onShow} />}
    </div>
  )
}

/** The same function while one may begin threads: the margins are not drawn again for every thread. */
function useBeginOn(pair: EditorPair | null, threads: EditorThreads | undefined) {
  const { mayBegin = false, begin } = threads ?? {}
  return useMemo(() => {
    if (!pair || !mayBegin || !begin) return undefined
    return (unit: string) => {
      const anchor = anchorOfWholeUnit(pair, unit)
      if (anchor) begin(anchor)
    }
  }, [pair, mayBegin, begin])
}

function LitRow({ pair }: { readonly pair: EditorPair }) {
  const { unit, begun } = useToolbarState(pair)
  const rows = useRows(pair).rows.filter(row => begun && row.unit === unit)
  return rows.map(row => (
    <div
      key={row.line}
      className={styles.lit}
      style={{ gridRow: `${row.line} / span ${row.span}` }}
      aria-hidden="true"
    />
  ))
}

const NO_ROWS = { rows: [], ghosts: [], lines: 1 }

function useRows(pair: EditorPair | null) {
  return useSyncExternalStore(
    useCallback((listener: () => void) => pair?.rows.subscribe(listener) ?? (() => {}), [pair]),
    () => pair?.rows.get().layout ?? NO_ROWS,
  )
}

/** On a narrow screen: which language is shown. Turning the page stays in the unit. */
function LanguageSwitch({
  shown,
  pair,
  onShow,
  sheet,
}: {
  readonly shown: Language
  readonly pair: EditorPair | null
  readonly onShow: (language: Language) => void
  readonly sheet: { readonly current: HTMLDivElement | null }
}) {
  const t = useText(editor)
  return (
    <fieldset className={styles.switch} aria-label={t('columns')}>
      {LANGUAGES.map(language => (
        <button
          key={language}
          type="button"
          aria-pressed={language === shown}
          onClick={() => {
            if (pair && language !== shown) crossTo(pair, shown, onShow, sheet.current)
          }}
        >
          {t(language === 'fr' ? 'french' : 'japanese')}
        </button>
      ))}
    </fieldset>
  )
}

/** The same unit in the other language: its words, or the place where they are missing. */
function crossTo(
  pair: EditorPair,
  from: Language,
  show: (language: Language) => void,
  sheet: HTMLElement | null,
): void {
  const to = otherLanguage(from)
  const unit = unitAtCaret(pair.views[from])
  flushSync(() => show(to))
  if (!unit) {
    pair.activate(to)
    return
  }
  if (focusUnit(pair, to, unit)) return
  const slot = sheet?.querySelector<HTMLElement>(`[data-slot="${CSS.escape(`${unit}-${to}`)}"]`)
  slot?.querySelector('button')?.focus()
  slot?.scrollIntoView({ block: 'nearest' })
}

function NoticeBar({
  pair,
  notice,
  onShow,
  onDone,
}: {
  readonly pair: EditorPair
  readonly notice: Exclude<EditorNotice, { kind: 'locked' }>
  /** Brings a language in sight where only one is shown. */
  readonly onShow: (language: Language) => void
  readonly onDone: () => void
}) {
  const t = useText(editor)
  const c = useText(common)
  if (notice.kind === 'paste-too-large')
    return (
      <Notice kind="alarm" actions={<Button onClick={onDone}>{c('close')}</Button>}>
        {t('pasteTooLarge')}
      </Notice>
    )
  if (notice.kind === 'fact-offer') {
    const { fact, unit, into } = notice
    return (
      <Notice
        actions={
          <>
            <Button
              onClick={() => {
                flushSync(() => onShow(into))
                insertFactInUnit(pair, into, unit, fact)
              }}
            >
              {t(into === 'fr' ? 'factAlsoFr' : 'factAlsoJa')}
            </Button>
            <Button kind="plain" onClick={onDone}>
              {t('factLeave')}
            </Button>
          </>
        }
      >
        {t(into === 'fr' ? 'factOfferFr' : 'factOfferJa', { value: pair.readFact(fact, into) })}
      </Notice>
    )
  }
  const { kept, lost } = notice
  return (
    <Notice
      actions={
        <>
          <Button onClick={() => mergeUnits(pair, kept, lost)}>{t('mergeNow')}</Button>
          <Button kind="plain" onClick={onDone}>
            {t('mergeLeave')}
          </Button>
        </>
      }
    >
      {t('mergeOffer')}
    </Notice>
  )
}
