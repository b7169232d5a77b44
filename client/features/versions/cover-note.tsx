import type { BilingualLabel } from '../../../shared/model/language.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { versions } from '../../i18n/messages/versions.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './cover-note.module.css'

/** The note that goes with a version, French and Japanese side by side. Line ends are the writer's. */
export function CoverNote({ note }: { readonly note: BilingualLabel }) {
  const t = useText(versions)
  if (!note.fr && !note.ja) return <p className={styles.none}>{t('noCoverNote')}</p>
  return (
    <div className={styles.note}>
      {LANGUAGES.map(language => (
        <p key={language} lang={language} className={styles.words}>
          {note[language]}
        </p>
      ))}
    </div>
  )
}
