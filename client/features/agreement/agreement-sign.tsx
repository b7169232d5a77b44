/**
 * The sign of a state: the French side's square and the Japanese side's disc, as everywhere (ui/side-mark.tsx).
 * Hollow without consent, full with it, half full ad referendum; a frame around both once they are sealed.
 */
import { SIDES, type Side } from '../../../shared/model/bilingual-text.ts'
import styles from './agreement-sign.module.css'
import type { ShownState, UnitStanding } from './unit-standing.ts'

type Fill = 'none' | 'half' | 'full'

export function AgreementSign({ standing }: { readonly standing: Pick<UnitStanding, 'state' | 'consents'> }) {
  const { state, consents } = standing
  return (
    <Shapes
      sealed={state === 'sealed'}
      fill={side => {
        if (state === 'sealed') return 'full'
        const given = consents.find(consent => consent.side === side)
        return !given ? 'none' : given.kind === 'agreed' ? 'full' : 'half'
      }}
    />
  )
}

/** Of a state by itself, as in a count. */
export function StateSign({ state }: { readonly state: ShownState }) {
  const fills: { readonly [S in ShownState]: readonly [Fill, Fill] } = {
    open: ['none', 'none'],
    'proposed-fra': ['full', 'none'],
    'proposed-jap': ['none', 'full'],
    'ad-referendum': ['full', 'half'],
    agreed: ['full', 'full'],
    sealed: ['full', 'full'],
  }
  return <Shapes sealed={state === 'sealed'} fill={side => fills[state][SIDES.indexOf(side)]!} />
}

function Shapes({ fill, sealed }: { readonly fill: (side: Side) => Fill; readonly sealed: boolean }) {
  const [fra, jap] = [fill('fra'), fill('jap')]
  return (
    <svg className={styles.sign} viewBox="0 0 22 12" width="25" height="13.6" aria-hidden="true">
      {sealed && <rect className={styles.line} x="0.6" y="0.6" width="20.8" height="10.8" rx="1.5" />}
      <rect className={styles.fra} data-fill={fra} x="3" y="2.5" width="7" height="7" />
      {fra === 'half' && <rect className={styles.fra} data-fill="full" x="3" y="6" width="7" height="3.5" />}
      <circle className={styles.jap} data-fill={jap} cx="15.5" cy="6" r="3.6" />
      {jap === 'half' && <path className={styles.jap} data-fill="full" d="M11.9 6a3.6 3.6 0 0 0 7.2 0z" />}
    </svg>
  )
}

export function LockSign() {
  return (
    <svg className={styles.lock} viewBox="0 0 10 12" width="10" height="12" aria-hidden="true">
      <rect className={styles.full} x="1" y="5.4" width="8" height="5.8" rx="0.8" />
      <path className={styles.line} d="M2.8 5.4V3.6a2.2 2.2 0 0 1 4.4 0v1.8" />
    </svg>
  )
}
