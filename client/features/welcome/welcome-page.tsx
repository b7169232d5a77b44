/** What stands at every address until one has signed in. */
import type { WelcomeView } from '../../../shared/protocol/views.ts'
import { calendarDays } from '../../../shared/words/dates.ts'
import { welcome } from '../../i18n/messages/welcome.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { FailurePage } from '../../ui/failure.tsx'
import { Frame } from '../../ui/frame.tsx'
import { Label } from '../../ui/label.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DemonstrationDoor } from './demonstration-door.tsx'
import { SignInForm } from './sign-in-form.tsx'
import styles from './welcome.module.css'

export function WelcomePage() {
  const { data, error, refetch } = useAsk('GET /api/welcome')
  return (
    <Frame>
      <div className={styles.page}>
        {data ? (
          <Door welcome={data} />
        ) : error ? (
          <FailurePage error={error} retry={() => void refetch()} />
        ) : (
          <Loading />
        )}
      </div>
    </Frame>
  )
}

function Door({ welcome: { setUp, edition, demonstrationMandates } }: { readonly welcome: WelcomeView }) {
  const t = useText(welcome)
  const language = useLanguage()
  if (!setUp)
    return (
      <div className={styles.narrow}>
        <h1>{t('not-set-up-title')}</h1>
        <p>{t('not-set-up')}</p>
      </div>
    )
  return (
    <>
      {edition && (
        <header className={styles.edition}>
          <h1>
            <Label of={edition.name} />
          </h1>
          <p>
            <Label of={edition.place} />
            {language === 'ja' ? '　' : ', '}
            {calendarDays(edition.startsOn, edition.endsOn, language)}
          </p>
          <p className={styles.what}>{t('what-it-is')}</p>
        </header>
      )}
      {edition?.demonstration && demonstrationMandates.length > 0 ? (
        <>
          <Notice kind="warn" title={t('demonstration-title')}>
            <p>{t('demonstration-text')}</p>
          </Notice>
          <DemonstrationDoor mandates={demonstrationMandates} />
        </>
      ) : (
        <div className={styles.narrow}>
          <SignInForm />
        </div>
      )}
    </>
  )
}
