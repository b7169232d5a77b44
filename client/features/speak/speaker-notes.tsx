/** The text's inline notes as the speaker's notes; the hall never sees them. */
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { SpokenUnit } from '../../../shared/model/spoken-units.ts'
import { speak } from '../../i18n/messages/speak.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './speak.module.css'
import type { ShownLanguages } from './speak-preferences.ts'

export function SpeakerNotes({ unit, shown }: { readonly unit: SpokenUnit; readonly shown: ShownLanguages }) {
  const t = useText(speak)
  const languages = LANGUAGES.filter(each => shown === 'both' || shown === each)
  const none = languages.every(language => unit.notes[language].length === 0)
  return (
    <aside className={styles.notes} aria-label={t('notes')} data-none={none}>
      {none ? (
        <p>{t('noNotes')}</p>
      ) : (
        languages.map(language => (
          <ul key={language} lang={language}>
            {unit.notes[language].map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        ))
      )}
    </aside>
  )
}
