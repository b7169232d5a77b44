/** One amendment in the table: what was asked above what stands there now, language under language. */
import { useState } from 'react'
import { Link } from 'react-router'
import type { ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { Fate, Outcome } from '../../../shared/model/amendment.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { AmendmentFateView } from '../../../shared/protocol/views.ts'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { conventions } from '../../i18n/messages/compare-conventions.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { sayIn, useText } from '../../i18n/use-text.ts'
import { RowRedline } from '../compare/row-redline.tsx'
import { DecisionCell } from './decision-cell.tsx'
import styles from './fate-table.module.css'
import type { FateSetting } from './fate-table.tsx'
import { FateMark } from './marks.tsx'
import { UnitCell } from './unit-cell.tsx'

type FateRowsProps = { readonly amendment: AmendmentFateView; readonly setting: FateSetting }

export function FateRows({ amendment, setting }: FateRowsProps) {
  const { names, facts } = setting
  const rows = amendment.differs ? 3 : 2
  return (
    <tbody data-amendment={amendment.amendment} data-differs={amendment.differs || undefined}>
      <tr>
        <th scope="rowgroup" rowSpan={rows} className={styles.unit}>
          <UnitCell amendment={amendment} names={names} />
        </th>
        {amendment.differs ? (
          <DifferenceCell amendment={amendment} setting={setting} />
        ) : (
          <AskedCells amendment={amendment} setting={setting} />
        )}
      </tr>
      {amendment.differs && (
        <tr>
          <AskedCells amendment={amendment} setting={setting} />
        </tr>
      )}
      <NowRow
        key={amendment.fate}
        amendment={amendment}
        names={names}
        facts={facts.version}
        oldFacts={facts.answer}
      />
    </tbody>
  )
}

/** Framed, and said in words: the record is one thing and the text another. */
function DifferenceCell({ amendment: { decision, fate }, setting }: FateRowsProps) {
  const t = useText(fates)
  const { version } = setting.names
  const key = decision && DIFFERENCES[decision.outcome][fate]
  return (
    <td colSpan={4} className={styles.differenceCell}>
      <p className={styles.difference}>
        <strong>
          <span aria-hidden="true">▲ </span>
          {t('difference')}
        </strong>{' '}
        {key && t(key, { version })}
      </p>
    </td>
  )
}

/** Null where they agree. */
const DIFFERENCES = {
  accepted: {
    taken: null,
    'in-part': 'differs.accepted.in-part',
    'not-taken': 'differs.accepted.not-taken',
  },
  modified: {
    taken: 'differs.modified.taken',
    'in-part': null,
    'not-taken': 'differs.modified.not-taken',
  },
  rejected: {
    taken: 'differs.rejected.taken',
    'in-part': 'differs.rejected.in-part',
    'not-taken': null,
  },
  reserved: { taken: 'differs.reserved', 'in-part': 'differs.reserved', 'not-taken': 'differs.reserved' },
} as const satisfies { [O in Outcome]: { [F in Fate]: string | null } }

function AskedCells({ amendment, setting }: FateRowsProps) {
  const t = useText(fates)
  const { names, facts } = setting
  return (
    <>
      {LANGUAGES.map(language => (
        <WordsCell
          key={language}
          language={language}
          caption={t('asked', names)}
          rows={amendment.rows}
          facts={facts.answer}
          oldFacts={facts.base}
        />
      ))}
      <DecisionCell amendment={amendment} decideAt={setting.decideAt} />
      <FateCell amendment={amendment} setting={setting} />
    </>
  )
}

function FateCell({ amendment, setting }: FateRowsProps) {
  const t = useText(fates)
  const compared = setting.compareAt?.(amendment)
  return (
    <td rowSpan={2} className={styles.fate} data-label={t('fateHead')}>
      <div>
        <p>
          <FateMark fate={amendment.fate} />
        </p>
        <dl className={styles.languages}>
          {LANGUAGES.map(language => (
            <div key={language}>
              <dt lang={language}>{LANGUAGE_NAMES[language]}</dt>
              <dd>
                {amendment[language] === null ? (
                  <span className={styles.untouched}>{t('untouched')}</span>
                ) : (
                  <FateMark fate={amendment[language]} />
                )}
              </dd>
            </div>
          ))}
        </dl>
        {compared && (
          <Link className={styles.compare} to={compared.address}>
            {t('compareAt', { from: compared.from, to: compared.to })}
          </Link>
        )}
      </div>
    </td>
  )
}

type NowRowProps = {
  readonly amendment: AmendmentFateView
  readonly names: FateSetting['names']
  readonly facts: FactValues
  readonly oldFacts: FactValues
}

/** Folded where it stands as it was asked for: there is nothing to see that is not above. */
function NowRow({ amendment, names, facts, oldFacts }: NowRowProps) {
  const t = useText(fates)
  const taken = amendment.fate === 'taken'
  const [open, setOpen] = useState(!taken)
  const words = amendment.now.length > 0
  if (taken && (!open || !words))
    return (
      <tr>
        <td colSpan={2} className={`${styles.folded} ${styles.now}`}>
          <span aria-hidden="true">● </span>
          {t(words ? 'nowAsAsked' : 'nowGone', { version: names.version })}
          {words && (
            <button type="button" onClick={() => setOpen(true)} aria-expanded={false}>
              {t('show')}
            </button>
          )}
        </td>
      </tr>
    )
  return (
    <tr>
      {LANGUAGES.map(language => (
        <WordsCell
          key={language}
          language={language}
          caption={t('now', names)}
          now
          rows={amendment.now}
          facts={facts}
          oldFacts={oldFacts}
        />
      ))}
    </tr>
  )
}

type WordsCellProps = {
  readonly language: Language
  readonly caption: string
  /** Below what was asked. */
  readonly now?: boolean
  readonly rows: readonly ComparisonRow[]
  readonly facts: FactValues
  readonly oldFacts: FactValues
}

function WordsCell({ language, caption, now = false, rows, facts, oldFacts }: WordsCellProps) {
  return (
    <td className={now ? `${styles.words} ${styles.now}` : styles.words}>
      <p className={styles.caption}>
        <span className={styles.language} lang={language}>
          {LANGUAGE_NAMES[language]}
        </span>
        {caption}
      </p>
      {rows.map(row => (
        <RowRedline key={row.key} row={row} facts={facts} oldFacts={oldFacts} languages={[language]} />
      ))}
      {rows.length === 0 && (
        <p className={styles.caption} lang={language}>
          {sayIn(conventions, language)('deleted')}
        </p>
      )}
    </td>
  )
}
