/** [A5] The square brackets that were typed in the text: one by one, or all at once, they become brackets of ours. */
import { useId } from 'react'
import { SIDES, type Side } from '../../../shared/model/bilingual-text.ts'
import { BRACKET_SIGNS } from '../../../shared/model/bracket-signs.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { brackets } from '../../i18n/messages/brackets.ts'
import { common } from '../../i18n/messages/common.ts'
import { imports } from '../../i18n/messages/import.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './typed-brackets-list.module.css'
import type { Choices, Found } from './typed-choices.ts'

type TypedBracketsListProps = {
  readonly found: readonly Found[]
  readonly choices: Choices
  readonly onChoices: (choices: Choices) => void
}

/** What the list of choices shows: as it was typed, of a side, of nobody. */
type Shown = 'typed' | Side | 'nobody'

export function TypedBracketsList({ found, choices, onChoices }: TypedBracketsListProps) {
  const t = useText(imports)
  const b = useText(brackets)
  const title = useId()
  if (found.length === 0) return null
  const all = new Set(found.map(({ key }) => shownOf(choices.get(key))))
  const set = (keys: readonly string[], shown: Shown) => {
    const next = new Map(choices)
    for (const key of keys) {
      if (shown === 'typed') next.delete(key)
      else next.set(key, shown === 'nobody' ? '' : shown)
    }
    onChoices(next)
  }
  return (
    <section className={styles.typed} aria-labelledby={title}>
      <h2 id={title}>{t('typedBrackets', { count: found.length })}</h2>
      <p>{t('typedLead')}</p>
      <div className={styles.all}>
        <Choice
          label={t('typedAll')}
          value={all.size === 1 ? [...all][0]! : ''}
          onChange={shown =>
            set(
              found.map(({ key }) => key),
              shown,
            )
          }
        />
      </div>
      <ol>
        {found.map(({ key, row, bracket }) => (
          <li key={key}>
            <span className={styles.row}>{t('row', { n: row + 1 })}</span>
            {LANGUAGES.map(language => {
              const words = bracket[language]?.words
              const { opens, closes } = BRACKET_SIGNS[language]
              return words === undefined ? (
                <span key={language} className={styles.none}>
                  {b(`nothing.${language}`)}
                </span>
              ) : (
                <span key={language} lang={language} className={styles.words}>
                  {opens}
                  {words}
                  {closes}
                </span>
              )
            })}
            <Choice
              label={t('typedOne', { words: bracket.fr?.words ?? bracket.ja?.words ?? '' })}
              hidden
              value={shownOf(choices.get(key))}
              onChange={shown => set([key], shown)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

type ChoiceProps = {
  readonly label: string
  /** The label is for the ear only. */
  readonly hidden?: boolean
  /** '' where several differ. */
  readonly value: Shown | ''
  readonly onChange: (shown: Shown) => void
}

function Choice({ label, hidden = false, value, onChange }: ChoiceProps) {
  const t = useText(imports)
  const b = useText(brackets)
  const c = useText(common)
  const id = useId()
  return (
    <span className={styles.choice}>
      <label htmlFor={id} className={hidden ? 'unseen' : undefined}>
        {label}
      </label>
      <select id={id} value={value} onChange={event => onChange(event.target.value as Shown)}>
        {value === '' && <option value="">{c('none')}</option>}
        <option value="typed">{t('typedAsTyped')}</option>
        {SIDES.map(side => (
          <option key={side} value={side}>
            {t('typedOf', { side: c(`side.${side}`) })}
          </option>
        ))}
        <option value="nobody">{t('typedOf', { side: b('nobodyNamed') })}</option>
      </select>
    </span>
  )
}

function shownOf(by: Side | '' | undefined): Shown {
  if (by === undefined) return 'typed'
  return by === '' ? 'nobody' : by
}
