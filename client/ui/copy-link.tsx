import { useRef, useState } from 'react'
import { onBothClocks } from '../../shared/words/dates.ts'
import { people } from '../i18n/messages/people.ts'
import { useLanguage, useText } from '../i18n/use-text.ts'
import { Button } from './button.tsx'
import styles from './copy-link.module.css'
import { TextField } from './field.tsx'
import { Notice } from './notice.tsx'

/** A single-use link, shown this once, with a button that copies it. */
export function CopyLink({ link, expiresAt }: { readonly link: string; readonly expiresAt: string }) {
  const t = useText(people)
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      setCopied('yes')
    } catch {
      // Without TLS, or without leave, a browser refuses: the link is then selected for the keyboard.
      box.current?.querySelector('input')?.select()
      setCopied('failed')
    }
  }
  return (
    <div className={styles.copy} ref={box}>
      <Notice kind="warn">{t('link-once')}</Notice>
      <div className={styles.row}>
        <TextField
          label={t('link-label')}
          value={link}
          readOnly
          onFocus={event => event.target.select()}
          spellCheck={false}
        />
        <Button kind="primary" onClick={() => void copy()}>
          {t('copy-link')}
        </Button>
      </div>
      <p role="status" className={styles.said}>
        {copied === 'yes' ? `✓ ${t('link-copied')}` : copied === 'failed' ? t('copy-by-hand') : ''}
      </p>
      <p className={styles.said}>{t('valid-until', { when: onBothClocks(expiresAt, language) })}</p>
    </div>
  )
}
