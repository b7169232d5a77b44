/**
 * The words of one language, of which some are chosen: by pointer (press on the first word, go to the last), or by
 * keyboard (arrows, with Shift to take more words in). The chosen ones stand between the signs of a bracket.
 */
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react'
import type { Side } from '../../../shared/model/bilingual-text.ts'
import { BRACKET_SIGNS, bracketSide } from '../../../shared/model/bracket-signs.ts'
import { edgesAt } from '../../../shared/model/bracket-spans.ts'
import type { Language } from '../../../shared/model/language.ts'
import { type ChoiceBlock, type ChoiceRange, wholeOf, wordsOf } from '../../editor/brackets/passage-choice.ts'
import { brackets } from '../../i18n/messages/brackets.ts'
import { common } from '../../i18n/messages/common.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './bracket-dialog.module.css'

type PassagePickerProps = {
  readonly language: Language
  readonly blocks: readonly ChoiceBlock[]
  readonly by: Side | ''
  readonly value: ChoiceRange | null
  readonly onChange: (value: ChoiceRange | null) => void
}

export function PassagePicker({ language, blocks, by, value, onChange }: PassagePickerProps) {
  const t = useText(brackets)
  const c = useText(common)
  const tokens = useMemo(() => tokensOf(blocks, language), [blocks, language])
  const [ends, setEnds] = useState<Ends | null>(null)
  const pressed = useRef(false)
  const choose = (next: Ends) => {
    setEnds(next)
    const [first, last] = [Math.min(next.anchor, next.head), Math.max(next.anchor, next.head)]
    onChange({ from: tokens[first]!.from, to: tokens[last]!.to })
  }
  const at = (event: PointerEvent) => {
    const element = document.elementFromPoint(event.clientX, event.clientY)
    const index = element?.closest<HTMLElement>('[data-token]')?.dataset.token
    return index === undefined ? undefined : Number(index)
  }
  const onPress = (event: PointerEvent) => {
    const token = at(event)
    if (token === undefined || event.button !== 0) return
    pressed.current = true
    choose({ anchor: event.shiftKey && ends ? ends.anchor : token, head: token })
  }
  const onMove = (event: PointerEvent) => {
    const token = pressed.current ? at(event) : undefined
    if (token !== undefined && ends && token !== ends.head) choose({ ...ends, head: token })
  }
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined || tokens.length === 0 || event.altKey || event.metaKey) return
    event.preventDefault()
    const from = ends ?? endsOf(tokens, value)
    const head = Math.min(Math.max(step === 0 ? 0 : from.head + step, 0), tokens.length - 1)
    choose({ anchor: event.shiftKey ? from.anchor : head, head })
  }
  const whole = wholeOf(blocks)
  const name = c(`language.${language}`)
  if (!whole)
    return (
      <section className={styles.picker}>
        <h3>{name}</h3>
        <p className={styles.none}>{t(`noWords.${language}`)}</p>
      </section>
    )
  const words = wordsOf(blocks)
  return (
    <section className={styles.picker}>
      <header>
        <h3>{name}</h3>
        <span>
          <button type="button" onClick={() => onChange(whole)} disabled={sameRange(value, whole)}>
            {t('wholeUnit')}
          </button>
          <button type="button" onClick={() => onChange(null)} disabled={value === null}>
            {t('noPassage')}
          </button>
        </span>
      </header>
      <div
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('wordsOf', { language: name })}
        aria-describedby={`chosen-${language}`}
        tabIndex={0}
        lang={language}
        className={styles.words}
        onPointerDown={onPress}
        onPointerMove={onMove}
        onPointerUp={() => {
          pressed.current = false
        }}
        onPointerLeave={() => {
          pressed.current = false
        }}
        onKeyDown={onKey}
      >
        <Pieces blocks={blocks} tokens={tokens} value={value} by={by} language={language} />
      </div>
      <p id={`chosen-${language}`} className="unseen" aria-live="polite">
        {value ? t('chosenWords', { words: words.slice(value.from, value.to) }) : t('noneChosen')}
      </p>
      {value === null && <p className={styles.none}>{t(`missing.${language}`)}</p>}
    </section>
  )
}

type PiecesProps = Pick<PassagePickerProps, 'blocks' | 'value' | 'by' | 'language'> & {
  readonly tokens: readonly Token[]
}

function Pieces({ blocks, tokens, value, by, language }: PiecesProps) {
  const starts = blocks.map((_, index) => wordsOf(blocks.slice(0, index)).length)
  return blocks.map((block, index) => {
    const [from, to] = [starts[index]!, starts[index]! + block.words.length]
    const cuts = new Set<number>([from, to])
    for (const span of block.spans) for (const edge of [span.from, span.to]) cuts.add(from + edge)
    for (const token of tokens) for (const edge of [token.from, token.to]) cuts.add(edge)
    if (value) for (const edge of [value.from, value.to]) cuts.add(edge)
    const edges = [...cuts].filter(edge => edge >= from && edge <= to).sort((a, b) => a - b)
    return (
      <p key={block.block}>
        {edges.slice(0, -1).map((edge, nth) => {
          const end = edges[nth + 1]!
          const chosen = value !== null && value.from <= edge && end <= value.to
          const token = tokens.findIndex(each => each.from <= edge && end <= each.to)
          const shown = (
            <>
              {value?.from === edge && <Sign language={language} edge="opens" by={by} />}
              {edgesAt(block.spans, edge - from).opens.map(span => (
                <Sign key={span.id} language={language} edge="opens" by={span.by} />
              ))}
              {shownWords(block, edge - from, end - from)}
              {edgesAt(block.spans, end - from).closes.map(span => (
                <Sign key={span.id} language={language} edge="closes" by="" />
              ))}
              {value?.to === end && <Sign language={language} edge="closes" by="" />}
            </>
          )
          return token < 0 ? (
            <span key={edge} data-chosen={chosen || undefined}>
              {shown}
            </span>
          ) : (
            <span
              key={edge}
              role="option"
              aria-selected={chosen}
              tabIndex={-1}
              data-token={token}
              data-chosen={chosen || undefined}
            >
              {shown}
            </span>
          )
        })}
      </p>
    )
  })
}

function Sign({
  language,
  edge,
  by,
}: {
  readonly language: Language
  readonly edge: 'opens' | 'closes'
  readonly by: Side | ''
}) {
  const side = bracketSide(by, language)
  return (
    <span className={styles.sign} aria-hidden="true">
      {BRACKET_SIGNS[language][edge]}
      {side && <sup>{side}</sup>}
    </span>
  )
}

type Token = ChoiceRange
type Ends = { readonly anchor: number; readonly head: number }

/** Home goes to the first word, the arrows one on or back. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: 5,
  ArrowUp: -5,
  Home: 0,
  End: Number.MAX_SAFE_INTEGER,
}

/** Words and signs, without the blanks between them. */
function tokensOf(blocks: readonly ChoiceBlock[], language: Language): Token[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  let before = 0
  return blocks.flatMap(({ words }) => {
    const start = before
    before += words.length
    return [...segmenter.segment(words)]
      .filter(({ segment }) => segment.trim() !== '')
      .map(({ segment, index }) => ({ from: start + index, to: start + index + segment.length }))
  })
}

function endsOf(tokens: readonly Token[], value: ChoiceRange | null): Ends {
  if (!value) return { anchor: 0, head: 0 }
  const anchor = tokens.findIndex(({ to }) => to > value.from)
  const head = tokens.findLastIndex(({ from }) => from < value.to)
  return { anchor: Math.max(anchor, 0), head: Math.max(head, 0) }
}

function shownWords({ words, objects }: ChoiceBlock, from: number, to: number): string {
  return Array.from(
    { length: to - from },
    (_, index) => objects.get(from + index) ?? words[from + index],
  ).join('')
}

function sameRange(a: ChoiceRange | null, b: ChoiceRange | null): boolean {
  return a?.from === b?.from && a?.to === b?.to
}
