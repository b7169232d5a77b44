/** One text of a workshop: how far it has come, until when, what the secretariat said, and the next thing to do. */
import { Link } from 'react-router'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { WorkshopTextView } from '../../../shared/protocol/workshop-views.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { InstantLines } from '../../ui/instant.tsx'
import { Label } from '../../ui/label.tsx'
import { compareLink } from '../compare/comparison-address.ts'
import { useBeginDraft } from '../texts/use-begin-draft.ts'
import { StateMark } from '../workshops/progress/state-mark.tsx'
import { DueLine } from './due-line.tsx'
import { LengthLine } from './length-line.tsx'
import { SecretariatSays } from './secretariat-says.tsx'
import { submissionAddress } from './submission-address.ts'
import { WaitingTranslations } from './waiting-translations.tsx'
import styles from './workshop-page.module.css'

/** States in which the leads have something to submit. */
const OWED: readonly WorkshopTextView['state'][] = ['none', 'draft', 'returned']

export function WorkshopTextEntry({
  view,
  reads,
}: {
  readonly view: WorkshopTextView
  readonly reads: boolean
}) {
  const t = useText(workshopTexts)
  const { text, state, due, last, length, budget } = view
  return (
    <article className={styles.entry} aria-labelledby={`text-${text.id}`}>
      <header className={styles.entryHead}>
        <h3 id={`text-${text.id}`}>
          <Link to={`/texts/${text.id}`}>
            <Label of={text.title} />
          </Link>
        </h3>
        <StateMark state={state} />
      </header>
      <SecretariatSays view={view} hint={view.mayWrite} />
      <dl className={styles.terms}>
        <div>
          <dt>{t('due')}</dt>
          <dd>
            <DueLine due={due} counting={OWED.includes(state)} />
          </dd>
        </div>
        <div>
          <dt>{t('last-version')}</dt>
          <dd>
            {last ? (
              <>
                <Link to={`/versions/${last.id}`} className={styles.label}>
                  {last.label}
                </Link>
                <InstantLines at={last.madeAt} />
                {last.late && (
                  <span className={styles.late}>
                    <span aria-hidden="true">▲ </span>
                    {t('submitted-late')}
                  </span>
                )}
              </>
            ) : (
              t('no-version')
            )}
          </dd>
        </div>
        {length && (
          <div>
            <dt>{t('length')}</dt>
            {LANGUAGES.map(language => (
              <dd key={language}>
                <LengthLine language={language} length={length[language]} budget={budget} />
              </dd>
            ))}
          </div>
        )}
      </dl>
      {reads && <WaitingTranslations view={view} />}
      <Actions view={view} />
    </article>
  )
}

function Actions({ view }: { readonly view: WorkshopTextView }) {
  const t = useText(workshopTexts)
  const { text, state, draft, last, mayWrite, mayReview } = view
  return (
    <div className={styles.actions}>
      {draft && (
        <ButtonLink to={`/drafts/${draft}`} kind={mayWrite ? 'primary' : 'quiet'}>
          {t(mayWrite ? 'write' : 'read')}
        </ButtonLink>
      )}
      {!draft && mayWrite && <BeginDraft view={view} />}
      {draft && mayWrite && <ButtonLink to={submissionAddress(draft)}>{t('submit')}</ButtonLink>}
      {draft && last && (
        <ButtonLink to={compareLink(`version:${last.id}`, `draft:${draft}`)}>
          {t('see-changes', { label: last.label })}
        </ButtonLink>
      )}
      {last && mayReview && (
        <ButtonLink to={`/versions/${last.id}#review`} kind={state === 'accepted' ? 'quiet' : 'primary'}>
          {t('review', { label: last.label })}
        </ButtonLink>
      )}
      {last?.base && (
        <ButtonLink to={compareLink(`version:${last.base}`, `version:${last.id}`)}>
          {t('compare-previous', { label: last.label })}
        </ButtonLink>
      )}
      {(last || draft) && <ButtonLink to={`/texts/${text.id}`}>{t('versions')}</ButtonLink>}
    </div>
  )
}

/** After an acceptance one may begin again, but is not asked to. */
function BeginDraft({ view: { text, last, state } }: { readonly view: WorkshopTextView }) {
  const t = useText(workshopTexts)
  const { begin, busy, error } = useBeginDraft(text.id)
  return (
    <>
      <Button kind={OWED.includes(state) ? 'primary' : 'quiet'} busy={busy} onClick={begin}>
        {last ? t('begin-again', { label: last.label }) : t('begin')}
      </Button>
      {error && <FailureNotice error={error} />}
    </>
  )
}
