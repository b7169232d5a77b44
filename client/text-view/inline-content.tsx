/**
 * The inline content of a block, or a part of it, as elements. Offsets are those of `plainText`, so that a
 * comparison can show exactly the range that changed.
 */
import { Fragment, type ReactNode } from 'react'
import { sliceContent } from '../../shared/compare/slice-content.ts'
import type { Block, Inline, Mark } from '../../shared/model/bilingual-text.ts'
import { BRACKET_SIGNS, bracketSide } from '../../shared/model/bracket-signs.ts'
import { type BracketSpan, bracketSpans, edgesAt } from '../../shared/model/bracket-spans.ts'
import type { FactValues } from '../../shared/model/canonical-form.ts'
import type { BlockId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import { isAllowedHref } from '../../shared/schema/allowed-href.ts'
import { brackets } from '../i18n/messages/brackets.ts'
import { common } from '../i18n/messages/common.ts'
import { useText } from '../i18n/use-text.ts'
import { cutAtPassages, type PassageRange, type TextAge, usePassages } from './passages.tsx'
import styles from './text-view.module.css'

type InlineContentProps = {
  /** Its id is needed where its words can be commented. */
  readonly block: Pick<Block, 'content'> & Partial<Pick<Block, 'id'>>
  readonly language: Language
  readonly facts: FactValues
  /** Half-open range in UTF-16 code units of `plainText`; the whole block by default. */
  readonly from?: number
  readonly to?: number
  /** Number of the block's first note; without it notes stand in the line, in parentheses. */
  readonly firstNote?: number
  /** Of a comparison: which of its texts the block is of. */
  readonly age?: TextAge
}

export function InlineContent({ age = 'new', from = 0, to, ...props }: InlineContentProps) {
  const { block } = props
  const passages = usePassages(age, block.id)
  const end = Math.min(to ?? Number.POSITIVE_INFINITY, lengthOf(block.content))
  if (passages === null || block.id === undefined) return <Run {...props} from={from} to={end} />
  const anchor = { block: block.id, age }
  const ranges = passages.map(range => aroundRuby(block.content, range))
  return cutAtPassages(from, end, ranges).map(piece => {
    const part = { ...props, from: piece.from, to: piece.to, anchor }
    return piece.ranges.length ? (
      <PassageMark key={piece.from} ranges={piece.ranges}>
        <Run {...part} />
      </PassageMark>
    ) : (
      <Run key={piece.from} {...part} />
    )
  })
}

/** Words on which something hangs. The chosen one is told by more than its colour. */
function PassageMark({
  ranges,
  children,
}: {
  readonly ranges: readonly PassageRange[]
  readonly children: ReactNode
}) {
  return (
    <mark
      className={styles.passage}
      data-threads={ranges.map(({ key }) => key).join(' ')}
      data-shared={ranges.some(({ isShared }) => isShared) || undefined}
      data-chosen={ranges.some(({ isChosen }) => isChosen) || undefined}
    >
      {children}
    </mark>
  )
}

type RunProps = Omit<InlineContentProps, 'age' | 'from' | 'to'> & {
  readonly from: number
  readonly to: number
  /** Says on each piece of words where it stands, so that a selection can be told. */
  readonly anchor?: { readonly block: BlockId; readonly age: TextAge }
}

/** On a piece of words: where it stands, so that a selection can be told. */
type Where = {
  readonly 'data-block': BlockId
  readonly 'data-at': number
  readonly 'data-age': TextAge
  readonly 'data-atom': string | undefined
}

function Run({ block, language, facts, from, to, firstNote, anchor }: RunProps) {
  const spans = bracketSpans(block.content)
  let at = from
  let note = (firstNote ?? 0) + notesBefore(block.content, from)
  const shown = (inline: Inline, where: Where | undefined): ReactNode => {
    if (inline.type === 'text') {
      const words = marked(inline.text, inline.marks ?? [], language)
      return where ? <span {...where}>{words}</span> : words
    }
    if (inline.type === 'break') return <br {...where} />
    if (inline.type === 'fact')
      return (
        <span className={styles.fact} {...where}>
          {facts[inline.fact]?.[language] ?? (language === 'fr' ? '[…]' : '［…］')}
        </span>
      )
    return firstNote === undefined ? (
      <span className={styles.noteInLine} {...where}>
        {language === 'fr' ? ` (${inline.text})` : `（${inline.text}）`}
      </span>
    ) : (
      <sup className={styles.noteMark} {...where}>
        {note++}
      </sup>
    )
  }
  return sliceContent(block.content, from, to).map(inline => {
    const start = at
    at += inline.type === 'text' ? inline.text.length : 1
    const where = anchor && {
      'data-block': anchor.block,
      'data-at': start,
      'data-age': anchor.age,
      'data-atom': inline.type === 'text' ? undefined : '',
    }
    return (
      <Fragment key={start}>
        <Edges spans={spans} language={language} at={start} edge="opens" />
        {shown(inline, where)}
        <Edges spans={spans} language={language} at={at} edge="closes" />
      </Fragment>
    )
  })
}

/** The words of the block's notes, in order. */
export function notesOf(block: Pick<Block, 'content'>): string[] {
  return block.content.flatMap(inline => (inline.type === 'note' ? [inline.text] : []))
}

function lengthOf(content: readonly Inline[]): number {
  return content.reduce((sum, inline) => sum + (inline.type === 'text' ? inline.text.length : 1), 0)
}

/** A reading stands over whole words: a passage that begins or ends among them is shown over all of them. */
function aroundRuby(content: readonly Inline[], range: PassageRange): PassageRange {
  let { from, to } = range
  let at = 0
  for (const inline of content) {
    const end = at + (inline.type === 'text' ? inline.text.length : 1)
    if (inline.type === 'text' && inline.marks?.some(({ type }) => type === 'ruby')) {
      if (from > at && from < end) from = at
      if (to > at && to < end) to = end
    }
    at = end
  }
  return { ...range, from, to }
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

type EdgesProps = {
  readonly spans: readonly BracketSpan[]
  readonly language: Language
  readonly at: number
  readonly edge: 'opens' | 'closes'
}

/** The signs of the brackets that open or close at an offset, outermost first. For the ear they say what they are. */
function Edges({ spans, language, at, edge }: EdgesProps) {
  const met = edgesAt(spans, at)[edge]
  return met.length > 0 && met.map(span => <Sign key={span.id} span={span} language={language} edge={edge} />)
}

function Sign({
  span,
  language,
  edge,
}: { readonly span: BracketSpan } & Pick<EdgesProps, 'language' | 'edge'>) {
  const t = useText(brackets)
  const c = useText(common)
  const side = bracketSide(span.by, language)
  const said = span.by ? t('saidOpensFor', { side: c(`side.${span.by}`) }) : t('saidOpens')
  return (
    <span
      role="img"
      className={styles.bracketSign}
      aria-label={edge === 'opens' ? said : t('saidCloses')}
      data-bracket-sign={span.id}
    >
      {BRACKET_SIGNS[language][edge]}
      {edge === 'opens' && side && <sup>{side}</sup>}
    </span>
  )
}
