/** [A5] /texts/:id/brackets: every bracket of a text at one place, with its alternatives in both languages. */
import { useId } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { type Place, versionPlace } from '../../../shared/model/thread.ts'
import type { BracketsView, BracketView } from '../../../shared/protocol/bracket-views.ts'
import type { TextView } from '../../../shared/protocol/views.ts'
import { brackets } from '../../i18n/messages/brackets.ts'
import { common } from '../../i18n/messages/common.ts'
import { texts } from '../../i18n/messages/texts.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { useAsk } from '../../queries.ts'
import bar from '../../ui/choice-bar.module.css'
import { Loading } from '../../ui/loading.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SideMark } from '../../ui/side-mark.tsx'
import { unitAddress } from '../../ui/unit-address.ts'
import { AskFailure } from '../texts/ask-failure.tsx'
import { threadAddress } from '../threads/thread-address.ts'
import { BracketAlternatives } from './bracket-alternatives.tsx'
import { BracketRecord } from './bracket-record.tsx'
import {
  ASKERS,
  type Asker,
  askedAt,
  askerOfSide,
  bracketsAddress,
  placeAddress,
  readAsker,
} from './brackets-address.ts'
import { placeOfText } from './brackets-of-text.tsx'
import styles from './brackets-page.module.css'

export function BracketsPage() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useAsk('GET /api/texts/:id', { params: { id } })
  const [query] = useSearchParams()
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const place = (query.get('place') as Place | null) ?? placeOfText(data)
  return place ? <BracketsAt of={data} place={place} by={readAsker(query)} /> : <NoBrackets of={data} />
}

type AtProps = { readonly of: TextView; readonly place: Place; readonly by: Asker | null }

function BracketsAt({ of, place, by }: AtProps) {
  const { data, error, refetch } = useAsk('GET /api/texts/:id/brackets', askedAt(of.text.id, place))
  if (error && !data) return <AskFailure error={error} retry={() => void refetch()} />
  return data ? <BracketList of={of} place={place} by={by} view={data} /> : <Loading />
}

function BracketList({ of, place, by, view }: AtProps & { readonly view: BracketsView }) {
  const t = useText(brackets)
  const shown = view.brackets.filter(bracket => by === null || askerOfSide(bracket.by) === by)
  return (
    <Page title={useTitle(of)} lead={t('lead')} actions={<Link to={placeAddress(place)}>{t('toText')}</Link>}>
      <ChoiceBar of={of} place={place} by={by} shown={shown.length} />
      {view.brackets.length > 0 && <Counts of={of} place={place} view={view} />}
      {shown.length === 0 ? (
        <p className={styles.none}>{t(view.brackets.length ? 'noneOfSide' : 'none')}</p>
      ) : (
        <ol className={styles.list}>
          {shown.map(bracket => (
            <li key={bracket.bracket} id={bracket.bracket}>
              <BracketItem bracket={bracket} view={view} place={place} />
            </li>
          ))}
        </ol>
      )}
    </Page>
  )
}

function NoBrackets({ of }: { readonly of: TextView }) {
  const t = useText(brackets)
  return (
    <Page title={useTitle(of)} lead={t('lead')}>
      <p className={styles.none}>{t('none')}</p>
    </Page>
  )
}

function useTitle({ text }: TextView): string {
  const t = useText(brackets)
  const language = useLanguage()
  return t('pageTitle', { title: labelIn(text.title, language).text })
}

function ChoiceBar({ of, place, by, shown }: AtProps & { readonly shown: number }) {
  const t = useText(brackets)
  const c = useText(common)
  const x = useText(texts)
  const navigate = useNavigate()
  const id = useId()
  const go = (next: Place, asker: Asker | null) =>
    void navigate(bracketsAddress(of.text.id, next, asker), { replace: true, preventScrollReset: true })
  return (
    <div className={bar.bar}>
      <fieldset className={bar.filters}>
        <legend className="unseen">{t('filter')}</legend>
        <div className={bar.choice}>
          <label htmlFor={`${id}-place`}>{x('version')}</label>
          <select id={`${id}-place`} value={place} onChange={event => go(event.target.value as Place, by)}>
            {of.draft && <option value={`draft:${of.draft.id}`}>{x('draft')}</option>}
            {of.versions.map(version => (
              <option key={version.id} value={versionPlace(version.id)}>
                {version.label}
              </option>
            ))}
          </select>
        </div>
        <div className={bar.choice}>
          <label htmlFor={`${id}-by`}>{t('filter')}</label>
          <select
            id={`${id}-by`}
            value={by ?? ''}
            onChange={event => go(place, (event.target.value || null) as Asker | null)}
          >
            <option value="">{t('all')}</option>
            {ASKERS.map(asker => (
              <option key={asker} value={asker}>
                {asker === 'nobody' ? t('nobodyNamed') : c(`side.${asker}`)}
              </option>
            ))}
          </select>
        </div>
      </fieldset>
      <p role="status" className={bar.shown}>
        {t('count', { count: shown })}
      </p>
    </div>
  )
}

function Counts({
  of,
  place,
  view,
}: {
  readonly of: TextView
  readonly place: Place
  readonly view: BracketsView
}) {
  const t = useText(brackets)
  const c = useText(common)
  const language = useLanguage()
  const { counts, headings } = view
  const askers = ASKERS.filter(asker => counts[asker] > 0)
  return (
    <Section title={t('bySection')}>
      <div className={styles.scroll}>
        <table className={styles.counts}>
          <thead>
            <tr>
              <th scope="col">{t('section')}</th>
              {askers.map(asker => (
                <th key={asker} scope="col">
                  <Link to={bracketsAddress(of.text.id, place, asker)} replace preventScrollReset>
                    {asker === 'nobody' ? t('nobodyNamed') : c(`side.${asker}`)}
                  </Link>
                </th>
              ))}
              <th scope="col">{t('total')}</th>
            </tr>
          </thead>
          <tbody>
            {counts.sections.map(section => {
              const heading = section.heading && headings[section.heading]
              const words = heading ? labelIn(heading, language) : { text: t('noSection'), lang: undefined }
              return (
                <tr key={section.heading ?? ''}>
                  <th scope="row" lang={words.lang}>
                    {section.heading ? (
                      <Link to={unitAddress(placeAddress(place), section.heading)}>{words.text}</Link>
                    ) : (
                      words.text
                    )}
                  </th>
                  {askers.map(asker => (
                    <td key={asker}>{section[asker] || c('none')}</td>
                  ))}
                  <td>{section.all}</td>
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              {askers.map(asker => (
                <td key={asker}>{counts[asker]}</td>
              ))}
              <td>{counts.all}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {counts.oneLanguage > 0 && (
        <p className={styles.one}>
          <span aria-hidden="true">△ </span>
          {t('oneLanguageCount', { count: counts.oneLanguage })}
        </p>
      )}
    </Section>
  )
}

type ItemProps = { readonly bracket: BracketView; readonly view: BracketsView; readonly place: Place }

function BracketItem({ bracket, view, place }: ItemProps) {
  const t = useText(brackets)
  return (
    <article className={styles.item}>
      <header className={styles.itemHead}>
        <h2>
          <Link to={unitAddress(placeAddress(place), bracket.units[0]!)}>
            {t('unit', { n: bracket.number })}
          </Link>
        </h2>
        <span className={styles.asker}>{bracket.by ? <SideMark side={bracket.by} /> : t('nobodyNamed')}</span>
        <span>{bracket.status === 'proposed' ? `◈ ${t('status.proposed')}` : `◇ ${t('status.open')}`}</span>
        {bracket.within && <a href={`#${bracket.within}`}>{t('within')}</a>}
        {bracket.absentIn.length > 0 && (
          <span className={styles.one}>
            <span aria-hidden="true">△ </span>
            {t('oneLanguage')}
          </span>
        )}
      </header>
      <BracketAlternatives alternatives={bracket.alternatives} facts={view.facts} />
      {bracket.record?.remark && <BracketRecord record={bracket.record} />}
      {bracket.threads.length > 0 && (
        <p className={styles.threads}>
          {bracket.threads.map((thread, index) => (
            <Link key={thread} to={threadAddress(place, thread)}>
              {t('thread', { n: index + 1 })}
            </Link>
          ))}
        </p>
      )}
    </article>
  )
}
