/** Second step: which paragraphs say the same, corrected by hand, until it is confirmed. */
import { useMemo, useRef, useState } from 'react'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { imports } from '../../i18n/messages/import.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import {
  changeKind,
  confidenceOf,
  joinWithNext,
  moveDown,
  moveUp,
  removeBlock,
  rowsToLookAt,
  splitRow,
} from './alignment-review.ts'
import { ConfirmImport } from './confirm-import.tsx'
import { DroppedList } from './dropped-list.tsx'
import type { KeptImport } from './kept-import.ts'
import { type ReviewActs, ReviewRowView } from './review-row.tsx'
import styles from './review-step.module.css'
import { TypedBracketsList } from './typed-brackets-list.tsx'
import { type Choices, chosenRows, foundIn } from './typed-choices.ts'
import { type Review, type Rows, useReview } from './use-review.ts'
import { type ReviewKeys, useReviewKeys } from './use-review-keys.ts'

type ReviewStepProps = {
  readonly text: string
  readonly first: Rows
  readonly dropped: KeptImport['dropped']
  readonly label: string
  readonly onRows: (rows: Rows) => void
  readonly onLabel: (label: string) => void
  readonly onBack: () => void
  readonly onDone: () => void
}

export function ReviewStep({
  text,
  first,
  dropped,
  label,
  onRows,
  onLabel,
  onBack,
  onDone,
}: ReviewStepProps) {
  const t = useText(imports)
  const review = useReview(first, onRows)
  const list = useRef<HTMLElement>(null)
  const acts = useActs(review)
  const keys = useKeys(review, acts)
  useReviewKeys(list, keys)
  const look = rowsToLookAt(review.rows)
  const [choices, setChoices] = useState<Choices>(new Map())
  const found = useMemo(() => foundIn(review.rows), [review.rows])
  const alone = review.rows.filter(row => confidenceOf(row) === 'one-language').length

  return (
    <section ref={list} className={styles.step} aria-label={t('stepReview')}>
      <div className={styles.bar}>
        <p className={styles.counts}>
          <span>{t('rows', { count: review.rows.length })}</span>
          <strong>{look.length ? t('toLookAt', { count: look.length }) : t('nothingToLookAt')}</strong>
        </p>
        <Button disabled={look.length === 0} onClick={() => keys.look(currentRow())} aria-keyshortcuts="n">
          {t('nextToLookAt')}
        </Button>
        <Button disabled={!review.canUndo} onClick={keys.undo} aria-keyshortcuts="Control+Z">
          {t('undo')}
        </Button>
        <Button disabled={!review.canRedo} onClick={keys.redo} aria-keyshortcuts="Control+Shift+Z">
          {t('redo')}
        </Button>
        <Button kind="plain" onClick={onBack}>
          {t('backToSources')}
        </Button>
        <p className="unseen" role="status">
          {review.said}
        </p>
      </div>
      <DroppedList dropped={dropped} />
      <div className={styles.sheet}>
        <div className={styles.heads} aria-hidden="true">
          <span />
          {LANGUAGES.map(language => (
            <span key={language} lang={language}>
              {LANGUAGE_NAMES[language]}
            </span>
          ))}
        </div>
        <ol>
          {review.rows.map((row, index) => (
            <ReviewRowView
              key={row.key}
              row={row}
              index={index}
              last={index === review.rows.length - 1}
              acts={acts}
            />
          ))}
        </ol>
      </div>
      <KeyHelp />
      <TypedBracketsList found={found} choices={choices} onChoices={setChoices} />
      <ConfirmImport
        text={text}
        rows={chosenRows(review.rows, choices)}
        alone={alone}
        label={label}
        onLabel={onLabel}
        onDone={onDone}
      />
    </section>
  )
}

/** The row that holds the focus, or before the first. */
function currentRow(): number {
  return Number(
    document.activeElement?.closest('[data-review-index]')?.getAttribute('data-review-index') ?? -1,
  )
}

/** One object for the life of the page: rows that did not change are not drawn again. */
function useActs(review: Review): ReviewActs {
  const t = useText(imports)
  const now = useRef({ review, t })
  now.current = { review, t }
  return useMemo<ReviewActs>(() => {
    const change: Review['change'] = (operate, said, keep) => now.current.review.change(operate, said, keep)
    return {
      join: row => change(rows => joinWithNext(rows, row), now.current.t('joined'), row),
      split: row => change(rows => splitRow(rows, row), now.current.t('splitDone'), row),
      move: (place, by) =>
        change(rows => (by < 0 ? moveUp : moveDown)(rows, place), now.current.t('moved'), place),
      remove: place => change(rows => removeBlock(rows, place), now.current.t('removed'), place.row),
      reshape: (place, shape) => change(rows => changeKind(rows, place, shape), now.current.t('kindChanged')),
    }
  }, [])
}

function useKeys(review: Review, acts: ReviewActs): ReviewKeys {
  const t = useText(imports)
  return useMemo(
    () => ({
      join: acts.join,
      split: acts.split,
      move: acts.move,
      goTo,
      look: row => {
        const rows = rowsToLookAt(review.rows)
        goTo(rows.find(each => each > row) ?? rows[0] ?? row)
      },
      undo: () => review.undo(t('undone')),
      redo: () => review.redo(t('redone')),
    }),
    [acts, review, t],
  )
}

function goTo(row: number): void {
  const element = document.querySelector<HTMLElement>(`[data-review-index="${row}"]`)
  element?.scrollIntoView({ block: 'center' })
  const enabled = element?.querySelector<HTMLElement>('[data-row-focus]:enabled, [data-block-focus]')
  enabled?.focus({ preventScroll: true })
}

function KeyHelp() {
  const t = useText(imports)
  const keys = [
    ['↑ ↓', t('keyMove')],
    ['N', t('keyLook')],
    ['M', t('keyJoin')],
    ['S', t('keySplit')],
    ['Alt ↑ · Alt ↓', t('keyUp')],
    ['Ctrl Z · Ctrl ⇧ Z', t('keyUndo')],
  ] as const
  return (
    <dl className={styles.keys} aria-label={t('keysTitle')}>
      {keys.map(([key, words]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
