/** One amendment from a workshop: where it would stand, its words, what each side says, and what one may do. */
import { useId, useState } from 'react'
import { SIDES, type Side } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { ProposalDecisionView, ProposalView } from '../../../shared/protocol/integration-views.ts'
import { useFailureText } from '../../failure-text.ts'
import { integration } from '../../i18n/messages/integration.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import styles from './integration.module.css'
import { PROPOSAL_SIGNS } from './proposal-signs.ts'
import { ReasonForm } from './reason-form.tsx'
import { RewordForm } from './reword-form.tsx'
import { useSaidBy } from './said-by.tsx'
import { UnitWordsView, WordsRedline } from './unit-words-view.tsx'
import { type ProposalActs, useProposalActs } from './use-proposal-acts.ts'

export function ProposalCard({
  proposal,
  decides,
  facts,
}: {
  readonly proposal: ProposalView
  readonly decides: Side | null
  readonly facts: FactValues
}) {
  const t = useText(integration)
  const failure = useFailureText()
  const acts = useProposalActs(proposal)
  const saidBy = useSaidBy()
  const title = useId()
  const { state, words, base, source, workshop, revision } = proposal
  return (
    <article
      className={styles.card}
      aria-labelledby={title}
      data-proposal={proposal.id}
      data-state={state}
      tabIndex={-1}
    >
      <header className={styles.cardHead}>
        <h3 id={title}>
          {t('fromWorkshop', { number: workshop.number })} · <PlaceWords proposal={proposal} />
        </h3>
        <span className={styles.state} data-state={state}>
          <span aria-hidden="true">{PROPOSAL_SIGNS[state]} </span>
          {t(`state.${state}`)}
        </span>
      </header>
      {base ? (
        <WordsRedline from={base} to={words} facts={facts} />
      ) : (
        <UnitWordsView words={words} facts={facts} />
      )}
      <p className={styles.quiet}>
        {t('revision', { count: revision })} · {t('proposedBy', { by: saidBy(proposal.by) })}
      </p>
      <SourceWords
        label={source.version.label}
        shown={revision > 1}
        words={source.words}
        to={base ? null : words}
        facts={facts}
      />
      {proposal.stands === 'edited' && <p className={styles.quiet}>{t('standsEdited')}</p>}
      <ul className={styles.sides}>
        {SIDES.map(side => (
          <SideSays key={side} side={side} decision={proposal.decisions[side]} />
        ))}
      </ul>
      {acts.error && <Notice kind="alarm">{failure(acts.error)}</Notice>}
      {proposal.current && state !== 'withdrawn' && (
        <ProposalActions proposal={proposal} decides={decides} acts={acts} />
      )}
    </article>
  )
}

function PlaceWords({ proposal: { numbers, base, after, state } }: { readonly proposal: ProposalView }) {
  const t = useText(integration)
  if (base) return numbers.unit ? t('changeOf', { n: numbers.unit }) : t('nowhere')
  if (numbers.unit && state === 'accepted') return t('standsAt', { n: numbers.unit })
  const place =
    after === null ? t('atStart') : numbers.after ? t('after', { n: numbers.after }) : t('nowhere')
  return t('newUnit', { place })
}

function SourceWords({
  label,
  shown,
  words,
  to,
  facts,
}: {
  readonly label: string
  readonly shown: boolean
  readonly words: ProposalView['words']
  readonly to: ProposalView['words'] | null
  readonly facts: FactValues
}) {
  const t = useText(integration)
  const [open, setOpen] = useState(false)
  if (!shown && to) return null
  return (
    <>
      <Button kind="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'hideSource' : 'showSource')}
      </Button>
      {open && (
        <div className={styles.source}>
          <p className={styles.quiet}>{t('source', { label })}</p>
          {to ? (
            <WordsRedline from={words} to={to} facts={facts} />
          ) : (
            <UnitWordsView words={words} facts={facts} />
          )}
        </div>
      )}
    </>
  )
}

function SideSays({
  side,
  decision,
}: {
  readonly side: Side
  readonly decision: ProposalDecisionView | null
}) {
  const t = useText(integration)
  const language = useLanguage()
  const saidBy = useSaidBy()
  const reason = decision?.reason && labelIn(decision.reason, language)
  return (
    <li data-outcome={decision?.outcome ?? 'none'}>
      <SideMark side={side} />{' '}
      <span>
        <span aria-hidden="true">{decision ? (decision.outcome === 'accepted' ? '✓ ' : '✕ ') : '◇ '}</span>
        {t(`said.${decision?.outcome ?? 'none'}`)}
        {decision && <span className={styles.quiet}> · {saidBy(decision.by)}</span>}
      </span>
      {reason?.text && (
        <p className={styles.reason} lang={reason.lang}>
          {t('reason')}
          {reason.text}
        </p>
      )}
    </li>
  )
}

function ProposalActions({
  proposal,
  decides,
  acts,
}: {
  readonly proposal: ProposalView
  readonly decides: Side | null
  readonly acts: ProposalActs
}) {
  const t = useText(integration)
  const mine = decides && proposal.decisions[decides]
  if (acts.form === 'reject')
    return (
      <ReasonForm
        title={t('rejectTitle')}
        hint={t('rejectHint')}
        act={t('rejectNow')}
        danger
        busy={acts.busy}
        onReason={acts.reject}
        onCancel={() => acts.open(null)}
      />
    )
  if (acts.form === 'reword')
    return (
      <RewordForm
        words={proposal.words}
        busy={acts.busy}
        onReword={acts.reword}
        onCancel={() => acts.open(null)}
      />
    )
  return (
    <div className={styles.actions}>
      {decides && !mine && (
        <>
          <Button busy={acts.busy} onClick={acts.accept}>
            {t('accept')}
          </Button>
          <Button busy={acts.busy} onClick={() => acts.open('reject')}>
            {t('reject')}
          </Button>
        </>
      )}
      {decides && proposal.state !== 'accepted' && (
        <Button kind="plain" busy={acts.busy} onClick={() => acts.open('reword')}>
          {t('reword')}
        </Button>
      )}
      {mine && (
        <Button kind="plain" busy={acts.busy} onClick={acts.takeBack}>
          {t('undo')}
        </Button>
      )}
      {proposal.mayWithdraw && (
        <Button kind="plain" busy={acts.busy} onClick={acts.withdraw}>
          {t('withdraw')}
        </Button>
      )}
    </div>
  )
}
