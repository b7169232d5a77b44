/** How a point in time is named: by its version and day, or as what is now. */
import type { ConvergencePoint } from '../../../shared/protocol/convergence-views.ts'
import { shortDay } from '../../../shared/words/dates.ts'
import { convergence } from '../../i18n/messages/convergence.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session.tsx'

export type PointName = { readonly label: string; readonly when: string }

/** « V1-FRA », « 29 mai »; « V2 », « aujourd’hui »; « texte commun », « aujourd’hui ». */
export function usePointName(): (point: ConvergencePoint) => PointName {
  const t = useText(convergence)
  const language = useLanguage()
  const { zone } = useSession().person
  return ({ place, at, now }) => ({
    label: place.kind === 'version' ? place.label : t('nowDraft'),
    when: now ? t('now') : shortDay(at, new Date().toISOString(), language, zone),
  })
}

/** What names the point in an address: `now`, or the id of its version. */
export function pointKey({ place, now }: ConvergencePoint): string {
  return now ? 'now' : place.id
}
