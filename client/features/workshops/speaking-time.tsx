import type { Minutes } from '../../../shared/model/participation.ts'
import { workshops } from '../../i18n/messages/workshops.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './workshops.module.css'

/** Minutes of speech with and without interpretation, against the time there is (null: not known). */
export function SpeakingTime({
  minutes,
  interpreted,
  slot,
}: {
  readonly minutes: Minutes
  readonly interpreted: boolean
  readonly slot: number | null
}) {
  const t = useText(workshops)
  const twice = { least: minutes.least * 2, most: minutes.most * 2 }
  const needed = interpreted ? twice : minutes
  return (
    <>
      {t('minutes', { span: spanOf(minutes) })}
      <span className={styles.clock}>
        {slot === null
          ? t('minutes-interpreted', { span: spanOf(twice) })
          : t('minutes-of-slot', { span: spanOf(twice), minutes: slot })}
      </span>
      {slot !== null && needed.most > slot && (
        <span className={styles.beyond}>
          <span aria-hidden="true">▲ </span>
          {t('beyond-slot')}
        </span>
      )}
    </>
  )
}

function spanOf({ least, most }: Minutes): string {
  return least === most ? String(least) : `${least}–${most}`
}
