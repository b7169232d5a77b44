/** The draft as it was at the end of a sitting, for reading, with the states before and after it. */
import { Link } from 'react-router'
import type { HistoryView } from '../../../shared/protocol/views.ts'
import { history } from '../../i18n/messages/history.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { BilingualTextView } from '../../text-view/bilingual-text-view.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { InstantLines } from '../../ui/instant.tsx'
import { Loading } from '../../ui/loading.tsx'
import { compareLink } from '../compare/comparison-address.ts'
import { AskFailure } from '../texts/ask-failure.tsx'
import styles from './history.module.css'
import { historyAddress, sinceState } from './history-address.ts'

type DraftStateProps = {
  readonly view: HistoryView
  /** The instant that names the state. */
  readonly at: string
  readonly restore: ((at: string) => void) | undefined
}

export function DraftState({ view, at, restore }: DraftStateProps) {
  const t = useText(history)
  const { id } = view.draft.draft
  const { data, error, refetch } = useAsk('GET /api/drafts/:id/state', { params: { id }, query: { at } })
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  // Oldest first: the beginning, then the sittings that are over.
  const states = [view.begun.state, ...view.sittings.map(({ state }) => state).reverse()].filter(
    state => state !== null,
  )
  const place = states.indexOf(at)
  const [earlier, later] = [states[place - 1], states[place + 1]]
  const sitting = view.sittings.find(({ state }) => state === at)
  return (
    <>
      <nav className={styles.steps} aria-label={t('toHistory')}>
        <Link to={historyAddress(id)}>
          <span aria-hidden="true">↑ </span>
          {t('toHistory')}
        </Link>
        {earlier !== undefined && (
          <Link to={historyAddress(id, earlier)}>
            <span aria-hidden="true">← </span>
            {t('earlier')}
          </Link>
        )}
        {later !== undefined && (
          <Link to={historyAddress(id, later)}>
            {t('later')}
            <span aria-hidden="true"> →</span>
          </Link>
        )}
      </nav>
      <div className={styles.stateHead}>
        <h2>{t('stateTitle')}</h2>
        <p className={styles.stateTime}>
          <InstantLines at={at} />
        </p>
        <div className={styles.stateActs}>
          {sitting?.before && (
            <ButtonLink to={compareLink(sitting.before, sitting.after)}>{t('whatChanged')}</ButtonLink>
          )}
          {later !== undefined && <ButtonLink to={sinceState(id, at)}>{t('compareNow')}</ButtonLink>}
          {later !== undefined && restore && <Button onClick={() => restore(at)}>{t('restore')}</Button>}
        </div>
      </div>
      {data ? (
        <div className={styles.paper}>
          <BilingualTextView text={data.content} facts={data.facts} />
        </div>
      ) : (
        <Loading />
      )}
    </>
  )
}
