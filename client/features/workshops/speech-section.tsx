/** [W2] How long one speaks and how long texts may be: seen by all members, said by the organiser. */
import { useState } from 'react'
import { type SpeechSettings, WORKSHOP_TEXT_KINDS } from '../../../shared/model/workshop.ts'
import { workshops } from '../../i18n/messages/workshops.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { numberIn } from './progress/number-words.ts'
import { SpeechDialog } from './speech-dialog.tsx'
import styles from './workshops.module.css'

export function SpeechSection({
  speech,
  mayRun,
}: {
  readonly speech: SpeechSettings
  readonly mayRun: boolean
}) {
  const t = useText(workshops)
  const language = useLanguage()
  const [editing, setEditing] = useState(false)
  return (
    <Section
      title={t('speech')}
      actions={mayRun && <Button onClick={() => setEditing(true)}>{t('speech-edit')}</Button>}
    >
      <dl className={styles.terms}>
        <div>
          <dt>{t('each-intervention')}</dt>
          <dd>{t('minutes', { span: speech.interventionMinutes })}</dd>
        </div>
        <div>
          <dt>{t('pairs')}</dt>
          <dd>{t(`pairs.${speech.pairs}`)}</dd>
        </div>
        <div>
          <dt>{t('interpreted')}</dt>
          <dd>{t(speech.interpreted ? 'interpreted.yes' : 'interpreted.no')}</dd>
        </div>
        <div>
          <dt>{t('restitution-short')}</dt>
          <dd>{t('for-all', { minutes: speech.restitutionMinutes })}</dd>
        </div>
        {WORKSHOP_TEXT_KINDS.map(kind => {
          const budget = speech.budgets[kind]
          return (
            <div key={kind}>
              <dt>{t(`budget.${kind}`)}</dt>
              <dd>
                {budget
                  ? t('budget-is', {
                      words: numberIn(budget.words, language),
                      characters: numberIn(budget.characters, language),
                    })
                  : t('no-budget')}
              </dd>
            </div>
          )
        })}
      </dl>
      {editing && <SpeechDialog speech={speech} onClose={() => setEditing(false)} />}
    </Section>
  )
}
