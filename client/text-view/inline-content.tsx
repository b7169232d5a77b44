/**
 * The inline content of a block, or a part of it, as elements. Offsets are those of `plainText`, so that a
 * comparison can show exactly the range that changed.
 */
import { Fragment, type ReactNode } from 'react'
import { sliceContent } from '../../shared/compare/slice-content.ts'
import type { Block, Inline, Mark } from '../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../shared/model/canonical-form.ts'
import type { Language } from '../../shared/model/language.ts'
import { isAllowedHref } from '../../shared/schema/allowed-href.ts'
import styles from './text-view.module.css'

type InlineContentProps = {
  readonly block: Pick<Block, 'content'>
  readonly language: Language
  readonly facts: FactValues
  /** Half-open range in UTF-16 code units of `plainText`; the whole block by default. */
  readonly from?: number
  readonly to?: number
  /** Number of the block's first note; without it notes stand in the line, in parentheses. */
  readonly firstNote?: number
}

export function InlineContent({
  block,
  language,
  facts,
  from = 0,
  to = Number.POSITIVE_INFINITY,
  firstNote,
}: InlineContentProps) {
  const brackets = bracketSpans(block.content)
  let at = from
  let note = (firstNote ?? 0) + notesBefore(block.content, from)
  return sliceContent(block.content, from, to).map(inline => {
    const start = at
    at += inline.type === 'text' ? inline.text.length : 1
    if (inline.type === 'text')
      return (
        <Fragment key={start}>
          {edges(brackets, language, start, 'opens')}
          {marked(inline.text, inline.marks ?? [], language)}
          {edges(brackets, language, at, 'closes')}
        </Fragment>
      )
    if (inline.type === 'break') return <br key={start} />
    if (inline.type === 'fact')
      return (
        <span key={start} className={styles.fact}>
          {facts[inline.fact]?.[language] ?? (language === 'fr' ? '[…]' : '［…］')}
        </span>
      )
    return firstNote === undefined ? (
      <span key={start} className={styles.noteInLine}>
        {language === 'fr' ? ` (${inline.text})` : `（${inline.text}）`}
      </span>
    ) : (
      <sup key={start} className={styles.noteMark}>
        {note++}
      </sup>
    )
  })
}

/** The words of the block's notes, in order. */
export function notesOf(block: Pick<Block, 'content'>): string[] {
  return block.content.flatMap(inline => (inline.type === 'note' ? [inline.text] : []))
}

function notesBefore(content: readonly Inline[], offset: number): number {
  return sliceContent(content, 0, offset).filter(inline => inline.type === 'note').length
}

/** Outermost first; a mark of ours that is unknown here would be shown as plain text. */
const ORDER: readonly Mark['type'][] = ['link', 'bold', 'italic', 'underline', 'ruby', 'bracket']

function marked(text: string, marks: readonly Mark[], language: Language): ReactNode {
  return [...marks]
    .sort((a, b) => ORDER.indexOf(b.type) - ORDER.indexOf(a.type))
    .reduce<ReactNode>((inner, mark) => withMark(inner, mark, language), text)
}

function withMark(inner: ReactNode, mark: Mark, language: Language): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'underline':
      return <u>{inner}</u>
    case 'link':
      return isAllowedHref(mark.href) ? (
        <a href={mark.href} rel="noopener noreferrer nofollow" target="_blank">
          {inner}
        </a>
      ) : (
        inner
      )
    case 'ruby':
      return (
        <ruby>
          {inner}
          <rp>{language === 'ja' ? '（' : ' ('}</rp>
          <rt>{mark.rt}</rt>
          <rp>{language === 'ja' ? '）' : ')'}</rp>
        </ruby>
      )
    case 'bracket':
      return <span className={styles.bracket}>{inner}</span>
  }
}

type BracketSpan = { readonly from: number; readonly to: number; readonly by: string }

/** Where each bracket of the block begins and ends: its signs are printed once, however the block is cut. */
function bracketSpans(content: readonly Inline[]): BracketSpan[] {
  const spans = new Map<string, { from: number; to: number; by: string }>()
  let at = 0
  for (const inline of content) {
    const end = at + (inline.type === 'text' ? inline.text.length : 1)
    if (inline.type === 'text')
      for (const mark of inline.marks ?? [])
        if (mark.type === 'bracket') {
          const span = spans.get(mark.id)
          if (span) span.to = end
          else spans.set(mark.id, { from: at, to: end, by: mark.by })
        }
    at = end
  }
  return [...spans.values()]
}

const SIDE_NAMES: Readonly<Record<string, string>> = { fra: 'FRA', jap: 'JAP' }

function edges(
  spans: readonly BracketSpan[],
  language: Language,
  at: number,
  edge: 'opens' | 'closes',
): ReactNode {
  const met = spans.filter(span => (edge === 'opens' ? span.from : span.to) === at)
  return met.map(span =>
    edge === 'opens' ? (
      <span key={`${span.from}-${span.to}`} className={styles.bracketSign}>
        {language === 'fr' ? '[' : '［'}
        {SIDE_NAMES[span.by] && <sup>{SIDE_NAMES[span.by]}</sup>}
      </span>
    ) : (
      <span key={`${span.from}-${span.to}`} className={styles.bracketSign}>
        {language === 'fr' ? ']' : '］'}
      </span>
    ),
  )
}
