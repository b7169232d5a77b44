/** Other words for a proposal, a paragraph each; facts and notes stand as one character and are kept. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { plainText } from '../../../shared/model/bilingual-text.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { UnitWords } from '../../../shared/model/proposal.ts'
import { common } from '../../i18n/messages/common.ts'
import { integration } from '../../i18n/messages/integration.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './integration.module.css'

type Typed = { readonly [L in Language]: readonly string[] }

export function RewordForm({
  words,
  busy,
  onReword,
  onCancel,
}: {
  readonly words: UnitWords
  readonly busy: boolean
  readonly onReword: (typed: { readonly fr: string[]; readonly ja: string[] }) => void
  readonly onCancel: () => void
}) {
  const t = useText(integration)
  const c = useText(common)
  const [typed, setTyped] = useState<Typed>(() => ({
    fr: paragraphs(words, 'fr'),
    ja: paragraphs(words, 'ja'),
  }))
  const form = useRef<HTMLFormElement>(null)
  const first = useLanguage() === 'ja' ? 'ja' : 'fr'
  useEffect(() => form.current?.querySelector<HTMLElement>(`textarea:lang(${first})`)?.focus(), [first])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onReword({ fr: [...typed.fr], ja: [...typed.ja] })
  }
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        onCancel()
      }}
    >
      <fieldset className={styles.fields}>
        <legend>{t('rewordTitle')}</legend>
        <p className={styles.hint}>{t('rewordHint')}</p>
        {LANGUAGES.map(language =>
          typed[language].map((text, index) => (
            <Field
              key={words[language][index]?.id ?? language}
              label={t(language === 'fr' ? 'wordsFr' : 'wordsJa')}
            >
              {attributes => (
                <textarea
                  {...attributes}
                  lang={language}
                  rows={4}
                  value={text}
                  onChange={event =>
                    setTyped({ ...typed, [language]: typed[language].with(index, event.target.value) })
                  }
                />
              )}
            </Field>
          )),
        )}
      </fieldset>
      <div className={styles.actions}>
        <Button onClick={onCancel}>{c('cancel')}</Button>
        <Button type="submit" kind="primary" busy={busy}>
          {t('rewordNow')}
        </Button>
      </div>
    </form>
  )
}

/** One empty paragraph where the language has none. */
function paragraphs(words: UnitWords, language: Language): string[] {
  const said = words[language].map(plainText)
  return said.length ? said : ['']
}
