/** Which of several things stands beside the text. */
import { changes } from '../../i18n/messages/changes.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './side-switch.module.css'
import type { SideMode } from './use-draft-side.ts'

type SideSwitchProps = {
  readonly mode: SideMode
  /** Those that there are. */
  readonly modes: readonly SideMode[]
  /** How many are open or undecided. */
  readonly counts: { readonly [M in SideMode]: number }
  readonly onMode: (mode: SideMode) => void
}

export function SideSwitch({ mode, modes, counts, onMode }: SideSwitchProps) {
  const t = useText(threads)
  const ch = useText(changes)
  return (
    <fieldset className={styles.switch} aria-label={t('beside')}>
      {modes.map(each => (
        <button key={each} type="button" aria-pressed={each === mode} onClick={() => onMode(each)}>
          {each === 'changes' ? ch('side') : t(each === 'threads' ? 'sideThreads' : 'sideAmendments')}
          {counts[each] > 0 && <span className={styles.count}>{counts[each]}</span>}
        </button>
      ))}
    </fieldset>
  )
}
