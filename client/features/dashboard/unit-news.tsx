/** One unit with news: its French and Japanese with what changed, and the threads in which something was said. */
import { useMemo } from 'react'
import { Link } from 'react-router'
import type { ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { BlockId } from '../../../shared/model/ids.ts'
import type { TextNews, UnitNews } from '../../../shared/protocol/news-views.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { news as words } from '../../i18n/messages/news.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { addressWith } from '../compare/comparison-address.ts'
import { RowMargin, rowWords } from '../compare/row-margin.tsx'
import { RowRedline } from '../compare/row-redline.tsx'
import styles from './news.module.css'
import { ThreadNewsView } from './thread-news.tsx'

type UnitNewsProps = { readonly unit: UnitNews; readonly compared: TextNews['compared'] }

export function UnitNewsView({ unit, compared }: UnitNewsProps) {
  const t = useText(words)
  const c = useText(compare)
  const { change, threads } = unit
  return (
    <article
      className={styles.unit}
      aria-label={change ? rowWords(change, change.kinds, c) : t('unit', { n: unit.number })}
    >
      <div className={styles.margin}>
        {change ? (
          <RowMargin row={change} kinds={change.kinds} seen={false} tick={null} />
        ) : (
          <p className={styles.number} aria-hidden="true">
            {unit.number}
          </p>
        )}
        {change && compared && (
          <Link
            className={styles.there}
            to={addressWith('/compare', { from: compared.from, to: compared.to, at: change.key })}
          >
            {t('compare')}
            <span className="unseen"> – {t('unit', { n: unit.number })}</span>
          </Link>
        )}
      </div>
      <div className={styles.body}>
        {change && compared ? <Redline row={change} compared={compared} /> : <FirstWords unit={unit} />}
        {threads.map(thread => (
          <ThreadNewsView key={thread.thread} news={thread} />
        ))}
      </div>
    </article>
  )
}

function Redline({
  row,
  compared,
}: {
  readonly row: ComparisonRow
  readonly compared: NonNullable<TextNews['compared']>
}) {
  const { facts, oldFacts, numbers } = compared
  const [old, now] = useMemo(
    () => [numbers.old, numbers.new].map(each => new Map(Object.entries(each) as [BlockId, string][])),
    [numbers],
  )
  return <RowRedline row={row} facts={facts} oldFacts={oldFacts} oldNumbers={old!} newNumbers={now!} />
}

/** Where the words did not change, their beginning says which unit it is. */
function FirstWords({ unit: { words: said } }: Pick<UnitNewsProps, 'unit'>) {
  const language = useLanguage()
  const preferred = language === 'ja' ? 'ja' : 'fr'
  const spoken = said[preferred] ? preferred : preferred === 'ja' ? 'fr' : 'ja'
  return (
    <p className={styles.words} lang={spoken}>
      {said[spoken]}
    </p>
  )
}
