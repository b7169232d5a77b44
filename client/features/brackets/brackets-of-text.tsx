/** How many brackets are open in a text, with the way to them. */
import { Link } from 'react-router'
import { draftPlace, type Place, versionPlace } from '../../../shared/model/thread.ts'
import type { TextView } from '../../../shared/protocol/views.ts'
import { brackets } from '../../i18n/messages/brackets.ts'
import { common } from '../../i18n/messages/common.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import { Section } from '../../ui/page.tsx'
import { askedAt, bracketsAddress } from './brackets-address.ts'
import styles from './brackets-page.module.css'

/** Nothing where there are none, or they are not known yet. */
export function BracketsLink({ text, place }: { readonly text: string; readonly place: Place }) {
  const t = useText(brackets)
  const { data } = useAsk('GET /api/texts/:id/brackets', askedAt(text, place))
  if (!data || data.counts.all === 0) return null
  return (
    <Link to={bracketsAddress(text, place)}>
      <span aria-hidden="true">[ ] </span>
      {t('count', { count: data.counts.all })}
    </Link>
  )
}

/** Of the draft that one may read, else of the last version. */
export function placeOfText({ draft, versions }: TextView): Place | null {
  if (draft) return draftPlace(draft.id)
  const last = versions.at(-1)
  return last ? versionPlace(last.id) : null
}

export function BracketsOfText({ view }: { readonly view: TextView }) {
  const place = placeOfText(view)
  return place && <CountSection view={view} place={place} />
}

function CountSection({ view, place }: { readonly view: TextView; readonly place: Place }) {
  const t = useText(brackets)
  const c = useText(common)
  const { data } = useAsk('GET /api/texts/:id/brackets', askedAt(view.text.id, place))
  if (!data || data.counts.all === 0) return null
  const { fra, jap } = data.counts
  return (
    <Section title={t('title')}>
      <p className={styles.summary}>
        <Link to={bracketsAddress(view.text.id, place)}>{t('count', { count: data.counts.all })}</Link>
        <span>
          {c('side.fra')} {fra}
        </span>
        <span>
          {c('side.jap')} {jap}
        </span>
      </p>
    </Section>
  )
}
