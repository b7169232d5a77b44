/** The list as the page holds it: filters, the item one is at, what is being decided, and the ways to the text and back. */
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import type { AmendmentKey } from '../../../shared/model/amendment.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { unitAtCaret } from '../../editor/units/unit-commands.ts'
import { useSingleKeysOn } from '../../single-keys.ts'
import type { AmendmentDesk, AmendmentItem } from './amendment-desk.ts'
import { ALL_AMENDMENTS, type AmendmentFilters, shownItems } from './amendment-filters.ts'
import type { ItemActs } from './amendment-item.tsx'
import { goToAmendment, type TextBeside, writeInAmendment } from './go-to-text.ts'
import { type Bulk, useBulk } from './use-bulk.ts'
import { type Decisions, useDecisions } from './use-decisions.ts'
import { type ItemDeciding, useItemActs } from './use-item-acts.ts'
import { type ListWalk, useListWalk } from './use-list-walk.ts'

export type AmendmentList = ItemDeciding & {
  readonly shown: readonly AmendmentItem[]
  readonly filters: AmendmentFilters
  readonly setFilters: (filters: AmendmentFilters) => void
  readonly walk: ListWalk
  readonly decisions: Decisions
  readonly bulk: Bulk
  readonly singleKeys: readonly [on: boolean, set: (on: boolean) => void]
  /** The list's own element. */
  readonly element: RefObject<HTMLElement | null>
  /** Opens the list at an amendment, whatever the filters. */
  readonly goTo: (amendment: AmendmentKey) => void
  /** Opens the list at the amendment of the caret's unit, else where one was; false when there is no list. */
  readonly enter: () => boolean
  /** Closes the list and goes back to the text. */
  readonly close: () => void
}

/** Where the list stands. */
export type AmendmentPlace = {
  /** There is room for it beside the text. */
  readonly wide: boolean
  readonly setOpen: (open: boolean) => void
}

const NO_ITEMS: readonly AmendmentItem[] = []

export function useAmendmentList(
  desk: AmendmentDesk | null,
  { draft }: DraftView,
  text: TextBeside,
  { wide, setOpen }: AmendmentPlace,
): AmendmentList {
  const items = desk?.items ?? NO_ITEMS
  const [filters, setFilters] = useState<AmendmentFilters>(ALL_AMENDMENTS)
  const shown = useMemo(() => shownItems(items, filters), [items, filters])
  const decisions = useDecisions(draft.id)
  const bulk = useBulk(items, decisions)
  const singleKeys = useSingleKeysOn()
  const element = useRef<HTMLElement>(null)

  const leave = () => {
    if (!wide) setOpen(false)
  }
  const toText = () => {
    const pair = text.pair.current
    if (pair) pair.views[pair.active()].focus()
  }
  const goToText = (item: AmendmentItem) => {
    leave()
    goToAmendment(text.pair.current, item)
  }
  const deciding = useItemActs({
    decisions,
    focusItem: ({ amendment }) =>
      element.current
        ?.querySelector<HTMLElement>(`[data-amendment="${CSS.escape(amendment.key)}"]`)
        ?.focus({ preventScroll: true }),
    goToText,
    writeIn: item => {
      leave()
      writeInAmendment(text, item)
    },
  })
  const toggle = ({ amendment }: AmendmentItem) =>
    bulk.tick([amendment.key], !bulk.ticked.some(item => item.amendment.key === amendment.key))
  const walk = useListWalk(shown, {
    letter: (letter, item) => {
      if (letter === ' ' && bulk.on && item.decision === null) return () => toggle(item)
      if (!singleKeys[0] || !desk?.view.mayDecide || decisions.busy.has(item.amendment.key)) return undefined
      return letterActs(item, deciding.acts)[letter]
    },
    toText: goToText,
    back: () => {
      leave()
      toText()
    },
  })
  useAskedFor(setOpen, setFilters, element)

  const goTo = (amendment: AmendmentKey) => {
    setOpen(true)
    if (!shown.some(item => item.amendment.key === amendment)) setFilters(ALL_AMENDMENTS)
    walk.goTo(amendment)
  }
  const enter = () => {
    const at = itemAtCaret(items, text)?.amendment.key ?? walk.current ?? items[0]?.amendment.key
    if (at === undefined) return false
    goTo(at)
    return true
  }
  const close = () => {
    setOpen(false)
    toText()
  }
  return {
    ...deciding,
    shown,
    filters,
    setFilters,
    walk,
    decisions,
    bulk,
    singleKeys,
    element,
    goTo,
    enter,
    close,
  }
}

function itemAtCaret(items: readonly AmendmentItem[], { pair }: TextBeside): AmendmentItem | undefined {
  const editors = pair.current
  const unit = editors && unitAtCaret(editors.views[editors.active()])
  return items.find(({ units }) => units.some(each => each.unit === unit))
}

function letterActs(item: AmendmentItem, acts: ItemActs): Readonly<Record<string, () => void>> {
  if (item.decision) return { u: () => acts.undo(item) }
  return {
    a: () => acts.decide(item, 'accepted'),
    m: () => acts.decide(item, 'modified'),
    r: () => acts.askReason(item, true),
    h: () => acts.decide(item, 'reserved'),
  }
}

/**
 * `?amendments=undecided`, from the head of the page and from the preview of a transmission, opens the list so, each
 * time the address is visited.
 */
function useAskedFor(
  setOpen: (open: boolean) => void,
  setFilters: (filters: AmendmentFilters) => void,
  element: RefObject<HTMLElement | null>,
): void {
  const { key } = useLocation()
  const [query] = useSearchParams()
  const asked = query.get('amendments')
  const heard = useRef<string>(null)
  const wanted = useRef(false)
  useEffect(() => {
    if (asked === null || heard.current === key) return
    heard.current = key
    wanted.current = true
    setOpen(true)
    setFilters({ ...ALL_AMENDMENTS, state: asked === 'undecided' ? 'undecided' : 'all' })
  }, [asked, key, setOpen, setFilters])
  // The list may come later: its answer is on its way.
  useEffect(() => {
    const head = wanted.current ? element.current?.querySelector<HTMLElement>('h2') : undefined
    if (!head) return
    wanted.current = false
    head.focus()
  })
}
