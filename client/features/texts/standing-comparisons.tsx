/** [C5] The comparisons one click away: since when, from what to what, and how much changed. */
import { Link } from 'react-router'
import type { ComparisonRef, StandingComparison, TextView } from '../../../shared/protocol/views.ts'
import { onOneClock } from '../../../shared/words/dates.ts'
import { texts } from '../../i18n/messages/texts.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { Section } from '../../ui/page.tsx'
import { compareLink } from '../compare/comparison-address.ts'
import styles from './standing-comparisons.module.css'

export function StandingComparisons({ view }: { readonly view: TextView }) {
  const t = useText(texts)
  // Without an answer there is nothing to offer: the rest of the page stands by itself.
  const { data } = useAsk('GET /api/texts/:id/standing', { params: { id: view.text.id } })
  if (!data || data.length === 0) return null
  return (
    <Section title={t('comparisons')}>
      <ul className={styles.list}>
        {data.map(standing => (
          <li key={`${standing.kind} ${standing.from}`}>
            <Standing standing={standing} view={view} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Standing({ standing, view }: { readonly standing: StandingComparison; readonly view: TextView }) {
  const t = useText(texts)
  const language = useLanguage()
  const { zone } = useSession().person
  const { kind, from, to, at, changed } = standing
  const betweenVersions = kind === 'last-version' && to.startsWith('version:')
  const name = (ref: ComparisonRef) => {
    if (ref.startsWith('draft:')) return t('sinceDraft')
    if (ref.startsWith('agreed:')) return t('sinceAgreedText')
    const [, instant] = /^state:[^@]+@(.+)$/.exec(ref) ?? []
    if (instant) return t('sinceState', { when: onOneClock(instant, language, zone) })
    return view.versions.find(({ id }) => ref === `version:${id}`)?.label ?? ''
  }
  const words = (
    <>
      {t(betweenVersions ? 'since.last-versions' : `since.${kind}`)}
      {kind === 'last-visit' && <span className={styles.visit}> – {onOneClock(at, language, zone)}</span>}
    </>
  )
  return (
    <>
      <span className={styles.since}>
        {from === to ? words : <Link to={compareLink(from, to)}>{words}</Link>}
      </span>
      <span className={styles.texts}>{from === to ? name(to) : `${name(from)} → ${name(to)}`}</span>
      <span className={styles.count}>
        <Count changed={changed} />
      </span>
    </>
  )
}

function Count({ changed }: Pick<StandingComparison, 'changed'>) {
  const t = useText(texts)
  if (changed === null) return <span className={styles.quiet}>{t('sinceLong')}</span>
  if (changed.units === 0) return <span className={styles.quiet}>{t('sinceNothing')}</span>
  const { units, fr, ja } = changed
  return t('sinceLanguages', { units: t('sinceCount', { count: units }), fr, ja })
}
