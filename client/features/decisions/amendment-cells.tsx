/** An amendment: what it changes in each language, what the other side made of it, how it was decided, and why. */
import type { ComparisonRow } from '../../../shared/compare/comparison.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { RoundAmendment } from '../../../shared/protocol/round-views.ts'
import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { sayIn, useText } from '../../i18n/use-text.ts'
import { SideMark } from '../../ui/side-mark.tsx'
import { RowRedline } from '../compare/row-redline.tsx'
import { BothLanguages } from './both-languages.tsx'
import styles from './decisions-table.module.css'
import type { FactsOfPair, TableSetting } from './decisions-table.tsx'
import { type SaidOutcome, saidOutcome } from './outcome-words.ts'

type AmendmentCellsProps = { readonly amendment: RoundAmendment; readonly setting: TableSetting }

export function AmendmentCells({ amendment, setting }: AmendmentCellsProps) {
  const t = useText(decisions)
  const { languages, facts, answer } = setting
  return (
    <>
      {languages.map((language, index) => (
        <td
          key={language}
          className={styles.words}
          data-label={t('observationHeadOf', { language: LANGUAGE_NAMES[language] })}
        >
          <p className={styles.kind} data-second={index > 0 || undefined}>
            <strong>
              <BothLanguages say={each => sayIn(decisions, each)('amendment')} />
            </strong>{' '}
            <SideMark side={answer.side} />
          </p>
          <Redlines
            language={language}
            rows={amendment.rows}
            facts={{ old: facts.base, now: facts.answer }}
          />
        </td>
      ))}
      <td className={styles.words} data-label={t('replyHead')}>
        <Reply amendment={amendment} setting={setting} />
      </td>
      <td className={styles.outcome} data-label={t('outcomeHead')}>
        <Outcome amendment={amendment} setting={setting} />
      </td>
      <td className={styles.reasons} data-label={t('reasonHead')}>
        <Reasons amendment={amendment} />
      </td>
    </>
  )
}

type RedlinesProps = {
  readonly language: Language
  readonly rows: readonly ComparisonRow[]
  readonly facts: FactsOfPair
}

function Redlines({ language, rows, facts }: RedlinesProps) {
  return rows.map(row => (
    <RowRedline key={row.key} row={row} facts={facts.now} oldFacts={facts.old} languages={[language]} />
  ))
}

/** What stands in its place in the third text: shown where that is neither what was asked nor what stood there. */
function Reply({ amendment: { fate, now, decision }, setting }: AmendmentCellsProps) {
  const t = useText(decisions)
  const { languages, names, facts, end } = setting
  if (fate === null || names.end === null || (end.state === 'draft' && !decision)) return <Nothing />
  const version = names.end
  if (fate === 'taken' || fate === 'not-taken')
    return (
      <p className={styles.faint}>
        <BothLanguages
          say={each => sayIn(decisions, each)(fate === 'taken' ? 'asAsked' : 'notTaken', { version })}
        />
      </p>
    )
  return (
    <>
      <p className={styles.kind}>
        <span className={styles.faint}>{t('now', { answer: names.answer, version })}</span>
      </p>
      {languages.map(language => (
        <div key={language} lang={language} className={styles.stacked}>
          <Redlines language={language} rows={now} facts={{ old: facts.answer, now: facts.end }} />
        </div>
      ))}
    </>
  )
}

function Outcome({ amendment, setting: { end } }: AmendmentCellsProps) {
  const said: SaidOutcome = saidOutcome(amendment, end)
  return (
    <>
      <p className={styles.outcomeWord} data-outcome={said.key}>
        {said.sign !== '' && <span aria-hidden="true">{said.sign} </span>}
        <BothLanguages say={said.say} />
      </p>
      {amendment.differs && amendment.fate && (
        <p className={styles.differs}>
          <span aria-hidden="true">▲ </span>
          <BothLanguages say={each => sayIn(decisions, each)('difference')} />{' '}
          <span className={styles.fate}>
            <BothLanguages
              say={each =>
                sayIn(decisions, each)('fateIs', { fate: sayIn(fates, each)(`fate.${amendment.fate!}`) })
              }
            />
          </span>
        </p>
      )}
    </>
  )
}

function Reasons({ amendment: { decision } }: Pick<AmendmentCellsProps, 'amendment'>) {
  const reason = decision?.reason
  const given = LANGUAGES.filter(language => reason?.[language].trim())
  if (!reason || !given.length) return <Nothing />
  return (
    <>
      {given.map(language => (
        <p key={language} lang={language} className={styles.reason}>
          {reason[language]}
        </p>
      ))}
      {given.length === 1 && (
        <p className={styles.oneLanguage}>
          <span aria-hidden="true">△ </span>
          <BothLanguages
            say={each => sayIn(fates, each)(given[0] === 'fr' ? 'reasonFrOnly' : 'reasonJaOnly')}
          />
        </p>
      )}
    </>
  )
}

export function Nothing() {
  return (
    <p className={styles.nothing} aria-hidden="true">
      —
    </p>
  )
}
