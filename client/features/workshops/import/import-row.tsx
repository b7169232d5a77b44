import { useState } from 'react'
import type {
  Chosen,
  JudgedRow,
  ParticipationRow,
  Speaker,
} from '../../../../shared/import/participation-rows.ts'
import type { EditionView } from '../../../../shared/protocol/views.ts'
import { participationImport } from '../../../i18n/messages/participation-import.ts'
import { participations } from '../../../i18n/messages/participations.ts'
import { labelIn, useLanguage, useText } from '../../../i18n/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/field.tsx'
import { SideMark } from '../../../ui/side-mark.tsx'
import { ParticipationFields } from '../participation-fields.tsx'
import styles from './participation-import.module.css'
import { mendRow, namedCells } from './rows-to-send.ts'

type RowProps = {
  readonly row: ParticipationRow
  readonly headings: readonly string[]
  readonly judged: JudgedRow
  readonly edition: EditionView
  readonly onChange: (row: ParticipationRow) => void
}

const SIGNS = { ready: '✓', mend: '▲', out: '–' } as const

/** One row of the file: what was understood in one line, what stands against it, and the fields to mend it. */
export function ImportRow(props: RowProps) {
  const t = useText(participationImport)
  const { row, judged, onChange } = props
  const [open, setOpen] = useState(false)
  const state = row.leftOut ? 'out' : judged.faults.length > 0 ? 'mend' : 'ready'
  const { line } = row
  return (
    <li className={`${styles.row} ${styles[state]}`} data-faulty={state === 'mend' || undefined}>
      <header className={styles.rowHead}>
        <p className={styles.state}>
          <span className={styles.line}>{t('line', { line })}</span>
          <span>
            <span aria-hidden="true">{SIGNS[state]} </span>
            {t(`state.${state}`)}
          </span>
        </p>
        <Summary {...props} />
        <div className={styles.rowActs}>
          {!row.leftOut && (
            <Button
              aria-expanded={open}
              aria-label={t(open ? 'close-line' : 'mend-line', { line })}
              onClick={() => setOpen(!open)}
            >
              {t(open ? 'close' : 'mend')}
            </Button>
          )}
          <Button
            aria-label={t(row.leftOut ? 'take-in-line' : 'leave-out-line', { line })}
            onClick={() => onChange({ ...row, leftOut: !row.leftOut })}
          >
            {t(row.leftOut ? 'take-in' : 'leave-out')}
          </Button>
        </div>
      </header>
      <Findings judged={judged} />
      {open && !row.leftOut && <Mending {...props} />}
    </li>
  )
}

function Findings({ judged: { faults, notices } }: Pick<RowProps, 'judged'>) {
  const t = useText(participationImport)
  if (faults.length + notices.length === 0) return null
  return (
    <ul className={styles.findings}>
      {faults.map(({ fault, detail }) => (
        <li key={fault + detail} className={styles.fault}>
          <span aria-hidden="true">▲ </span>
          {fault === 'workshop-unknown' || fault === 'duplicate-of-row'
            ? t(`fault.${fault}`, { detail })
            : t(`fault.${fault}`)}
        </li>
      ))}
      {notices.map(notice => (
        <li key={notice}>
          <span aria-hidden="true">— </span>
          {t(`notice.${notice}`)}
        </li>
      ))}
    </ul>
  )
}

function Mending({ row, headings, edition, onChange }: RowProps) {
  const t = useText(participationImport)
  const half = row.pairSaid && (row.fra.kind === 'none') !== (row.jap.kind === 'none')
  return (
    <div className={styles.mending}>
      <p className={styles.cells}>
        {t('in-file')}{' '}
        {namedCells(headings, row.cells).map(({ place, heading, cell }) => (
          <span key={place}>
            <span className={styles.heading}>{heading}</span> {cell || '∅'}
          </span>
        ))}
      </p>
      {half && (
        <CheckField
          label={t('takes-part-alone')}
          checked={row.alone}
          onChange={alone => onChange({ ...row, alone })}
        />
      )}
      <ParticipationFields form={row} set={part => onChange(mendRow(row, part))} edition={edition} />
    </div>
  )
}

/** Who, which workshops, and the note, as they would be saved. */
function Summary({ row, edition }: RowProps) {
  const t = useText(participations)
  const language = useLanguage()
  const name = (speaker: Speaker) => {
    if (speaker.kind === 'none') return null
    if (speaker.kind === 'new') return [speaker.name.fr, speaker.name.ja].filter(Boolean).join(' / ')
    const known = edition.organisations.find(({ id }) => id === speaker.id)
    return known ? labelIn(known.name, language).text : null
  }
  const number = (chosen: Chosen) => {
    if (!chosen) return '—'
    if ('words' in chosen) return '？'
    return String(edition.workshops.find(({ id }) => id === chosen.id)?.number ?? '？')
  }
  return (
    <div className={styles.summary}>
      {(['fra', 'jap'] as const).map(side => {
        const said = name(row[side])
        return (
          said !== null && (
            <span key={side} className={styles.speaker}>
              <SideMark side={side} />
              <span>
                {row[side].kind === 'new' && <span aria-hidden="true">＋ </span>}
                {said}
              </span>
            </span>
          )
        )
      })}
      <span className={styles.faint}>
        {t('first')} {number(row.first)} · {t('second')} {number(row.second)}
        {row.speaks && ` · ${t('speaks')} ${number(row.speaks)}`}
        {row.note && ` · ${t('note-is', { words: row.note })}`}
      </span>
    </div>
  )
}
