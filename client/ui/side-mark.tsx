import type { Side } from '../../shared/model/bilingual-text.ts'
import type { Turn } from '../../shared/model/edition.ts'
import { common } from '../i18n/messages/common.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './side-mark.module.css'

/** A side by its name and its shape: a filled square for the French side, a filled disc for the Japanese side. */
export function SideMark({ side }: { readonly side: Side | null }) {
  const t = useText(common)
  return (
    <span className={`${styles.side} ${styles[side ?? 'none']}`}>
      <span className={styles.shape} aria-hidden="true" />
      {t(side === null ? 'side.none' : `side.${side}`)}
    </span>
  )
}

/** Whose turn, in the same shapes; both for a joint stage, a hollow diamond for the workshop leads. */
export function TurnMark({
  turn,
  words,
}: {
  readonly turn: Turn
  /** Said instead of the turn's name. */
  readonly words?: string
}) {
  const t = useText(common)
  const shapes = turn === 'joint' ? (['fra', 'jap'] as const) : ([turn] as const)
  return (
    <span className={styles.side}>
      {shapes.map(shape => (
        <span key={shape} className={styles[shape]}>
          <span className={styles.shape} aria-hidden="true" />
        </span>
      ))}
      {words ?? t(`turn.${turn}`)}
    </span>
  )
}
