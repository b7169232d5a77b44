import { Link } from 'react-router'
import type { FactUse } from '../../../shared/protocol/fact-views.ts'
import { facts } from '../../i18n/messages/facts.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { unitAddress } from '../../ui/unit-address.ts'
import styles from './facts.module.css'

/** Where a fact stands, unit by unit, with a warning where one language of a unit has it and the other not. */
export function FactUses({ uses }: { readonly uses: readonly FactUse[] }) {
  const t = useText(facts)
  if (uses.length === 0) return <p className={styles.faint}>{t('unused')}</p>
  const units = new Set(uses.flatMap(({ text, units: each }) => each.map(({ unit }) => `${text.id} ${unit}`)))
  const alone = uses.flatMap(use => use.units).filter(({ only }) => only !== null).length
  return (
    <details className={styles.fold}>
      <summary>
        {t('used', { count: units.size })}
        {alone > 0 && <span className={styles.warn}> △ {t('one-language', { count: alone })}</span>}
      </summary>
      <ul className={styles.uses}>
        {uses.map(use => (
          <Use key={`${use.place.kind} ${use.place.id}`} use={use} />
        ))}
      </ul>
    </details>
  )
}

function Use({ use: { text, place, units } }: { readonly use: FactUse }) {
  const t = useText(facts)
  const language = useLanguage()
  const page = place.kind === 'draft' ? `/drafts/${place.id}` : `/versions/${place.id}`
  const where = place.kind === 'draft' ? t(`draft.${place.audience}`) : place.label
  const title = labelIn(text.title, language)
  return (
    <li>
      <span className={styles.place}>
        <span lang={title.lang}>{title.text}</span> · {where}
      </span>
      <ul>
        {units.map(({ unit, number, only, words }) => {
          const shown = language === 'ja' ? words.ja || words.fr : words.fr || words.ja
          return (
            <li key={unit}>
              <Link to={unitAddress(page, unit)}>{t('unit', { number })}</Link>{' '}
              <span className={styles.words} lang={shown === words.ja ? 'ja' : 'fr'}>
                {shown}
              </span>
              {only && <span className={styles.warn}> △ {t(`only.${only}`)}</span>}
            </li>
          )
        })}
      </ul>
    </li>
  )
}
