import { useRouteError } from 'react-router'
import { frame } from '../i18n/messages/frame.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import styles from './crash-page.module.css'

/** A page of ours has thrown. It says what is safe, and keeps the cause where it can be copied. */
export function CrashPage() {
  const t = useText(frame)
  const error = useRouteError()
  return (
    <Page title={t('failure-title')} lead={t('failure-text')} width="text">
      <Button kind="primary" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
      <details className={styles.detail}>
        <summary>{t('failure-detail')}</summary>
        <pre>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</pre>
      </details>
    </Page>
  )
}
