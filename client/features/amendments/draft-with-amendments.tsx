/** A draft with the list of amendments beside it, where there is an answer to decide on. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import type * as Y from 'yjs'
import type { AmendmentKey, Outcome } from '../../../shared/model/amendment.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import type { EditorPair } from '../../editor/editor-pair.ts'
import { createLiveText } from '../../editor/live-text.ts'
import { focusUnit, otherLanguage } from '../../editor/units/unit-commands.ts'
import { amendments } from '../../i18n/messages/amendments.ts'
import { useText } from '../../i18n/use-text.ts'
import { useToast } from '../../ui/toast.tsx'
import type { AmendmentDesk, AmendmentItem } from './amendment-desk.ts'
import { ALL_AMENDMENTS, type AmendmentFilters, shownItems } from './amendment-filters.ts'
import type { ItemActs } from './amendment-item.tsx'
import { AmendmentPanel } from './amendment-panel.tsx'
import { STATE_SIGNS, usePlaceWords } from './amendment-words.ts'
import styles from './draft-with-amendments.module.css'
import { useSingleKeysOn } from './single-keys.ts'
import { useAmendmentDesk } from './use-amendments.ts'
import { useDecisions } from './use-decisions.ts'
import { useListWalk } from './use-list-walk.ts'
import { usePanel } from './use-panel.ts'

type DraftWithAmendmentsProps = {
  readonly view: DraftView
  readonly doc: Y.Doc
  /** The text; `onPair` is told of its editors, where it has any. */
  readonly children: (onPair: (pair: EditorPair | null) => void) => ReactNode
}

export function DraftWithAmendments({ view, doc, children }: DraftWithAmendmentsProps) {
  const live = useMemo(() => createLiveText(doc), [doc])
  const desk = useAmendmentDesk(view, live)
  const pair = useRef<EditorPair | null>(null)
  const onPair = useCallback((made: EditorPair | null) => {
    pair.current = made
  }, [])
  const panel = usePanel()
  const t = useText(amendments)
  const undecided = desk?.items.filter(({ decision }) => decision === null).length ?? 0
  return (
    <div className={styles.desk} data-panel={desk && panel.wide && panel.open ? '' : undefined}>
      <div className={styles.text}>{children(onPair)}</div>
      {desk && <ListBeside desk={desk} draft={view} pair={pair} panel={panel} />}
      {desk && !panel.open && (
        <button type="button" className={styles.opener} onClick={() => panel.setOpen(true)}>
          <span aria-hidden="true">{STATE_SIGNS.undecided} </span>
          {undecided === 0 ? t('noneToDecide') : t('toDecide', { count: undecided })}
        </button>
      )}
    </div>
  )
}

type ListBesideProps = {
  readonly desk: AmendmentDesk
  readonly draft: DraftView
  readonly pair: { readonly current: EditorPair | null }
  readonly panel: ReturnType<typeof usePanel>
}

function ListBeside({ desk, draft, pair, panel }: ListBesideProps) {
  const [filters, setFilters] = useState<AmendmentFilters>(ALL_AMENDMENTS)
  const shown = useMemo(() => shownItems(desk.items, filters), [desk, filters])
  const decisions = useDecisions(draft.draft.id)
  const [rejecting, setRejecting] = useState<AmendmentKey | null>(null)
  const [singleKeys] = useSingleKeysOn()
  const element = useRef<HTMLElement>(null)
  const { wide, open, setOpen } = panel

  const backToText = () => {
    if (!wide) setOpen(false)
    const editors = pair.current
    if (editors) editors.views[editors.active()].focus()
  }
  const goToText = (item: AmendmentItem) => {
    if (!wide) setOpen(false)
    goToUnit(pair.current, item)
  }
  const focusItem = (item: AmendmentItem) =>
    element.current
      ?.querySelector<HTMLElement>(`[data-amendment="${CSS.escape(item.amendment.key)}"]`)
      ?.focus({ preventScroll: true })
  const acts = useActs({ decisions, setRejecting, focusItem, goToText })
  const walk = useListWalk(shown, {
    letter: (letter, item) =>
      singleKeys && desk.view.mayDecide && !decisions.busy.has(item.amendment.key)
        ? letterActs(item, acts)[letter]
        : undefined,
    toText: goToText,
    back: backToText,
  })
  useAskedFor(setOpen, setFilters, element)

  if (!open) return null
  return (
    <div className={styles.side}>
      <AmendmentPanel
        desk={desk}
        shown={shown}
        filters={filters}
        onFilter={setFilters}
        walk={walk}
        busy={decisions.busy}
        failure={decisions.failure}
        rejecting={rejecting}
        acts={acts}
        onClose={() => {
          setOpen(false)
          backToText()
        }}
        panel={element}
      />
    </div>
  )
}

function letterActs(item: AmendmentItem, acts: ItemActs): Readonly<Record<string, () => void>> {
  if (item.decision) return { u: () => acts.undo(item) }
  return {
    a: () => acts.decide(item, 'accepted'),
    m: () => acts.decide(item, 'modified'),
    r: () => acts.askReason(item),
    h: () => acts.decide(item, 'reserved'),
  }
}

/** The acts of an item: the same object as long as the page stands, so that items are not drawn for nothing. */
function useActs({
  decisions,
  setRejecting,
  focusItem,
  goToText,
}: {
  readonly decisions: ReturnType<typeof useDecisions>
  readonly setRejecting: (key: AmendmentKey | null) => void
  readonly focusItem: (item: AmendmentItem) => void
  readonly goToText: (item: AmendmentItem) => void
}): ItemActs {
  const t = useText(amendments)
  const say = useToast()
  const place = usePlaceWords()

  const undo = async (item: AmendmentItem) => {
    const { key } = item.amendment
    focusItem(item)
    const made = await decisions.withdraw([key])
    if (!made) return
    const left = made.edited.some(({ amendment }) => amendment === key)
    say(t(left ? 'saidUndoneEdited' : 'saidUndone', { place: place(item) }))
  }
  const decide = async (item: AmendmentItem, outcome: Outcome, reason?: BilingualLabel) => {
    const { key } = item.amendment
    focusItem(item)
    const made = await decisions.decide({ amendments: [key], outcome, reason })
    if (!made?.decided.includes(key)) return
    setRejecting(null)
    say(t(SAID[outcome], { place: place(item) }), { label: t('undo'), act: () => void undo(item) })
    if (outcome === 'modified') goToText(item)
  }
  const latest = useRef({ undo, decide, goToText, setRejecting })
  useEffect(() => {
    latest.current = { undo, decide, goToText, setRejecting }
  })
  return useMemo(
    () => ({
      decide: (item, outcome, reason) => void latest.current.decide(item, outcome, reason),
      undo: item => void latest.current.undo(item),
      askReason: item => latest.current.setRejecting(item?.amendment.key ?? null),
      goToText: item => latest.current.goToText(item),
    }),
    [],
  )
}

const SAID = {
  accepted: 'saidAccepted',
  modified: 'saidModified',
  rejected: 'saidRejected',
  reserved: 'saidReserved',
} as const

/** `?amendments=undecided`, from the head of the page and from the preview of the transmission: opens the list so. */
function useAskedFor(
  setOpen: (open: boolean) => void,
  setFilters: (filters: AmendmentFilters) => void,
  element: { readonly current: HTMLElement | null },
): void {
  const { key } = useLocation()
  const [query] = useSearchParams()
  const asked = query.get('amendments')
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for anew with every visit of the address, whatever it says.
  useEffect(() => {
    if (asked === null) return
    setOpen(true)
    setFilters({ ...ALL_AMENDMENTS, state: asked === 'undecided' ? 'undecided' : 'all' })
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('h2')?.focus())
  }, [key, asked])
}

/** Puts the caret into the amendment's unit; on a page for reading, the focus. */
function goToUnit(pair: EditorPair | null, { units }: AmendmentItem): void {
  const unit = units[0]?.unit
  if (unit === undefined) return
  if (pair) {
    const language = pair.active()
    if (!focusUnit(pair, language, unit)) focusUnit(pair, otherLanguage(language), unit)
    return
  }
  const row = document.getElementById(`unit-${unit}`)
  if (!row) return
  row.tabIndex = -1
  row.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'center' })
}
