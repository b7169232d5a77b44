/** Which of two things stands beside the text. */
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './side-switch.module.css'
import { SIDE_MODES, type SideMode } from './use-draft-side.ts'

type SideSwitchProps = {
  readonly mode: SideMode
  /** How many are open or undecided. */
  readonly counts: { readonly [M in SideMode]: number }
  readonly onMode: (mode: SideMode) => void
}

export function SideSwitch({ mode, counts, onMode }: SideSwitchProps) {
  const t = useText(threads)
  return (
    <fieldset className={styles.switch} aria-label={t('beside')}>
      {SIDE_MODES.map(each => (
        <button key={each} type="button" aria-pressed={each === mode} onClick={() => onMode(each)}>
          {t(each === 'threads' ? 'sideThreads' : 'sideAmendments')}
          {counts[each] > 0 && <span className={styles.count}>{counts[each]}</span>}
        </button>
      ))}
    </fieldset>
  )
}
