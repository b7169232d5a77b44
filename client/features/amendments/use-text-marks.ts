/** The undecided amendments over the text: planned anew when the desk, the text's order or the language changes. */
import { useEffect, useMemo, useState } from 'react'
import type { BlockPair } from '../../../shared/compare/comparison.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { createMarkStore, type MarkStore, NO_MARKS } from '../../editor/amendments/mark-store.ts'
import { type MarkSetting, planMarks } from '../../editor/amendments/plan-marks.ts'
import { type LiveText, sameOrder } from '../../editor/live-text.ts'
import { amendments } from '../../i18n/messages/amendments.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import { useShapeWords } from '../../text-view/shape-words.ts'
import type { AmendmentDesk } from './amendment-desk.ts'

export type TextMarks = {
  readonly marks: MarkStore
  /** Whether they are shown over the text; kept on the device. */
  readonly on: boolean
  readonly setOn: (on: boolean) => void
}

const KEPT = 'concordance.amendments.in-text'

export function useTextMarks(desk: AmendmentDesk | null, live: LiveText): TextMarks {
  const [marks] = useState(createMarkStore)
  const [on, setShown] = useState(() => localStorage.getItem(KEPT) !== 'off')
  const words = useMarkWords()
  useEffect(() => {
    if (!desk || !on) {
      marks.set(NO_MARKS)
      return
    }
    const { plan, accepted, view } = desk
    const standing = desk.items.filter(({ decision, standing }) => decision === null && standing === 'base')
    let planned: BilingualText | undefined
    const show = () => {
      const draft = live.get()
      // Offsets are those of the base, places those of whole blocks: what one writes changes neither.
      if (planned && sameOrder(planned, draft)) return
      planned = draft
      marks.set(planMarks(standing, draft, { plan, accepted, facts: view.facts.answer, words }))
    }
    show()
    return live.subscribe(show)
  }, [desk, live, marks, on, words])
  const setOn = (next: boolean) => {
    localStorage.setItem(KEPT, next ? 'on' : 'off')
    setShown(next)
  }
  return { marks, on, setOn }
}

function useMarkWords(): MarkSetting['words'] {
  const t = useText(amendments)
  const c = useText(compare)
  const shape = useShapeWords()
  return useMemo(() => {
    const caption = (pair: BlockPair) => {
      if (!pair.new) return t('wouldGo')
      const marks = [...new Set(pair.formatting.flatMap(change => change.marks))]
      return [
        pair.kinds.includes('moved') && t('wouldMove'),
        pair.kinds.includes('split') && t('wouldSplit'),
        pair.kinds.includes('merged') && t('wouldMerge'),
        pair.kinds.includes('kind') && t('wouldBecome', { shape: shape(pair.new) }),
        marks.length > 0 && t('wouldFormat', { marks: marks.map(mark => c(MARK_WORDS[mark])).join(', ') }),
      ]
        .filter(Boolean)
        .join(' · ')
    }
    return { goes: t('saidGoes'), comes: t('saidComes'), caption }
  }, [t, c, shape])
}

const MARK_WORDS = {
  bold: 'markBold',
  italic: 'markItalic',
  underline: 'markUnderline',
  link: 'markLink',
  ruby: 'markRuby',
  bracket: 'markBracket',
} as const
