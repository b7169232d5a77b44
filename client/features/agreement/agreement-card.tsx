/** What is known of the agreement on one unit: the state in words, who consented when, what reopened it; and one's acts. */
import { useEffect } from 'react'
import { SIDES, type Side } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { TextId, UnitId } from '../../../shared/model/ids.ts'
import type { UnitWords } from '../../../shared/model/proposal.ts'
import type { Place } from '../../../shared/model/thread.ts'
import type { ConsentView } from '../../../shared/protocol/agreement-views.ts'
import { agreement } from '../../i18n/messages/agreement.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { askAgain, queryClient } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Label } from '../../ui/label.tsx'
import { ShortInstant, useShortInstant } from '../../ui/short-instant.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import { WordsRedline } from '../integration/unit-words-view.tsx'
import styles from './agreement-card.module.css'
import { AgreementSign, LockSign } from './agreement-sign.tsx'
import type { UnitStanding } from './unit-standing.ts'
import { useConsentActs } from './use-consent-acts.ts'

/** What one may do at this place, and what a card has to know of it. */
export type CardActs = {
  readonly text: TextId
  readonly place: Place
  /** The side for which the reader may consent here; null where nobody does. */
  readonly side: Side | null
  /** A draft of one side alone, in which nobody consents. */
  readonly isPrivate: boolean
  /** What the unit says now; undefined when it is gone. */
  readonly wordsOf: (unit: UnitId) => UnitWords | undefined
  readonly facts: FactValues
  readonly reopen: (unit: UnitId, number: number) => void
}

type CardProps = {
  readonly standing: UnitStanding
  readonly number: number
  readonly acts: CardActs
  /** Something was done: the card closes, and the sign says what stands now. */
  readonly onDone: () => void
}

export function AgreementCard({ standing, number, acts, onDone }: CardProps) {
  const t = useText(agreement)
  const { state, locked, reopened } = standing
  const reason = standing.reopenings.at(-1)
  return (
    <div className={styles.card}>
      <header className={styles.head}>
        <h3>{t('title', { n: number })}</h3>
        <p className={styles.state} data-agreement={state}>
          <AgreementSign standing={standing} /> {t(`state.${state}`)}
        </p>
      </header>
      <p>{t(`means.${state}`)}</p>
      {locked && (
        <p className={styles.locked}>
          <LockSign /> {t('means.locked')}
        </p>
      )}
      {reopened && (
        <p className={styles.reopened}>
          <span aria-hidden="true">↺ </span>
          {t(`means.${reopened}`)}
        </p>
      )}
      {reopened && reason && (
        <blockquote className={styles.reason}>
          <Label of={reason.reason} />
          <span className={styles.by}>
            <SideMark side={reason.side} />
            {reason.by && <Label of={reason.by} />}
            <ShortInstant at={reason.at} />
          </span>
        </blockquote>
      )}
      <dl className={styles.sides}>
        {SIDES.map(side => (
          <SideLine key={side} side={side} standing={standing} />
        ))}
      </dl>
      <Differences standing={standing} acts={acts} />
      <History standing={standing} />
      {acts.isPrivate && <p className={styles.quiet}>{t('means.private')}</p>}
      {acts.side && <Acts standing={standing} number={number} acts={acts} side={acts.side} onDone={onDone} />}
    </div>
  )
}

function SideLine({ side, standing }: { readonly side: Side; readonly standing: UnitStanding }) {
  const t = useText(agreement)
  const given = standing.consents.find(consent => consent.side === side)
  const earlier = standing.earlier.find(consent => consent.side === side)
  const said = given ?? earlier
  return (
    <div>
      <dt>
        <SideMark side={side} />
      </dt>
      <dd>
        {given
          ? t(given.kind === 'agreed' ? 'side-agreed' : 'side-ad-referendum')
          : t(earlier ? 'side-earlier' : 'side-none')}
        {said && <By consent={said} />}
      </dd>
    </div>
  )
}

function By({ consent: { by, at, unchangedSince } }: { readonly consent: ConsentView }) {
  const t = useText(agreement)
  return (
    <span className={styles.by}>
      {unchangedSince !== null && <span>{t('unchangedSince', { label: unchangedSince })}</span>}
      {by && <Label of={by} />}
      <ShortInstant at={at} reachable />
    </span>
  )
}

/** From the words that had consent to those that stand; once where both sides had consented to the same. */
function Differences({ standing, acts }: Pick<CardProps, 'standing' | 'acts'>) {
  const t = useText(agreement)
  const now = acts.wordsOf(standing.unit)
  useWordsAskedFor(standing.earlier.some(({ words }) => words === null))
  const pairs = [...new Map(standing.earlier.map(consent => [consent.pair, consent])).values()]
  return pairs.map(({ pair, words }) => (
    <section key={pair} className={styles.part}>
      <h4>
        {t('earlierWords')}{' '}
        {SIDES.map(side =>
          standing.earlier.some(consent => consent.pair === pair && consent.side === side) ? (
            <SideMark key={side} side={side} />
          ) : null,
        )}
      </h4>
      {words && now ? (
        <WordsRedline from={words} to={now} facts={acts.facts} />
      ) : (
        <p className={styles.quiet}>{t('wordsNotKept')}</p>
      )}
    </section>
  ))
}

/** Of consents that held when the page asked the words are those on the screen: only once these changed are they sent. */
function useWordsAskedFor(missing: boolean): void {
  useEffect(() => {
    if (missing) void askAgain(queryClient, ['GET /api/texts/:id/agreement'])
  }, [missing])
}

function History({ standing: { history, reopenings } }: Pick<CardProps, 'standing'>) {
  const t = useText(agreement)
  const language = useLanguage()
  const instant = useShortInstant()
  const acts = [
    ...history.map(consent => ({
      ...{ at: consent.at, side: consent.side, by: consent.by },
      words: [
        t(consent.kind === 'agreed' ? 'past.agreed' : 'past.ad-referendum'),
        ...(consent.here ? [] : [t('past.elsewhere')]),
        ...(consent.unchangedSince ? [t('unchangedSince', { label: consent.unchangedSince })] : []),
        ...(consent.withdrawnAt ? [t('past.withdrawn', { when: instant(consent.withdrawnAt) })] : []),
      ].join(language === 'ja' ? '、' : ', '),
    })),
    ...reopenings.map(({ at, side, by, reason }) => ({
      ...{ at, side, by },
      words: t('past.reopened', { reason: labelIn(reason, language).text }),
    })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1))
  if (acts.length === 0) return null
  return (
    <details className={styles.part} open={reopenings.length > 0 || undefined}>
      <summary>{t('history', { count: acts.length })}</summary>
      <ol className={styles.history}>
        {acts.map(({ at, side, by, words }) => (
          <li key={`${at} ${side} ${words}`}>
            <ShortInstant at={at} />
            <SideMark side={side} />
            <span>{words}</span>
            {by && (
              <span className={styles.by}>
                <Label of={by} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}

function Acts({ standing, number, acts, side, onDone }: CardProps & { readonly side: Side }) {
  const t = useText(agreement)
  const { agree, withdraw, busy, error } = useConsentActs(acts)
  const ours = standing.consents.find(consent => consent.side === side)
  const { locked, state } = standing
  if (state === 'sealed') return null
  return (
    <footer className={styles.acts}>
      {error && <FailureNotice error={error} />}
      {locked ? (
        <Button
          kind="danger"
          onClick={() => {
            onDone()
            acts.reopen(standing.unit, number)
          }}
        >
          {t('reopen')}
        </Button>
      ) : (
        <>
          {ours?.kind !== 'agreed' && (
            <Button kind="primary" busy={busy} onClick={() => agree([standing], 'agreed', null, onDone)}>
              {t(ours ? 'confirm' : 'agree')}
            </Button>
          )}
          {!ours && (
            <Button busy={busy} onClick={() => agree([standing], 'ad-referendum', null, onDone)}>
              {t('adReferendum')}
            </Button>
          )}
          {ours && (
            <Button busy={busy} onClick={() => withdraw(standing, onDone)}>
              {t('withdraw')}
            </Button>
          )}
        </>
      )}
    </footer>
  )
}
