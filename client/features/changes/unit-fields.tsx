/** The words of a unit as plain text in both languages, a block each, and what retyping them changes. */
import { useMemo } from 'react'
import { rewordedUnit } from '../../../shared/integrate/reword-unit.ts'
import { hasWords } from '../../../shared/integrate/unit-words.ts'
import { pairForm } from '../../../shared/model/agreement.ts'
import { INLINE_OBJECT, plainText } from '../../../shared/model/bilingual-text.ts'
import type { Fact } from '../../../shared/model/edition.ts'
import { factValues } from '../../../shared/model/fact-values.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { UnitWords } from '../../../shared/model/proposal.ts'
import { changes as words } from '../../i18n/messages/changes.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { WordsRedline } from '../integration/unit-words-view.tsx'
import styles from './changes.module.css'
import { fieldWords, plainOfField } from './typed-words.ts'

/** What stands in the fields; see typed-words.ts. */
export type TypedUnit = { readonly [L in Language]: readonly string[] }

/** One empty block where the language has none. */
export function typedOf(unit: UnitWords, facts: readonly Fact[]): TypedUnit {
  const values = factValues(unit, facts)
  const blocks = (language: Language) =>
    unit[language].length ? unit[language].map(block => fieldWords(block, language, values)) : ['']
  return { fr: blocks('fr'), ja: blocks('ja') }
}

/** As the request carries them. */
export function plainOf(typed: TypedUnit): { fr: string[]; ja: string[] } {
  return {
    fr: typed.fr.map(text => plainOfField(text, 'fr')),
    ja: typed.ja.map(text => plainOfField(text, 'ja')),
  }
}

export function UnitFields({
  before,
  typed,
  onTyped,
}: {
  readonly before: UnitWords
  readonly typed: TypedUnit
  readonly onTyped: (typed: TypedUnit) => void
}) {
  const t = useText(words)
  const objects = LANGUAGES.some(language =>
    before[language].some(block => plainText(block).includes(INLINE_OBJECT)),
  )
  return (
    <div>
      <div className={styles.pair}>
        {LANGUAGES.map(language => (
          <div key={language} className={styles.language}>
            {typed[language].map((text, index) => (
              <Field
                // Blocks are only ever added at the end.
                key={before[language][index]?.id ?? `${language} ${index}`}
                label={`${t(language === 'fr' ? 'wordsFr' : 'wordsJa')}${typed[language].length > 1 ? ` (${index + 1})` : ''}`}
              >
                {attributes => (
                  <textarea
                    {...attributes}
                    lang={language}
                    rows={Math.min(
                      14,
                      Math.max(4, Math.ceil(text.length / (language === 'fr' ? 46 : 24)) + 1),
                    )}
                    value={text}
                    onChange={event =>
                      onTyped({ ...typed, [language]: typed[language].with(index, event.target.value) })
                    }
                  />
                )}
              </Field>
            ))}
            <Button kind="plain" onClick={() => onTyped({ ...typed, [language]: [...typed[language], ''] })}>
              {t('addBlock')}
            </Button>
          </div>
        ))}
      </div>
      {objects && <p className={styles.hint}>{t('objects')}</p>}
    </div>
  )
}

export function ChangePreview({
  unit,
  before,
  typed,
  facts,
}: {
  readonly unit: UnitId
  readonly before: UnitWords
  readonly typed: TypedUnit
  readonly facts: readonly Fact[]
}) {
  const t = useText(words)
  const after = useMemo(() => retyped(unit, before, typed), [unit, before, typed])
  const values = useMemo(() => factValues(before, facts), [before, facts])
  const changed = LANGUAGES.filter(
    language => pairForm(only(before, language)) !== pairForm(only(after, language)),
  )
  return (
    <section className={styles.preview} aria-label={t('preview')}>
      <h3>{t('preview')}</h3>
      {changed.length === 0 ? (
        <p className={styles.hint}>{t('noChange')}</p>
      ) : (
        <>
          <WordsRedline from={before} to={after} facts={values} />
          {!hasWords(after) ? (
            <Notice kind="warn">{t('deletes')}</Notice>
          ) : (
            changed.length === 1 && <Notice kind="warn">{t('oneLanguage')}</Notice>
          )}
        </>
      )}
    </section>
  )
}

/** As the server will make it of the same words; its new blocks get other ids. */
function retyped(unit: UnitId, before: UnitWords, typed: TypedUnit): UnitWords {
  let made = 0
  return rewordedUnit(unit, before, plainOf(typed), () => `typed-${made++}` as BlockId)
}

function only(words: UnitWords, language: Language): UnitWords {
  return { fr: language === 'fr' ? words.fr : [], ja: language === 'ja' ? words.ja : [] }
}
