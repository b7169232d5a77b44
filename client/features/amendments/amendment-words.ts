/** What the interface says of where an amendment stands. */
import { amendments } from '../../i18n/messages/amendments.ts'
import { useText } from '../../i18n/use-text.ts'
import type { AmendmentItem } from './amendment-desk.ts'

export type SayPlace = (item: Pick<AmendmentItem, 'units' | 'after'>) => string

/** "Paragraph 12", "After paragraph 18". */
export function usePlaceWords(): SayPlace {
  const t = useText(amendments)
  return ({ units, after }) => {
    if (units.length > 1) return t('units', { numbers: units.map(({ number }) => number).join(', ') })
    if (units[0]) return t('unit', { n: units[0].number })
    if (after === null) return t('nowhere')
    return after === 0 ? t('atStart') : t('after', { n: after })
  }
}
