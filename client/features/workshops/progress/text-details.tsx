/** Every text of a workshop: its state, how long it is in each language, and what can be done with it. */
import { Link } from 'react-router'
import { LANGUAGES } from '../../../../shared/model/language.ts'
import type { WorkshopTextView, WorkshopView } from '../../../../shared/protocol/workshop-views.ts'
import { workshopProgress } from '../../../i18n/messages/workshop-progress.ts'
import { workshops } from '../../../i18n/messages/workshops.ts'
import { labelIn, useLanguage, useText } from '../../../i18n/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { InstantLines } from '../../../ui/instant.tsx'
import { Label } from '../../../ui/label.tsx'
import table from '../../../ui/table.module.css'
import { Warnings } from './overview-matrix.tsx'
import styles from './progress.module.css'
import { StateMark } from './state-mark.tsx'
import { TextLength } from './text-length.tsx'

export function TextDetails({
  view,
  review,
}: {
  readonly view: WorkshopView
  readonly review: (text: WorkshopTextView) => void
}) {
  const t = useText(workshopProgress)
  const w = useText(workshops)
  const { number, title } = view.workshop
  return (
    <>
      <h3 className={styles.workshop} id={`workshop-${number}`} tabIndex={-1}>
        {w('number', { number })}{' '}
        <span className={styles.workshopTitle}>
          <Label of={title} />
        </span>
      </h3>
      <table className={`${table.table} ${styles.details}`}>
        <thead>
          <tr>
            <th scope="col">{t('text')}</th>
            <th scope="col">{t('state')}</th>
            {LANGUAGES.map(language => (
              <th key={language} scope="col">
                {t(`length-${language}`)}
              </th>
            ))}
            <th scope="col">{t('submitted-on')}</th>
            <th scope="col">
              <span className="unseen">{w('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {view.texts.map(text => (
            <TextRow key={text.text.id} view={text} review={review} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function TextRow({
  view,
  review,
}: {
  readonly view: WorkshopTextView
  readonly review: (text: WorkshopTextView) => void
}) {
  const t = useText(workshopProgress)
  const language = useLanguage()
  const { text, state, last, length, budget, mayReview } = view
  const name = labelIn(text.title, language).text
  return (
    <tr>
      <th scope="row">
        <Link to={`/texts/${text.id}`}>
          <Label of={text.title} />
        </Link>
      </th>
      <td data-label={t('state')}>
        <div>
          <StateMark state={state} />
          <Warnings view={view} />
        </div>
      </td>
      {LANGUAGES.map(each => (
        <td key={each} data-label={t(`length-${each}`)}>
          {length ? (
            <TextLength length={length[each]} budget={budget} language={each} />
          ) : (
            <span className={table.faint}>—</span>
          )}
        </td>
      ))}
      <td data-label={t('submitted-on')}>
        {last ? (
          <div>
            <Link to={`/versions/${last.id}`} aria-label={t('read-text', { name: `${name}, ${last.label}` })}>
              {last.label}
            </Link>
            <span className={table.faint}>
              <InstantLines at={last.madeAt} />
            </span>
          </div>
        ) : (
          <span className={table.faint}>—</span>
        )}
      </td>
      <td className={table.end}>
        {mayReview && (
          <Button aria-label={t('review-text', { name })} onClick={() => review(view)}>
            {t('review')}
          </Button>
        )}
      </td>
    </tr>
  )
}
