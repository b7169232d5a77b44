import type { Language } from '../../../../shared/model/language.ts'
import { type Budget, budgetIn } from '../../../../shared/model/workshop.ts'
import { workshopProgress } from '../../../i18n/messages/workshop-progress.ts'
import { useLanguage, useText } from '../../../i18n/use-text.ts'
import { numberIn } from './number-words.ts'
import styles from './progress.module.css'

/** Words or 字 of one language of what was submitted, against the limit if there is one. */
export function TextLength({
  length,
  budget,
  language,
}: {
  readonly length: number
  readonly budget: Budget | null
  readonly language: Language
}) {
  const t = useText(workshopProgress)
  const spoken = useLanguage()
  const said = (count: number) => numberIn(count, spoken)
  const unit = language === 'fr' ? 'words' : 'characters'
  if (length === 0)
    return (
      <span className={styles.warn}>
        <span aria-hidden="true">△ </span>
        {t('empty')}
      </span>
    )
  const limit = budget && budgetIn(budget, language)
  return (
    <span>
      {limit === null
        ? t(unit, { length: said(length) })
        : t(`${unit}-of`, { length: said(length), budget: said(limit) })}
      {limit !== null && length > limit && (
        <span className={styles.alarm}>
          <span aria-hidden="true">▲ </span>
          {t('beyond')}
        </span>
      )}
    </span>
  )
}
