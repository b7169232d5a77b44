/** [W2] The secretariat's word on a version that was submitted: returned with a reason, or accepted. */
import { useState } from 'react'
import { LANGUAGES } from '../../../../shared/model/language.ts'
import { common } from '../../../i18n/messages/common.ts'
import { workshopProgress } from '../../../i18n/messages/workshop-progress.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useAct } from '../../../queries.ts'
import { Button } from '../../../ui/button.tsx'
import { DialogActions } from '../../../ui/dialog.tsx'
import { FailureNotice } from '../../../ui/failure.tsx'
import { FieldRows, TextAreaField } from '../../../ui/field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { WORKSHOP_TOUCHES } from '../workshop-touches.ts'
import styles from './progress.module.css'

export function ReviewForm({
  version,
  onClose,
}: {
  readonly version: string
  /** In a dialog: called when it is said, or when nothing is to be said. */
  readonly onClose?: () => void
}) {
  const t = useText(workshopProgress)
  const words = useText(common)
  const toast = useToast()
  const review = useAct('POST /api/versions/:id/review', WORKSHOP_TOUCHES)
  const [reason, setReason] = useState({ fr: '', ja: '' })
  const [asked, setAsked] = useState(false)
  const empty = LANGUAGES.every(language => reason[language].trim() === '')
  const say = (outcome: 'returned' | 'accepted') => {
    if (outcome === 'returned' && empty) return setAsked(true)
    review.mutate(
      { params: { id: version }, body: { outcome, reason: empty ? null : reason } },
      {
        onSuccess: () => {
          toast(t(outcome))
          setReason({ fr: '', ja: '' })
          onClose?.()
        },
      },
    )
  }
  const acts = (
    <>
      <Button kind="danger" busy={review.isPending} onClick={() => say('returned')}>
        <span aria-hidden="true">↩</span> {t('return')}
      </Button>
      <Button kind="primary" busy={review.isPending} onClick={() => say('accepted')}>
        <span aria-hidden="true">✓</span> {t('accept')}
      </Button>
    </>
  )
  return (
    <form onSubmit={event => event.preventDefault()}>
      <FieldRows columns={2}>
        {LANGUAGES.map(language => (
          <TextAreaField
            key={language}
            label={t(`reason-${language}`)}
            lang={language}
            rows={4}
            value={reason[language]}
            onChange={event => setReason({ ...reason, [language]: event.target.value })}
            error={asked && empty && language === 'fr' ? t('reason-needed') : undefined}
            maxLength={5_000}
          />
        ))}
      </FieldRows>
      <p className={styles.quiet}>{t('reason-hint')}</p>
      {review.error && <FailureNotice error={review.error} />}
      {onClose ? (
        <DialogActions>
          <Button onClick={onClose}>{words('cancel')}</Button>
          {acts}
        </DialogActions>
      ) : (
        <div className={styles.acts}>{acts}</div>
      )}
    </form>
  )
}
