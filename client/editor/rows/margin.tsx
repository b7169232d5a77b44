/** The margin of the sheet: each unit's number, its state, its threads, who is in it. */
import { memo } from 'react'
import type { ThreadId, UnitId } from '../../../shared/model/ids.ts'
import { editor } from '../../i18n/messages/editor.ts'
import { useText } from '../../i18n/use-text.ts'
import { UnitAgreement } from '../../text-view/unit-agreement.tsx'
import { UnitChangeMarks } from '../../text-view/unit-change-marks.tsx'
import { UnitOrigins } from '../../text-view/unit-origins.tsx'
import type { AmendmentInMargin } from '../amendments/editor-amendments.ts'
import { MarginAmendments } from '../amendments/margin-amendments.tsx'
import type { UnitChange } from '../changed-units.ts'
import type { PersonPresent } from '../presence/people-present.ts'
import styles from '../sheet.module.css'
import type { ThreadsInMargin } from '../threads/editor-threads.ts'
import { MarginThreads } from '../threads/margin-threads.tsx'
import type { Row } from './row-layout.ts'

type MarginProps = {
  readonly row: Row
  readonly change: UnitChange | undefined
  /** Name of what the changes are counted from. */
  readonly since: string
  readonly people: readonly PersonPresent[]
  readonly amendments: readonly AmendmentInMargin[] | undefined
  readonly onAmendment: (amendment: string) => void
  readonly threads: ThreadsInMargin | undefined
  readonly onThread: ((thread: ThreadId) => void) | undefined
  readonly onBeginThread: ((unit: string) => void) | undefined
  readonly onGo: (unit: string) => void
}

export const Margin = memo(function Margin({
  row,
  change,
  since,
  people,
  amendments,
  onAmendment,
  threads,
  onThread,
  onBeginThread,
  onGo,
}: MarginProps) {
  const t = useText(editor)
  const state = stateOf(row, change)
  const here = people.filter(person => person.units.includes(row.unit))
  return (
    <div
      className={styles.margin}
      style={{ gridRow: `${row.line} / span ${row.span}` }}
      data-unit={row.unit}
      data-kind={kindOf(row)}
    >
      <button
        type="button"
        className={styles.number}
        aria-label={t('goToUnit', { number: row.number })}
        onClick={() => onGo(row.unit)}
      >
        {row.number}
      </button>
      {state && (
        <span
          className={styles.state}
          data-alarm={state.alarm || undefined}
          title={state.hint ? t(state.hint, { label: since }) : undefined}
        >
          <span aria-hidden="true">{state.sign} </span>
          {t(state.word)}
        </span>
      )}
      {!row.again && <UnitAgreement unit={row.unit as UnitId} number={row.number} />}
      {amendments && <MarginAmendments amendments={amendments} onOpen={onAmendment} />}
      {!row.again && <UnitChangeMarks unit={row.unit as UnitId} />}
      {!row.again && <UnitOrigins unit={row.unit as UnitId} />}
      {onThread && !row.again && (threads || onBeginThread) && (
        <MarginThreads
          threads={threads}
          number={row.number}
          onOpen={onThread}
          onBegin={onBeginThread && (() => onBeginThread(row.unit))}
        />
      )}
      {here.length > 0 && (
        <ul className={styles.here}>
          {here.map(({ user }) => (
            <li
              key={user.mandate}
              data-colour={user.colour}
              title={t('inUnit', { name: user.name })}
              aria-label={t('inUnit', { name: user.name })}
            />
          ))}
        </ul>
      )}
    </div>
  )
})

/** The number stands on the first line of what it numbers. */
function kindOf(row: Row): string | undefined {
  const cell = row.fr.state === 'here' ? row.fr : row.ja
  const first = cell.state === 'here' ? cell.blocks[0] : undefined
  return first && `${first.kind}-${first.level}`
}

type Marked = {
  readonly sign: string
  readonly word:
    | 'missingMarkFr'
    | 'missingMarkJa'
    | 'orderDiffers'
    | 'isNew'
    | 'changedBoth'
    | 'changedFr'
    | 'changedJa'
  readonly hint?: 'isNewHint' | 'changedBothHint' | 'changedFrHint' | 'changedJaHint'
  readonly alarm?: boolean
}

/** The one thing that matters most about the row. */
function stateOf(row: Row, change: UnitChange | undefined): Marked | undefined {
  if (row.fr.state === 'missing') return { sign: '○', word: 'missingMarkFr', alarm: true }
  if (row.ja.state === 'missing') return { sign: '○', word: 'missingMarkJa', alarm: true }
  if (row.fr.state === 'elsewhere' || row.ja.state === 'elsewhere') return { sign: '⇅', word: 'orderDiffers' }
  if (!change) return undefined
  if (change.isNew) return { sign: '＋', word: 'isNew', hint: 'isNewHint' }
  if (change.fr && change.ja) return { sign: '●', word: 'changedBoth', hint: 'changedBothHint' }
  return change.fr
    ? { sign: '◐', word: 'changedFr', hint: 'changedFrHint', alarm: true }
    : { sign: '◑', word: 'changedJa', hint: 'changedJaHint', alarm: true }
}
