/** [W2] The secretariat looks at what was submitted, and returns it with a reason or accepts it. */
import { useState } from 'react'
import { LANGUAGES } from '../../../../shared/model/language.ts'
import type { WorkshopTextView } from '../../../../shared/protocol/workshop-views.ts'
import { onBothClocks } from '../../../i18n/dates.ts'
import { common } from '../../../i18n/messages/common.ts'
import { workshopProgress } from '../../../i18n/messages/workshop-progress.ts'
import { labelIn, useLanguage, useText } from '../../../i18n/use-text.ts'
import { useAct, useAsk } from '../../../queries.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { FailureNotice } from '../../../ui/failure.tsx'
import { FieldRows, TextAreaField } from '../../../ui/field.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { compareLink } from '../../compare/comparison-address.ts'
import { CoverNote } from '../../versions/cover-note.tsx'
import { WORKSHOP_TOUCHES } from '../workshop-touches.ts'
import { Warnings } from './overview-matrix.tsx'
import styles from './progress.module.css'
import { StateMark } from './state-mark.tsx'
import { TextLength } from './text-length.tsx'

/** `view.last` is there: only what was submitted is reviewed. */
export function ReviewDialog({
  view,
  onClose,
}: {
  readonly view: WorkshopTextView
  readonly onClose: () => void
}) {
  const t = useText(workshopProgress)
  const language = useLanguage()
  const { text, last, length, budget } = view
  if (!last) return null
  return (
    <Dialog
      open
      onOpenChange={open => open || onClose()}
      title={t('review-title', { name: labelIn(text.title, language).text })}
      description={t('review-lead', { label: last.label, when: onBothClocks(last.madeAt, language) })}
      width="wide"
    >
      <div className={styles.review}>
        <div>
          <StateMark state={view.state} />
          <Warnings view={view} />
        </div>
        {length && (
          <div className={styles.lengths}>
            {LANGUAGES.map(each => (
              <TextLength key={each} length={length[each]} budget={budget} language={each} />
            ))}
          </div>
        )}
        <Texts view={view} />
        {(last.coverNote.fr || last.coverNote.ja) && (
          <section>
            <h3 className={styles.small}>{t('their-note')}</h3>
            <CoverNote note={last.coverNote} />
          </section>
        )}
        <Earlier view={view} />
      </div>
      <ReviewForm version={last.id} onClose={onClose} />
    </Dialog>
  )
}

/** The version, and what changed since the one submitted before. */
function Texts({ view: { text, last } }: { readonly view: WorkshopTextView }) {
  const t = useText(workshopProgress)
  const { data } = useAsk('GET /api/texts/:id', { params: { id: text.id } })
  const before = data?.versions.at(data.versions.findIndex(({ id }) => id === last!.id) - 1)
  return (
    <div className={styles.links}>
      <ButtonLink to={`/versions/${last!.id}`}>{t('open-version', { label: last!.label })}</ButtonLink>
      {before && before.number < last!.number && (
        <ButtonLink to={compareLink(`version:${before.id}`, `version:${last!.id}`)}>
          {t('open-comparison', { label: before.label })}
        </ButtonLink>
      )}
    </div>
  )
}

function Earlier({ view: { text, marks } }: { readonly view: WorkshopTextView }) {
  const t = useText(workshopProgress)
  const language = useLanguage()
  const { data } = useAsk('GET /api/texts/:id', { params: { id: text.id } })
  if (marks.length === 0) return null
  const labelOf = (id: string) => data?.versions.find(version => version.id === id)?.label ?? ''
  return (
    <section>
      <h3 className={styles.small}>{t('earlier')}</h3>
      <ul className={styles.tally}>
        {marks.map(({ version, kind, reason, at }) => (
          <li key={version + at}>
            {kind === 'returned'
              ? t('earlier.returned', {
                  label: labelOf(version),
                  reason: [reason?.fr, reason?.ja].filter(Boolean).join(' / '),
                })
              : t('earlier.accepted', { label: labelOf(version) })}
            <span className={styles.quiet}>{onBothClocks(at, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ReviewForm({ version, onClose }: { readonly version: string; readonly onClose: () => void }) {
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
          onClose()
        },
      },
    )
  }
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
      <DialogActions>
        <Button onClick={onClose}>{words('cancel')}</Button>
        <Button kind="danger" busy={review.isPending} onClick={() => say('returned')}>
          <span aria-hidden="true">↩</span> {t('return')}
        </Button>
        <Button kind="primary" busy={review.isPending} onClick={() => say('accepted')}>
          <span aria-hidden="true">✓</span> {t('accept')}
        </Button>
      </DialogActions>
    </form>
  )
}
