import { useId } from 'react'
import { news } from '../../i18n/messages/news.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './since-choice.module.css'
import { SINCES, type Since } from './use-since.ts'

/** Since when: the platform's own list, as quiet as the heading it stands beside. */
export function SinceChoice({
  since,
  onChange,
}: {
  readonly since: Since
  readonly onChange: (since: Since) => void
}) {
  const t = useText(news)
  const id = useId()
  return (
    <p className={styles.choice}>
      <label htmlFor={id}>{t('choose-since')}</label>{' '}
      <select id={id} value={since} onChange={event => onChange(event.target.value as Since)}>
        {SINCES.map(each => (
          <option key={each} value={each}>
            {t(`since.${each}`)}
          </option>
        ))}
      </select>
    </p>
  )
}
