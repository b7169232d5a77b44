/** The alternatives of a bracket beside each other: who wants them, in French, in Japanese. */
import type { ReactNode } from 'react'
import type { ShownAlternative, ShownPassage } from '../../../shared/model/bracket-content.ts'
import { BRACKET_SIGNS, bracketSide } from '../../../shared/model/bracket-signs.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { brackets } from '../../i18n/messages/brackets.ts'
import { common } from '../../i18n/messages/common.ts'
import { useText } from '../../i18n/use-text.ts'
import { InlineContent } from '../../text-view/inline-content.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import styles from './bracket-alternatives.module.css'

type BracketAlternativesProps = {
  readonly alternatives: readonly ShownAlternative[]
  readonly facts: FactValues
  /** What one may do with an alternative, at the end of its row. */
  readonly act?: ((letter: string, name: string) => ReactNode) | undefined
}

export function BracketAlternatives({ alternatives, facts, act }: BracketAlternativesProps) {
  const t = useText(brackets)
  const c = useText(common)
  return (
    <table className={styles.table} data-acts={act ? '' : undefined}>
      <thead>
        <tr>
          <th scope="col">{t('wantedBy')}</th>
          {LANGUAGES.map(language => (
            <th key={language} scope="col">
              {c(`language.${language}`)}
            </th>
          ))}
          {act && (
            <th scope="col">
              <span className="unseen">{t('settle')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {alternatives.map((alternative, index) => (
          <tr key={alternative.letter}>
            <th scope="row">{alternative.by ? <SideMark side={alternative.by} /> : t('nobodyNamed')}</th>
            {LANGUAGES.map(language => (
              <td key={language} lang={language} data-language={language}>
                <Words
                  passages={alternative[language]}
                  language={language}
                  facts={facts}
                  by={alternative.by}
                />
              </td>
            ))}
            {act && (
              <td className={styles.act}>{act(alternative.letter, t('alternative', { n: index + 1 }))}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type WordsProps = {
  readonly passages: readonly ShownPassage[]
  readonly language: Language
  readonly facts: FactValues
  readonly by: ShownAlternative['by']
}

/** Parts that stand at several places are told apart by the signs around each. */
function Words({ passages, language, facts, by }: WordsProps) {
  const t = useText(brackets)
  if (passages.length === 0)
    return (
      <span className={styles.nothing} lang={document.documentElement.lang}>
        {t(`nothing.${language}`)}
      </span>
    )
  const { opens, closes } = BRACKET_SIGNS[language]
  const side = bracketSide(by, language)
  return passages.map(passage => (
    <span key={`${passage.block} ${passage.from}`} className={styles.passage}>
      <span className={styles.sign} aria-hidden="true">
        {opens}
        {side && <sup>{side}</sup>}
      </span>
      <InlineContent block={passage} language={language} facts={facts} />
      <span className={styles.sign} aria-hidden="true">
        {closes}
      </span>{' '}
    </span>
  ))
}
