/** One amendment in the list: where it stands, what it changes in both languages, its state, and what one can do. */
import { memo, useState } from 'react'
import type { AmendmentKey, Outcome } from '../../../shared/model/amendment.ts'
import { type BilingualLabel, LANGUAGES } from '../../../shared/model/language.ts'
import { STATE_SIGNS } from '../../editor/amendments/state-signs.ts'
import { amendments } from '../../i18n/messages/amendments.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Instant } from '../../ui/instant.tsx'
import { Label } from '../../ui/label.tsx'
import { type AmendmentItem, stateOf } from './amendment-desk.ts'
import styles from './amendment-item.module.css'
import { AmendmentRedline, type RedlineSetting } from './amendment-redline.tsx'
import { usePlaceWords } from './amendment-words.ts'
import { RejectForm } from './reject-form.tsx'

/** What one can do with an item; the same functions for every item. */
export type ItemActs = {
  readonly decide: (item: AmendmentItem, outcome: Outcome, reason?: BilingualLabel) => void
  readonly undo: (item: AmendmentItem) => void
  /** Opens or closes the form for the reason of a rejection. */
  readonly askReason: (item: AmendmentItem, open: boolean) => void
  readonly goToText: (item: AmendmentItem) => void
}

type ItemProps = {
  readonly item: AmendmentItem
  /** Where the amendments stand that touch this one. */
  readonly touched: string
  readonly current: boolean
  readonly busy: boolean
  readonly rejecting: boolean
  readonly failure: Error | null
  readonly mayDecide: boolean
  /** Null where it cannot be ticked. */
  readonly ticked: boolean | null
  readonly onTick: (keys: readonly AmendmentKey[], on: boolean) => void
  readonly setting: RedlineSetting
  readonly acts: ItemActs
}

/** Drawn again only when it changes: a decision draws one item. */
export const AmendmentItemView = memo(function AmendmentItemView(props: ItemProps) {
  const { item, touched, current, busy, rejecting, failure, mayDecide, ticked, onTick, setting, acts } = props
  const t = useText(amendments)
  const c = useText(compare)
  const place = usePlaceWords()
  const [shown, setShown] = useState(false)
  const { amendment, rows, decision } = item
  const state = stateOf(item)
  const open = decision === null || shown
  const title = `amendment-${amendment.key}`
  return (
    <article
      className={styles.item}
      data-amendment={amendment.key}
      data-state={state}
      tabIndex={current ? 0 : -1}
      aria-labelledby={title}
      aria-current={current || undefined}
      aria-busy={busy || undefined}
    >
      <header className={styles.head}>
        {ticked !== null && (
          <input
            type="checkbox"
            className={styles.tick}
            aria-label={t('tick', { place: place(item) })}
            checked={ticked}
            onChange={event => onTick([amendment.key], event.target.checked)}
          />
        )}
        <h3 className={styles.place} id={title}>
          <button type="button" title={t('goToText')} onClick={() => acts.goToText(item)}>
            {place(item)}
          </button>
          <span className="unseen">, {t(`state.${state}`)}</span>
        </h3>
        <span className={styles.state} data-state={state} aria-hidden="true">
          <span className={styles.sign}>{STATE_SIGNS[state]}</span>
          {t(`state.${state}`)}
        </span>
      </header>
      <ul className={styles.kinds}>
        {amendment.kinds.map(kind => (
          <li key={kind}>{c(kind)}</li>
        ))}
      </ul>
      {amendment.alarm && (
        <p className={styles.alarm}>
          <span aria-hidden="true">▲ </span>
          {c(amendment.alarm === 'fr-only' ? 'frOnly' : 'jaOnly')}
        </p>
      )}
      <StandingNote item={item} />
      {touched && (
        <p className={styles.note}>
          <span aria-hidden="true">⇆ </span>
          {t('touches', { place: touched })}
        </p>
      )}
      {open && (
        <div className={styles.words}>
          {LANGUAGES.map(language => (
            <AmendmentRedline key={language} rows={rows} language={language} setting={setting} />
          ))}
        </div>
      )}
      {decision && <DecisionWords item={item} />}
      {failure && <FailureNotice error={failure} />}
      {rejecting ? (
        <RejectForm
          busy={busy}
          onReject={reason => acts.decide(item, 'rejected', reason)}
          onCancel={() => acts.askReason(item, false)}
        />
      ) : (
        <div className={styles.actions}>
          {decision && (
            <Button kind="plain" aria-expanded={shown} onClick={() => setShown(!shown)}>
              {t(shown ? 'hideWords' : 'showWords')}
            </Button>
          )}
          {mayDecide && decision && (
            <Button kind="plain" busy={busy} aria-keyshortcuts="u" onClick={() => acts.undo(item)}>
              {t('undo')}
            </Button>
          )}
          {mayDecide && !decision && <DecideButtons item={item} busy={busy} acts={acts} />}
        </div>
      )}
    </article>
  )
})

function DecideButtons({ item, busy, acts }: Pick<ItemProps, 'item' | 'busy' | 'acts'>) {
  const t = useText(amendments)
  return (
    <>
      <Button busy={busy} aria-keyshortcuts="a" onClick={() => acts.decide(item, 'accepted')}>
        {t('accept')}
      </Button>
      <Button busy={busy} aria-keyshortcuts="m" onClick={() => acts.decide(item, 'modified')}>
        {t('modify')}
      </Button>
      <Button busy={busy} aria-keyshortcuts="r" onClick={() => acts.askReason(item, true)}>
        {t('reject')}
      </Button>
      <Button busy={busy} aria-keyshortcuts="h" onClick={() => acts.decide(item, 'reserved')}>
        {t('reserve')}
      </Button>
    </>
  )
}

/** What one should know of the draft before deciding, or because it does not say what was decided. */
function StandingNote({ item: { standing, decision } }: Pick<ItemProps, 'item'>) {
  const t = useText(amendments)
  const said =
    decision === null
      ? standing === 'answer'
        ? ({ sign: '≡', words: 'standsAlready' } as const)
        : standing === 'edited'
          ? ({ sign: '✎', words: 'editedHere' } as const)
          : undefined
      : decision.outcome === 'accepted' && standing === 'edited'
        ? ({ sign: '✎', words: 'editedSince' } as const)
        : decision.outcome === 'accepted' && standing === 'base'
          ? ({ sign: '△', words: 'acceptedButBase' } as const)
          : decision.outcome === 'rejected' && standing === 'answer'
            ? ({ sign: '△', words: 'rejectedButThere' } as const)
            : undefined
  return (
    said && (
      <p className={styles.note} data-warn={said.sign === '△' || undefined}>
        <span aria-hidden="true">{said.sign} </span>
        {t(said.words)}
      </p>
    )
  )
}

function DecisionWords({ item: { decision } }: Pick<ItemProps, 'item'>) {
  const t = useText(amendments)
  if (!decision) return null
  const { reason, by, at } = decision
  return (
    <div className={styles.decision}>
      {reason && (
        <div className={styles.reason}>
          <span>{t('reason')}</span>
          {LANGUAGES.filter(language => reason[language]).map(language => (
            <p key={language} lang={language}>
              {reason[language]}
            </p>
          ))}
        </div>
      )}
      <p className={styles.by}>
        {by && (
          <span>
            <Label of={by} />
          </span>
        )}
        <Instant at={at} />
      </p>
    </div>
  )
}
