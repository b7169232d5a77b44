import type { RecordFile } from '../../../shared/model/act-chain.ts'
import { ACT_AUDIENCES, type ActAudience } from '../../../shared/model/act-chain.ts'
import { record } from '../../i18n/messages/record.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './record.module.css'
import type { RecordCheck } from './use-record-check.ts'

/** Whether every hash holds, and the last one of each circle, by which a later record can be told to be the same. */
export function RecordCheckNote({ file, check }: { readonly file: RecordFile; readonly check: RecordCheck }) {
  const t = useText(record)
  const circle = useCircleWords()
  const count = file.chains.reduce((sum, { acts }) => sum + acts.length, 0)
  const faulty =
    typeof check === 'string' ? 0 : new Set(check.map(each => `${each.audience} ${each.number}`)).size
  return (
    <div className={styles.check}>
      <p role="status" data-broken={faulty > 0 || undefined}>
        {check === 'running'
          ? t('checking')
          : faulty > 0
            ? `⚠ ${t('broken', { count: faulty })}`
            : `✓ ${t('holds', { count })}`}
      </p>
      <details>
        <summary>{t('heads')}</summary>
        <p>{t('heads-lead')}</p>
        <ul className={styles.heads}>
          {file.chains.map(({ audience, acts }) => (
            <li key={audience}>
              <span>{circle(audience)}</span>
              <span>{acts.length}</span>
              <code>{acts.at(-1)?.hash}</code>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

/** The circle of readers in words; one that this program does not know by its name. */
export function useCircleWords(): (audience: string) => string {
  const t = useText(record)
  return audience =>
    ACT_AUDIENCES.some(known => known === audience) ? t(`circle.${audience as ActAudience}`) : audience
}
