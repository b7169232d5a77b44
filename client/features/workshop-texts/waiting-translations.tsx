/** [W1] What waits to be written in the other language of a text, each line leading to its place in the draft. */
import { Link } from 'react-router'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { otherThan } from '../../../shared/model/translation.ts'
import type { WorkshopTextView } from '../../../shared/protocol/workshop-views.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct, useAsk } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { unitAddress } from '../../ui/unit-address.ts'
import styles from './workshop-page.module.css'

/** Only for those who may read the draft; to others the question is answered as not found, and nothing is shown. */
export function WaitingTranslations({
  view: { text, draft, mayWrite },
}: {
  readonly view: WorkshopTextView
}) {
  const t = useText(workshopTexts)
  const params = { id: text.id }
  const { data = [] } = useAsk('GET /api/texts/:id/translations', { params })
  const change = useAct('PUT /api/texts/:id/translations', [
    'GET /api/texts/:id/translations',
    'GET /api/awaiting',
  ])
  return LANGUAGES.map(language => {
    const waiting = data.filter(item => item.language === language)
    if (waiting.length === 0) return null
    return (
      <div key={language} className={styles.waiting}>
        <p>
          <span aria-hidden="true" className={styles.sign}>
            文{' '}
          </span>
          {t(`wait-${language}`, { count: waiting.length })}
        </p>
        <ul>
          {waiting.map(({ unit, number, words }) => (
            <li key={unit}>
              <span className={styles.unitNumber}>{number}</span>
              <span lang={otherThan(language)} className={styles.unitWords}>
                {draft ? <Link to={unitAddress(`/drafts/${draft}`, unit)}>{words}</Link> : words}
              </span>
              {mayWrite && (
                <Button
                  kind="plain"
                  aria-label={`${t('take-off')} – ${number}`}
                  onClick={() => change.mutate({ params, body: { language, units: [unit], wanted: false } })}
                >
                  {t('take-off')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    )
  })
}
