/** A fate or a decision by its word and its shape: never by colour alone. */
import type { Fate, Outcome } from '../../../shared/model/amendment.ts'
import { STATE_SIGNS } from '../../editor/amendments/state-signs.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './marks.module.css'

/** Full, half, empty. */
export const FATE_SIGNS: { readonly [F in Fate]: string } = { taken: '●', 'in-part': '◐', 'not-taken': '○' }

export function FateMark({ fate }: { readonly fate: Fate }) {
  const t = useText(fates)
  return (
    <span className={styles.mark} data-fate={fate}>
      <span aria-hidden="true" className={styles.sign}>
        {FATE_SIGNS[fate]}
      </span>
      {t(`fate.${fate}`)}
    </span>
  )
}

/** `undecided`: nobody has decided yet; `none`: a version left without a decision. */
export function DecisionMark({ outcome }: { readonly outcome: Outcome | 'undecided' | 'none' }) {
  const t = useText(fates)
  return (
    <span className={styles.mark} data-decision={outcome}>
      {outcome !== 'none' && (
        <span aria-hidden="true" className={styles.sign}>
          {STATE_SIGNS[outcome]}
        </span>
      )}
      {t(`decision.${outcome}`)}
    </span>
  )
}
