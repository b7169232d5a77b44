/** Who has something still to submit, and the words to remind them with, in both languages. */
import { useRef, useState } from 'react'
import { SIDES } from '../../../../shared/model/bilingual-text.ts'
import { LANGUAGES, type Language } from '../../../../shared/model/language.ts'
import type { WorkshopsView } from '../../../../shared/protocol/workshop-views.ts'
import { workshopProgress } from '../../../i18n/messages/workshop-progress.ts'
import { workshops } from '../../../i18n/messages/workshops.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { TextAreaField } from '../../../ui/field.tsx'
import { Label } from '../../../ui/label.tsx'
import { Leads } from '../workshop-entry.tsx'
import styles from './progress.module.css'
import { type Awaited, awaitedTexts, reminderWords } from './reminder-words.ts'
import { StateMark } from './state-mark.tsx'
import { SummariesDue } from './summaries-due.tsx'

export function ReminderList({ view }: { readonly view: WorkshopsView }) {
  const t = useText(workshopProgress)
  const awaited = awaitedTexts(view)
  if (awaited.length === 0) return <p>✓ {t('reminders-none')}</p>
  return (
    <>
      <SummariesDue due={view.due} />
      <ul className={styles.awaited}>
        {awaited.map(each => (
          <AwaitedOf key={each.workshop.workshop.id} awaited={each} />
        ))}
      </ul>
      {view.mayRun && (
        <div className={styles.reminders}>
          {LANGUAGES.map(language => (
            <Reminder key={language} language={language} words={reminderWords(awaited, view.due, language)} />
          ))}
        </div>
      )}
    </>
  )
}

function AwaitedOf({ awaited: { workshop, texts } }: { readonly awaited: Awaited }) {
  const t = useText(workshopProgress)
  const w = useText(workshops)
  return (
    <li>
      <h3 className={styles.workshop}>{w('number', { number: workshop.workshop.number })}</h3>
      <div className={styles.awaitedBody}>
        <div>
          {SIDES.map(side => (
            <Leads key={side} side={side} view={workshop} />
          ))}
        </div>
        <ul className={styles.tally}>
          {texts.map(({ text, state, overdue }) => (
            <li key={text.id}>
              <Label of={text.title} /> <StateMark state={state} />
              {overdue && (
                <span className={styles.alarm}>
                  <span aria-hidden="true">▲ </span>
                  {t('overdue')}
                </span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}

function Reminder({ language, words }: { readonly language: Language; readonly words: string }) {
  const t = useText(workshopProgress)
  const box = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words)
      setCopied('yes')
    } catch {
      // Without TLS, or without leave, a browser refuses: the words are then selected for the keyboard.
      box.current?.querySelector('textarea')?.select()
      setCopied('failed')
    }
  }
  return (
    <div ref={box} className={styles.reminder}>
      <TextAreaField
        label={t(`reminder-${language}`)}
        lang={language}
        rows={10}
        readOnly
        value={words}
        spellCheck={false}
      />
      <div className={styles.copy}>
        <Button aria-label={t(`copy-${language}`)} onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <span role="status">
          {copied === 'yes' ? `✓ ${t('copied')}` : copied === 'failed' ? t('copy-by-hand') : ''}
        </span>
      </div>
    </div>
  )
}
