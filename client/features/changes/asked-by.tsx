import type { UnitChangeView } from '../../../shared/protocol/change-views.ts'
import { changes as words } from '../../i18n/messages/changes.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { SideMark } from '../../ui/side-mark.tsx'

/** The side that asks, by shape and word, and for whom. */
export function AskedBy({
  change: { askedBy, askedFor },
}: {
  readonly change: Pick<UnitChangeView, 'askedBy' | 'askedFor'>
}) {
  const t = useText(words)
  const language = useLanguage()
  const whom = askedFor && labelIn(askedFor, language)
  return (
    <>
      {askedBy ? (
        <>
          {t('askedBy')} <SideMark side={askedBy} />
        </>
      ) : (
        t('askedByNobody')
      )}
      {whom?.text && (
        <span lang={whom.lang}>
          {language === 'ja' ? '' : ' '}
          {t('askedForWhom', { whom: whom.text })}
        </span>
      )}
    </>
  )
}
