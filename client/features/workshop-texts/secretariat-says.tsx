/** [W2] What the secretariat said of the version that stands: by word and shape, with its reason in what it was written. */
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { SubmissionMarkView, WorkshopTextView } from '../../../shared/protocol/workshop-views.ts'
import { onBothClocks } from '../../../shared/words/dates.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Notice } from '../../ui/notice.tsx'
import styles from './workshop-page.module.css'

/** Nothing where it has said nothing. */
export function SecretariatSays({
  view: { last, marks },
  hint = false,
}: {
  readonly view: Pick<WorkshopTextView, 'last' | 'marks'>
  /** Also what to do now. */
  readonly hint?: boolean
}) {
  const t = useText(workshopTexts)
  const mark = last && marks.findLast(({ version }) => version === last.id)
  if (!mark) return null
  const { label } = last
  return (
    <Notice
      kind={mark.kind === 'returned' ? 'warn' : 'good'}
      title={t(mark.kind === 'returned' ? 'returned-title' : 'accepted-title', { label })}
    >
      <MarkReason mark={mark} />
      {hint && mark.kind === 'returned' && <p>{t('returned-hint')}</p>}
    </Notice>
  )
}

/** The reason in each language that it was given in, and when. */
export function MarkReason({ mark: { reason, at } }: { readonly mark: SubmissionMarkView }) {
  const t = useText(workshopTexts)
  const language = useLanguage()
  return (
    <>
      {LANGUAGES.map(
        each =>
          reason?.[each].trim() && (
            <p key={each} lang={each} className={styles.reason}>
              {reason[each]}
            </p>
          ),
      )}
      <p className={styles.when}>{t('said-on', { when: onBothClocks(at, language) })}</p>
    </>
  )
}
