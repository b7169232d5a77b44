/**
 * The words of a pair of blocks with what changed: inserted words underlined, deleted ones struck, and both
 * said aloud. `old` and `new` show one state only, with the words that it lost or won.
 */
import { Fragment, type ReactNode } from 'react'
import type { BlockPair, FormattingChange, Segment } from '../../../shared/compare/comparison.ts'
import { segmentsWithFacts } from '../../../shared/compare/fact-changes.ts'
import type { Block } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { Language } from '../../../shared/model/language.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import { InlineContent } from '../../text-view/inline-content.tsx'
import type { TextAge } from '../../text-view/passages.tsx'
import styles from './marked-words.module.css'

export type ShownState = 'both' | 'old' | 'new'

type MarkedWordsProps = {
  readonly pair: BlockPair
  readonly state: ShownState
  readonly language: Language
  /** Values of the facts in the new text, and in the old one, where the words are of the old one. */
  readonly facts: FactValues
  readonly oldFacts: FactValues
  /** Typography and formatting are printed as the new text has them, unmarked. */
  readonly quiet: boolean
}

export function MarkedWords({ pair, state, language, facts, oldFacts, quiet: hides }: MarkedWordsProps) {
  const words = (block: Block, from: number, to: number, values: FactValues, age: TextAge = 'new') => (
    <InlineContent block={block} language={language} facts={values} from={from} to={to} age={age} />
  )
  return segmentsWithFacts(pair, language, { old: oldFacts, new: facts }).map(segment => {
    const key = `${segment.type} ${segment.fromA} ${segment.fromB}`
    const quiet = segment.typographic && hides
    if (segment.type === 'delete') {
      if (state === 'new' || !pair.old || (quiet && state === 'both')) return null
      const deleted = words(pair.old, segment.fromA, segment.toA, oldFacts, 'old')
      return quiet ? <Fragment key={key}>{deleted}</Fragment> : <Deleted key={key}>{deleted}</Deleted>
    }
    if (segment.type === 'insert') {
      if (state === 'old' || !pair.new) return null
      const inserted = words(pair.new, segment.fromB, segment.toB, facts)
      return quiet ? <Fragment key={key}>{inserted}</Fragment> : <Inserted key={key}>{inserted}</Inserted>
    }
    const [block, values] = state === 'old' ? [pair.old, oldFacts] : [pair.new, facts]
    if (!block) return null
    const [from, to] = rangeOf(segment, state)
    const age = state === 'old' ? 'old' : 'new'
    if (hides) return <Fragment key={key}>{words(block, from, to, values, age)}</Fragment>
    return (
      <Fragment key={key}>
        {piecesOf(from, to, pair.formatting, state).map(piece =>
          piece.formatted ? (
            <span key={piece.from} className={styles.formatted}>
              {words(block, piece.from, piece.to, values, age)}
            </span>
          ) : (
            <Fragment key={piece.from}>{words(block, piece.from, piece.to, values, age)}</Fragment>
          ),
        )}
      </Fragment>
    )
  })
}

function Inserted({ children }: { readonly children: ReactNode }) {
  const t = useText(compare)
  return (
    <ins className={styles.inserted}>
      <Said>{t('saidInserted')}</Said>
      {children}
      <Said>{t('saidEnd')}</Said>
    </ins>
  )
}

function Deleted({ children }: { readonly children: ReactNode }) {
  const t = useText(compare)
  return (
    <del className={styles.deleted}>
      <Said>{t('saidDeleted')}</Said>
      {children}
      <Said>{t('saidEnd')}</Said>
    </del>
  )
}

/** For the ear only, in the language of the interface; not copied with the words around it. */
function Said({ children }: { readonly children: string }) {
  return (
    <span className={`unseen ${styles.said}`} lang={document.documentElement.lang}>
      {children}
    </span>
  )
}

function rangeOf(segment: Segment, state: ShownState): [number, number] {
  return state === 'old' ? [segment.fromA, segment.toA] : [segment.fromB, segment.toB]
}

type Piece = { readonly from: number; readonly to: number; readonly formatted: boolean }

/** Cuts [from, to) at the edges of the formatting changes. */
function piecesOf(
  from: number,
  to: number,
  changes: readonly FormattingChange[],
  state: ShownState,
): Piece[] {
  const pieces: Piece[] = []
  let at = from
  for (const change of changes) {
    const start = Math.max(state === 'old' ? change.fromA : change.fromB, from)
    const end = Math.min(state === 'old' ? change.toA : change.toB, to)
    if (start >= end) continue
    if (at < start) pieces.push({ from: at, to: start, formatted: false })
    pieces.push({ from: start, to: end, formatted: true })
    at = end
  }
  if (at < to) pieces.push({ from: at, to, formatted: false })
  return pieces
}
