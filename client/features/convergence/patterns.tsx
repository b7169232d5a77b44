/** What tells standings apart on paper and for eyes that see no colours: full, slanted, dotted, empty, crossed. */
import type { Standing } from '../../../shared/model/convergence.ts'
import styles from './convergence-chart.module.css'

export function patternOf(standing: Standing, id: string): string {
  return `url(#${id}-${standing})`
}

const SIZE = 6

export function Patterns({ id }: { readonly id: string }) {
  const tile = { width: SIZE, height: SIZE, patternUnits: 'userSpaceOnUse' } as const
  return (
    <svg className={styles.patterns} aria-hidden="true">
      <defs>
        <pattern id={`${id}-agreed`} {...tile}>
          <rect width={SIZE} height={SIZE} className={styles.agreed} />
        </pattern>
        <pattern id={`${id}-ad-referendum`} {...tile}>
          <rect width={SIZE} height={SIZE} className={styles.paleGood} />
          <path d="M-1.5,1.5 l3,-3 M0,6 l6,-6 M4.5,7.5 l3,-3" className={styles.goodLine} />
        </pattern>
        <pattern id={`${id}-proposed`} {...tile}>
          <rect width={SIZE} height={SIZE} className={styles.paper} />
          <circle cx="1.5" cy="1.5" r="1" className={styles.dot} />
          <circle cx="4.5" cy="4.5" r="1" className={styles.dot} />
        </pattern>
        <pattern id={`${id}-open`} {...tile}>
          <rect width={SIZE} height={SIZE} className={styles.paper} />
        </pattern>
        <pattern id={`${id}-bracketed`} {...tile}>
          <rect width={SIZE} height={SIZE} className={styles.paleAlarm} />
          <path d="M0,0 l6,6 M0,6 l6,-6" className={styles.alarmLine} />
        </pattern>
      </defs>
    </svg>
  )
}
