/** The words of a unit for reading, and what differs from one wording to another, language beside language. */
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { UnitWords } from '../../../shared/model/proposal.ts'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { textView } from '../../i18n/messages/text-view.ts'
import { useText } from '../../i18n/use-text.ts'
import { BlockView } from '../../text-view/block-view.tsx'
import { AmendmentRedline } from '../amendments/amendment-redline.tsx'
import styles from './integration.module.css'

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
  const { rows } = compareTexts(underIdsOf(to, from), to)
  const setting = { facts, oldFacts: facts, oldNumbers: NO_NUMBERS, newNumbers: NO_NUMBERS }
  return (
    <div className={styles.both}>
      {LANGUAGES.map(language => (
        <AmendmentRedline key={language} rows={rows} language={language} setting={setting} plain />
      ))}
    </div>
  )
}

/** One paragraph is held against the other of the same place, whatever their ids. */
function underIdsOf(to: UnitWords, from: UnitWords): UnitWords {
  const unit = (to.fr[0] ?? to.ja[0])?.unit
  const blocks = (language: Language) =>
    from[language].map((block, index) => ({
      ...block,
      unit: unit ?? block.unit,
      id: to[language][index]?.id ?? block.id,
    }))
  return { fr: blocks('fr'), ja: blocks('ja') }
}
