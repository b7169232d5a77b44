/** Words of the interface: on the screen in its language, on paper, which both sides read, in French and Japanese. */
import type { InterfaceLanguage } from '../../../shared/model/language.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { useLanguage } from '../../i18n/use-text.ts'
import styles from './both-languages.module.css'

export function BothLanguages({ say }: { readonly say: (language: InterfaceLanguage) => string }) {
  const language = useLanguage()
  return (
    <>
      <span className={styles.screen}>{say(language)}</span>
      {LANGUAGES.map(each => (
        <span key={each} lang={each} className={styles.paper}>
          {say(each)}
        </span>
      ))}
    </>
  )
}
