/** [W2] The secretariat looks at what was submitted, and returns it with a reason or accepts it. */
import { LANGUAGES } from '../../../../shared/model/language.ts'
import type { WorkshopTextView } from '../../../../shared/protocol/workshop-views.ts'
import { onBothClocks } from '../../../../shared/words/dates.ts'
import { workshopProgress } from '../../../i18n/messages/workshop-progress.ts'
import { labelIn, useLanguage, useText } from '../../../i18n/use-text.ts'
import { useAsk } from '../../../queries.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { compareLink } from '../../compare/comparison-address.ts'
import { CoverNote } from '../../versions/cover-note.tsx'
import { Warnings } from './overview-matrix.tsx'
import styles from './progress.module.css'
import { ReviewForm } from './review-form.tsx'
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
