/** Which paragraph an amendment is about, in the answer and in the text that followed; and what kind of change it is. */
import type { AmendmentFateView } from '../../../shared/protocol/views.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './fate-table.module.css'
import type { FateSetting } from './fate-table.tsx'

type UnitCellProps = { readonly amendment: AmendmentFateView; readonly names: FateSetting['names'] }

export function UnitCell({ amendment, names }: UnitCellProps) {
  const t = useText(fates)
  const c = useText(compare)
  const { rows, kinds, alarm } = amendment
  const asked = rows.flatMap(row => (row.newPosition === null ? [] : [row.newPosition + 1]))
  const before = rows.flatMap(row => (row.oldPosition === null ? [] : [row.oldPosition + 1]))
  return (
    <>
      <p className={styles.number}>
        {asked.length > 0
          ? t('numberIn', { label: names.answer, n: listed(asked) })
          : t('numberIn', { label: names.base, n: listed(before) })}
      </p>
      <p className={styles.numberNow}>
        <NumberNow amendment={amendment} version={names.version} />
      </p>
      <ul className={styles.kinds}>
        {kinds.map(kind => (
          <li key={kind}>{c(kind)}</li>
        ))}
        {alarm && <li>{c(alarm === 'fr-only' ? 'frOnly' : 'jaOnly')}</li>}
      </ul>
    </>
  )
}

function NumberNow({
  amendment: { places, now },
  version,
}: {
  readonly amendment: AmendmentFateView
  readonly version: string
}) {
  const t = useText(fates)
  const numbers = places.map(({ position }) => position + 1)
  if (now.some(row => row.newUnit !== null)) return t('numberIn', { label: version, n: listed(numbers) })
  return numbers.length > 0
    ? t('numberNear', { label: version, n: numbers[0]! })
    : t('numberGone', { label: version })
}

function listed(numbers: readonly number[]): string {
  return numbers.join(', ')
}
