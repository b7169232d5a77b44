/** [S2] One change asked for: by whom, old and new in both languages, what each side says, and what one may do. */
import { useId, useMemo } from 'react'
import { SIDES, type Side } from '../../../shared/model/bilingual-text.ts'
import type { Fact } from '../../../shared/model/edition.ts'
import { factValues } from '../../../shared/model/fact-values.ts'
import type { UnitChangeView } from '../../../shared/protocol/change-views.ts'
import { useFailureText } from '../../failure-text.ts'
import { changes as words } from '../../i18n/messages/changes.ts'
import { common } from '../../i18n/messages/common.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ShortInstant } from '../../ui/short-instant.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import cards from '../integration/integration.module.css'
import { ReasonForm } from '../integration/reason-form.tsx'
import { WordsRedline } from '../integration/unit-words-view.tsx'
import { AskedBy } from './asked-by.tsx'
import { ANSWER_SIGNS, CHANGE_SIGNS } from './change-signs.ts'
import styles from './changes.module.css'
import { type ChangeActs, useChangeActs } from './use-change-acts.ts'
import { answerOf, isDue } from './use-unit-changes.ts'

type ChangeCardProps = {
  readonly change: UnitChangeView
  /** The unit's place in the text, from 1; null when it is gone. */
  readonly number: number | null
  readonly facts: readonly Fact[]
  readonly answersFor: Side | null
  readonly onGo: (unit: string) => void
}

export function ChangeCard({ change, number, facts, answersFor, onGo }: ChangeCardProps) {
  const t = useText(words)
  const failure = useFailureText()
  const acts = useChangeActs(change)
  const title = useId()
  const { before, after, state, reason } = change
  const values = useMemo(
    () => factValues({ fr: [...before.fr, ...after.fr], ja: [...before.ja, ...after.ja] }, facts),
    [before, after, facts],
  )
  return (
    <article
      className={cards.card}
      aria-labelledby={title}
      data-change={change.id}
      data-state={state}
      tabIndex={-1}
    >
      <header className={cards.cardHead}>
        <h3 id={title}>
          {number === null ? (
            t('unitGone')
          ) : (
            <button type="button" className={styles.go} onClick={() => onGo(change.unit)}>
              {t('unit', { n: number })}
            </button>
          )}
        </h3>
        <span className={styles.state} data-state={state}>
          <span aria-hidden="true">{CHANGE_SIGNS[state]} </span>
          {t(`state.${state}`)}
        </span>
      </header>
      <p className={styles.asked}>
        <AskedBy change={change} />
        <span className={cards.quiet}>
          {' '}
          · <ShortInstant at={change.at} />
        </span>
        {change.bracket && <span className={cards.quiet}> · {t('resolvesBracket')}</span>}
      </p>
      <WordsRedline from={before} to={after} facts={values} />
      <Said reason={reason} />
      {state === 'overtaken' && <p className={cards.quiet}>{t('overtakenHint')}</p>}
      {isDue(change) && <p className={cards.quiet}>{t('dueHint')}</p>}
      <ul className={cards.sides}>
        {SIDES.map(side => (
          <SideAnswers key={side} side={side} answer={answerOf(change, side)} />
        ))}
      </ul>
      {acts.error && <Notice kind="alarm">{failure(acts.error)}</Notice>}
      <ChangeActions change={change} answersFor={answersFor} acts={acts} />
    </article>
  )
}

function Said({ reason }: { readonly reason: UnitChangeView['answers'][number]['reason'] }) {
  const t = useText(words)
  const language = useLanguage()
  const said = reason && labelIn(reason, language)
  return said?.text ? (
    <p className={styles.reason} lang={said.lang}>
      {t('reason')}
      {said.text}
    </p>
  ) : null
}

function SideAnswers({
  side,
  answer,
}: {
  readonly side: Side
  readonly answer: UnitChangeView['answers'][number] | null
}) {
  const t = useText(words)
  const language = useLanguage()
  const by = answer?.by && labelIn(answer.by, language)
  const said = answer?.outcome ?? 'none'
  return (
    <li data-outcome={said}>
      <SideMark side={side} />{' '}
      <span>
        <span aria-hidden="true">{ANSWER_SIGNS[said]} </span>
        {t(`said.${said}`)}
        {answer && (
          <span className={cards.quiet}>
            {by && (
              <>
                {' '}
                · <span lang={by.lang}>{by.text}</span>
              </>
            )}{' '}
            · <ShortInstant at={answer.at} />
          </span>
        )}
      </span>
      {answer && <Said reason={answer.reason} />}
    </li>
  )
}

function ChangeActions({
  change,
  answersFor,
  acts,
}: {
  readonly change: UnitChangeView
  readonly answersFor: Side | null
  readonly acts: ChangeActs
}) {
  const t = useText(words)
  const c = useText(common)
  const mayAnswer = change.state === 'open' && answersFor !== null && answerOf(change, answersFor) === null
  const mayCarryOut = answersFor !== null && isDue(change)
  if (!mayAnswer && !mayCarryOut && !change.mayWithdraw) return null
  if (acts.declining)
    return (
      <ReasonForm
        title={t('declineTitle')}
        hint={t('declineHint')}
        act={t('declineNow')}
        danger
        busy={acts.busy}
        onReason={acts.decline}
        onCancel={() => acts.setDeclining(false)}
      />
    )
  return (
    <div className={cards.actions}>
      {(mayAnswer || mayCarryOut) && (
        <Button kind="primary" busy={acts.busy} onClick={acts.consent}>
          {mayCarryOut ? t('carryOut') : t('consentFor', { side: c(`side.${answersFor!}`) })}
        </Button>
      )}
      {mayAnswer && (
        <Button busy={acts.busy} onClick={() => acts.setDeclining(true)}>
          {t('decline')}
        </Button>
      )}
      {change.mayWithdraw && (
        <Button kind="plain" busy={acts.busy} onClick={acts.withdraw}>
          {t('withdraw')}
        </Button>
      )}
    </div>
  )
}
