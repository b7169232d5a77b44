/** The words of a unit for reading, and what differs from one wording to another, language beside language. */
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { UnitWords } from '../../../shared/model/proposal.ts'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { textView } from '../../i18n/messages/text-view.ts'
import { useText } from '../../i18n/use-text.ts'
import { BlockView } from '../../text-view/block-view.tsx'
import { AmendmentRedline } from '../amendments/amendment-redline.tsx'
import styles from './integration.module.css'
import { rowsBetween } from './words-rows.ts'

export function UnitWordsView({ words, facts }: { readonly words: UnitWords; readonly facts: FactValues }) {
  const t = useText(textView)
  return (
    <div className={styles.both}>
      {LANGUAGES.map(language => (
        <section key={language} className={styles.words} aria-label={LANGUAGE_NAMES[language]}>
          {words[language].map(block => (
            <BlockView key={block.id} block={block} language={language} facts={facts} />
          ))}
          {words[language].length === 0 && (
            <p className={styles.missing}>{t(language === 'fr' ? 'missingFr' : 'missingJa')}</p>
          )}
        </section>
      ))}
    </div>
  )
}

const NO_NUMBERS = new Map<never, string>()

/** What stands in `from` struck where it goes, what comes in `to` underlined. */
export function WordsRedline({
  from,
  to,
  facts,
}: {
  readonly from: UnitWords
  readonly to: UnitWords
  readonly facts: FactValues
}) {
  const rows = rowsBetween(from, to)
  const setting = { facts, oldFacts: facts, oldNumbers: NO_NUMBERS, newNumbers: NO_NUMBERS }
  return (
    <div className={styles.both}>
      {LANGUAGES.map(language => (
        <AmendmentRedline key={language} rows={rows} language={language} setting={setting} plain />
      ))}
    </div>
  )
}
