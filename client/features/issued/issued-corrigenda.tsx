import { useMemo } from 'react'
import type { IssuedText } from '../../../shared/issue/issued-text.ts'
import { type Block, unitOrder } from '../../../shared/model/bilingual-text.ts'
import { type FactValues, parseCanonicalForm } from '../../../shared/model/canonical-form.ts'
import { parseCorrigendumForm } from '../../../shared/model/corrigendum.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { issued as messages } from '../../i18n/messages/issued.ts'
import { useText } from '../../i18n/use-text.ts'
import { InlineContent } from '../../text-view/inline-content.tsx'
import { InstantLines } from '../../ui/instant.tsx'
import styles from './issued.module.css'

/** Each with its reason and what it changes, both languages side by side. */
export function IssuedCorrigenda({ issued }: { readonly issued: IssuedText }) {
  const t = useText(messages)
  const { text, facts } = useMemo(() => parseCanonicalForm(issued.canonical), [issued.canonical])
  const numbers = new Map(unitOrder(text).map((unit, index) => [unit as string, index + 1]))
  const forms = issued.corrigenda.map(({ canonical, sha256 }) => ({
    ...parseCorrigendumForm(canonical),
    sha256,
  }))
  return forms.map(({ number, reason, changes, at, sha256 }) => (
    <article key={sha256} className={styles.corrigendum}>
      <h3>{t('corrigendum', { number })}</h3>
      <InstantLines at={at} meantIn={issued.zone} />
      <div className={styles.pair}>
        {LANGUAGES.map(language => (
          <p key={language} lang={language}>
            {reason[language]}
          </p>
        ))}
      </div>
      {changes.map(({ unit, before, after }) => (
        <div key={unit}>
          <h4>{t('corrigendum-unit', { number: numbers.get(unit) ?? '—' })}</h4>
          {(
            [
              ['corrigendum-before', before],
              ['corrigendum-after', after],
            ] as const
          ).map(([name, words]) => (
            <div key={name}>
              <p className={styles.quiet}>{t(name)}</p>
              <div className={styles.pair}>
                {LANGUAGES.map(language => (
                  <Words key={language} blocks={words[language]} language={language} facts={facts} />
                ))}
              </div>
            </div>
          ))}
        </div>
      ))}
      <p className={styles.quiet}>
        SHA-256 <code className={styles.hash}>{sha256}</code>
      </p>
    </article>
  ))
}

type WordsProps = {
  readonly blocks: readonly Block[]
  readonly language: Language
  readonly facts: FactValues
}

function Words({ blocks, language, facts }: WordsProps) {
  const t = useText(messages)
  return (
    <div>
      {blocks.length === 0 && <p className={styles.quiet}>{t('nothing')}</p>}
      {blocks.map(block => (
        <p key={block.id} lang={language}>
          <InlineContent block={{ content: block.content }} language={language} facts={facts} />
        </p>
      ))}
    </div>
  )
}
