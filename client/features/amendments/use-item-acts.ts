/** What the buttons and keys of an item do: the act, then a word about it, with the way back. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { EditedChoice } from '../../../shared/compare/decide.ts'
import type { AmendmentKey, Outcome } from '../../../shared/model/amendment.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import { amendments } from '../../i18n/messages/amendments.ts'
import { useText } from '../../i18n/use-text.ts'
import { useToast } from '../../ui/toast.tsx'
import type { AmendmentDesk, AmendmentItem } from './amendment-desk.ts'
import type { ItemActs } from './amendment-item.tsx'
import { usePlaceWords } from './amendment-words.ts'
import { outcomeOf } from './edited-choice.ts'
import type { DecisionAsked, Decisions } from './use-decisions.ts'

/** The draft was edited at the same place: somebody has to choose. */
export type EditedAsked = { readonly amendment: AmendmentKey; readonly mergeable: boolean }

export type ItemDeciding = {
  /** The same object as long as the page stands, so that items are not drawn for nothing. */
  readonly acts: ItemActs
  /** Key of the amendment whose rejection is being written. */
  readonly rejecting: AmendmentKey | null
  readonly edited: EditedAsked | null
  readonly choose: (
    item: AmendmentItem,
    choice: EditedChoice,
    desk: AmendmentDesk,
    draft: BilingualText,
  ) => void
  readonly leaveEdited: () => void
}

type Surroundings = {
  readonly decisions: Decisions
  /** Keeps the focus on the item whose buttons go. */
  readonly focusItem: (item: AmendmentItem) => void
  readonly goToText: (item: AmendmentItem) => void
  /** Puts the caret into the words that a decision brought, when they are there. */
  readonly writeIn: (item: AmendmentItem) => void
}

export function useItemActs({ decisions, focusItem, goToText, writeIn }: Surroundings): ItemDeciding {
  const t = useText(amendments)
  const say = useToast()
  const place = usePlaceWords()
  const [rejecting, setRejecting] = useState<AmendmentKey | null>(null)
  const [edited, setEdited] = useState<EditedAsked | null>(null)

  const undo = async (item: AmendmentItem) => {
    const { key } = item.amendment
    focusItem(item)
    const made = await decisions.withdraw([key])
    if (!made) return
    const left = made.edited.some(({ amendment }) => amendment === key)
    say(t(left ? 'saidUndoneEdited' : 'saidUndone', { place: place(item) }))
  }
  /** True once it is decided. */
  const run = async (item: AmendmentItem, asked: Omit<DecisionAsked, 'amendments'>, words: Said) => {
    const { key } = item.amendment
    const made = await decisions.decide({ amendments: [key], ...asked })
    const again = made?.edited.find(({ amendment }) => amendment === key)
    if (again) setEdited(again)
    if (!made?.decided.includes(key)) return false
    setRejecting(null)
    setEdited(null)
    say(t(words, { place: place(item) }), { label: t('undo'), act: () => void undo(item) })
    return true
  }
  const decide = async (item: AmendmentItem, outcome: Outcome, reason?: BilingualLabel) => {
    focusItem(item)
    const done = await run(item, { outcome, reason }, SAID[outcome])
    if (done && outcome === 'modified') writeIn(item)
  }
  const choose: ItemDeciding['choose'] = (item, choice, desk, draft) => {
    const outcome = outcomeOf(choice, desk, item, draft)
    void run(item, { outcome, edited: choice }, outcome === 'modified' ? 'saidKept' : 'saidAccepted')
  }

  const latest = useRef({ undo, decide, goToText, focusItem })
  useEffect(() => {
    latest.current = { undo, decide, goToText, focusItem }
  })
  const acts = useMemo<ItemActs>(
    () => ({
      decide: (item, outcome, reason) => void latest.current.decide(item, outcome, reason),
      undo: item => void latest.current.undo(item),
      askReason: (item, open) => {
        setRejecting(open ? item.amendment.key : null)
        if (!open) latest.current.focusItem(item)
      },
      goToText: item => latest.current.goToText(item),
    }),
    [],
  )
  return { acts, rejecting, edited, choose, leaveEdited: () => setEdited(null) }
}

type Said = (typeof SAID)[Outcome] | 'saidKept'
const SAID = {
  accepted: 'saidAccepted',
  modified: 'saidModified',
  rejected: 'saidRejected',
  reserved: 'saidReserved',
} as const
