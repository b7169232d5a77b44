/** [A4] The words that the server did not take because their paragraphs are locked, for copying. */
import { useState } from 'react'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { WordsNotTaken } from '../../editor/rescue/take-up-again.ts'
import { locks } from '../../i18n/messages/locks.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './words-not-taken.module.css'

export function WordsNotTakenNotice({
  words,
  onDone,
}: {
  readonly words: readonly WordsNotTaken[]
  readonly onDone: () => void
}) {
  const t = useText(locks)
  const [copied, setCopied] = useState(false)
  if (words.length === 0) return null
  const copy = () => {
    void navigator.clipboard.writeText(asText(words)).then(() => setCopied(true))
  }
  return (
    <Notice
      kind="alarm"
      title={t('notTaken', { count: words.length })}
      actions={
        <>
          <Button kind="primary" onClick={copy}>
            {t(copied ? 'copied' : 'copyWords')}
          </Button>
          <Button onClick={onDone}>{t('forgetWords')}</Button>
        </>
      }
    >
      <p>{t('notTakenMeans')}</p>
      <ul className={styles.units}>
        {words.map(({ unit, number, words: said }) => (
          <li key={`${unit} ${JSON.stringify(said)}`}>
            <span className={styles.number}>{t('unitNumber', { n: number })}</span>
            {LANGUAGES.map(
              language =>
                said[language] && (
                  <p key={language} lang={language} className={styles.words}>
                    {said[language].map(plainText).join('\n') || t('takenOut')}
                  </p>
                ),
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function asText(words: readonly WordsNotTaken[]): string {
  return words
    .flatMap(({ words: said }) =>
      LANGUAGES.flatMap(language => said[language]?.map(plainText).join('\n') ?? []),
    )
    .join('\n\n')
}
