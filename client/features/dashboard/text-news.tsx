/** What is new in one text: how much, then the units, each with its words compared in place. Folds as a whole. */
import { useState } from 'react'
import { Link } from 'react-router'
import type { TextNews } from '../../../shared/protocol/news-views.ts'
import { onOneClock } from '../../../shared/words/dates.ts'
import { news as words } from '../../i18n/messages/news.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useSession } from '../../session.tsx'
import { Button } from '../../ui/button.tsx'
import { Label } from '../../ui/label.tsx'
import { compareLink } from '../compare/comparison-address.ts'
import styles from './news.module.css'
import { ThreadNewsView } from './thread-news.tsx'
import { UnitNewsView } from './unit-news.tsx'

/** Units shown before one asks for the rest: a long absence stays readable. */
const FIRST_UNITS = 5

/** `later`: the news of this text begin after those of the page, because the reader was at it since. */
export function TextNewsView({ news, later }: { readonly news: TextNews; readonly later: boolean }) {
  const t = useText(words)
  const [all, setAll] = useState(false)
  const { text, compared, units, more, detached } = news
  const shown = all ? units : units.slice(0, FIRST_UNITS)
  return (
    <details className={styles.text} open>
      <summary>
        <h3>
          <Label of={text.title} />
        </h3>
        <Extent news={news} />
      </summary>
      {later && <ReadLast at={news.since} />}
      {compared && compared.changed === null && (
        <p className={styles.note}>
          {t('changed-long')} <Link to={compareLink(compared.from, compared.to)}>{t('compare')}</Link>
        </p>
      )}
      {shown.map(unit => (
        <UnitNewsView key={unit.unit} unit={unit} compared={compared} />
      ))}
      {detached.length > 0 && (
        <section className={styles.unit}>
          <h4 className={styles.detached}>{t('detached')}</h4>
          <div>
            {detached.map(thread => (
              <ThreadNewsView key={thread.thread} news={thread} />
            ))}
          </div>
        </section>
      )}
      <div className={styles.rest}>
        {shown.length < units.length && (
          <Button kind="plain" onClick={() => setAll(true)}>
            {t('show-units', { count: units.length - shown.length })}
          </Button>
        )}
        {more > 0 && <span>{t('more-units', { count: more })}</span>}
        {compared?.changed && <Link to={compareLink(compared.from, compared.to)}>{t('compare-all')}</Link>}
      </div>
    </details>
  )
}

function Extent({ news: { compared, units, detached } }: { readonly news: TextNews }) {
  const t = useText(words)
  const threads = units.reduce((sum, unit) => sum + unit.threads.length, detached.length)
  return (
    <p className={styles.extent}>
      {compared?.changed && (
        <span>
          {t('changed', {
            count: compared.changed.units,
            fr: compared.changed.fr,
            ja: compared.changed.ja,
          })}
        </span>
      )}
      {threads > 0 && <span>{t('threads-count', { count: threads })}</span>}
    </p>
  )
}

function ReadLast({ at }: { readonly at: string }) {
  const t = useText(words)
  const language = useLanguage()
  const { zone } = useSession().person
  return <p className={styles.note}>{t('text-since', { when: onOneClock(at, language, zone) })}</p>
}
