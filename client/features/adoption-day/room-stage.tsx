/** The text before the room: unit below unit, both languages side by side, the current one large. */
import { memo, useEffect, useMemo, useRef } from 'react'
import type { ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { Unit } from '../../../shared/model/bilingual-text.ts'
import { type BlockNumbers, blockNumbers } from '../../../shared/model/block-numbers.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { UnitWords } from '../../../shared/model/proposal.ts'
import { adoptionDay } from '../../i18n/messages/adoption-day.ts'
import { agreement as agreementWords } from '../../i18n/messages/agreement.ts'
import { useText } from '../../i18n/use-text.ts'
import { AgreementSign } from '../agreement/agreement-sign.tsx'
import type { UnitStanding } from '../agreement/unit-standing.ts'
import { CHANGE_SIGNS } from '../changes/change-signs.ts'
import styles from './room-stage.module.css'
import type { RoomText } from './room-text.ts'
import { RoomWords } from './room-words.tsx'
import { useStageFit } from './use-stage-fit.ts'

/** What stands in place of the current unit's words, while a change of it is asked for. */
export type ShownChange =
  | { readonly kind: 'marked'; readonly rows: readonly ComparisonRow[] }
  | { readonly kind: 'after'; readonly words: UnitWords }

type RoomStageProps = {
  readonly room: RoomText
  readonly units: readonly Unit[]
  /** Index of the current unit. */
  readonly current: number
  readonly change: ShownChange | null
  /** Units of which a change is asked for. */
  readonly asked: ReadonlySet<UnitId>
  readonly size: number
  readonly focus: boolean
  /** Told how to turn a page within the current unit. */
  readonly pager: { current: ((by: 1 | -1) => boolean) | null }
  readonly onUnit: (index: number) => void
}

export function RoomStage(props: RoomStageProps) {
  const { room, units, current, change, asked, size, focus, pager, onUnit } = props
  const stage = useRef<HTMLDivElement>(null)
  const numbers = useMemo(() => blockNumbers(room.content), [room.content])
  const counted = useCounted([units, room.facts, change])
  const turn = useStageFit(stage, { subject: `${units[current]?.id} ${counted}`, size, focus })
  useEffect(() => {
    pager.current = turn
  }, [pager, turn])
  return (
    <div ref={stage} className={styles.stage} data-focus={focus}>
      {units.map((unit, index) => (
        <RoomUnit
          key={unit.id}
          unit={unit}
          index={index}
          current={index === current}
          change={index === current ? change : null}
          asked={asked.has(unit.id)}
          standing={room.agreement?.standings.get(unit.id)}
          facts={room.facts}
          numbers={numbers}
          onUnit={onUnit}
        />
      ))}
    </div>
  )
}

type RoomUnitProps = {
  readonly unit: Unit
  readonly index: number
  readonly current: boolean
  readonly change: ShownChange | null
  readonly asked: boolean
  readonly standing: UnitStanding | undefined
  readonly facts: FactValues
  readonly numbers: BlockNumbers
  readonly onUnit: (index: number) => void
}

const RoomUnit = memo(function RoomUnit(props: RoomUnitProps) {
  const { unit, index, current, change, asked, standing, facts, numbers, onUnit } = props
  const t = useText(adoptionDay)
  const a = useText(agreementWords)
  const rows = change?.kind === 'marked' ? change.rows : null
  const words = change?.kind === 'after' ? change.words : unit
  const number = index + 1
  return (
    <section
      className={styles.unit}
      data-current={current}
      data-unit={unit.id}
      aria-label={t('unit', { n: number })}
      aria-current={current || undefined}
    >
      <p className={styles.unitNumber}>
        <button type="button" onClick={() => onUnit(index)}>
          {number}
        </button>
        {standing && (
          <span className={styles.sign} title={a(`state.${standing.state}`)}>
            <AgreementSign standing={standing} />
            <span className="unseen">{a(`state.${standing.state}`)}</span>
          </span>
        )}
        {asked && (
          <span className={styles.sign} title={t('change')}>
            <span aria-hidden="true">{CHANGE_SIGNS.open}</span>
            <span className="unseen">{t('change')}</span>
          </span>
        )}
      </p>
      {LANGUAGES.map(language => (
        <RoomWords
          key={language}
          language={language}
          blocks={words[language]}
          rows={rows}
          facts={facts}
          numbers={numbers}
          every={current ? 1 : 5}
        />
      ))}
    </section>
  )
})

/** Grows by one whenever one of them is another. */
function useCounted(of: readonly unknown[]): number {
  const kept = useRef({ of, count: 0 })
  if (of.some((each, index) => each !== kept.current.of[index]))
    kept.current = { of, count: kept.current.count + 1 }
  return kept.current.count
}
