/** A file of the reader's, checked on this device. */
import { useState } from 'react'
import type { CheckedFile } from '../../../shared/issue/check-file.ts'
import { issued as messages } from '../../i18n/messages/issued.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { Section } from '../../ui/page.tsx'
import styles from './issued.module.css'
import { useFileCheck } from './use-file-check.ts'

/** Larger files are none of ours, in bytes. */
const LARGEST = 64 * 1024 * 1024

/** `sha256`: of the text of the page. */
export function FileCheckSection({ sha256 }: { readonly sha256: string }) {
  const t = useText(messages)
  const [content, setContent] = useState<string | null>(null)
  const check = useFileCheck(content)
  const choose = async (file: File | undefined) =>
    setContent(file ? (file.size > LARGEST ? '' : await file.text()) : null)
  return (
    <Section title={t('check-file')}>
      <p>{t('check-file-lead')}</p>
      <p>
        <label className={styles.file}>
          <span className="unseen">{t('choose-file')}</span>
          <input
            type="file"
            accept=".html,.json,text/html,application/json"
            onChange={event => void choose(event.target.files?.[0])}
          />
        </label>
      </p>
      <div role="status" className={styles.checked}>
        {check === 'running' && <p>{t('checking')}</p>}
        {check !== null && typeof check !== 'string' && <Checked check={check} sha256={sha256} />}
      </div>
      <p className={styles.quiet}>{t('by-hand')}</p>
    </Section>
  )
}

function Checked({ check, sha256 }: { readonly check: CheckedFile; readonly sha256: string }) {
  const t = useText(messages)
  const language = useLanguage()
  const same = (found: string) => t(found === sha256 ? 'checked.same' : 'checked.other')
  switch (check.kind) {
    case 'unknown':
      return <p data-fault>⚠ {t('checked.unknown')}</p>
    case 'canonical':
      return (
        <p>
          ✓ {t('checked.canonical', { sha256: check.sha256 })} {same(check.sha256)}
        </p>
      )
    case 'record': {
      const [first] = check.faults
      if (!first) return <p>✓ {t('checked.record', { count: check.acts })}</p>
      const { number, audience } = first
      return (
        <p data-fault>⚠ {t('checked.record-broken', { count: check.faults.length, number, audience })}</p>
      )
    }
    case 'issued':
      if (check.faults.length === 0)
        return (
          <p>
            ✓{' '}
            {t('checked.holds', { title: labelIn(check.issued.title, language).text, sha256: check.sha256 })}{' '}
            {same(check.sha256)}
          </p>
        )
      return (
        <ul>
          {check.faults.map(fault => (
            <li key={fault} data-fault>
              ⚠ {t(`fault.${fault}`)}
            </li>
          ))}
        </ul>
      )
  }
}
