/** [D1] What awaits the reader: what to do, where, since when; each line leads to the exact place. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { languageOfWords } from '../../../shared/model/language-of-words.ts'
import type { AwaitingView } from '../../../shared/protocol/news-views.ts'
import type { DeskView } from '../../../shared/protocol/views.ts'
import { calendarDaysBetween } from '../../../shared/words/dates.ts'
import { desk as deskWords } from '../../i18n/messages/desk.ts'
import { news } from '../../i18n/messages/news.ts'
import { useText } from '../../i18n/use-text.ts'
import { useNow } from '../../now.ts'
import { useAsk } from '../../queries.ts'
import { useSession } from '../../session.tsx'
import { FailureNotice } from '../../ui/failure.tsx'
import { Instant } from '../../ui/instant.tsx'
import { Label } from '../../ui/label.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Section } from '../../ui/page.tsx'
import { unitAddress } from '../../ui/unit-address.ts'
import { adoptionAddress } from '../adoption/adoption-address.ts'
import { agreementAddress } from '../agreement/use-agreement-filter.ts'
import { undecidedAddress } from '../amendments/undecided-address.ts'
import { changeAddress } from '../changes/change-address.ts'
import { CircleMark } from '../threads/circle-mark.tsx'
import { CommenterLine } from '../threads/commenter-line.tsx'
import { threadAddress } from '../threads/thread-address.ts'
import styles from './awaiting.module.css'

export function Awaiting({ desk }: { readonly desk: DeskView }) {
  const t = useText(news)
  const { data, error } = useAsk('GET /api/awaiting')
  return (
    <Section
      title={t('awaiting')}
      actions={
        data &&
        data.length > 0 && <span className={styles.count}>{t('awaiting-count', { count: data.length })}</span>
      }
    >
      {!data && (error ? <FailureNotice error={error} /> : <Loading />)}
      {data?.length === 0 && <p className={styles.none}>{t('awaiting-none')}</p>}
      {data && data.length > 0 && (
        <ul>
          {data.map(item => (
            <li key={keyOf(item)} className={styles.item} data-kind={item.kind}>
              <Item item={item} desk={desk} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Item({ item, desk }: { readonly item: AwaitingView; readonly desk: DeskView }) {
  const t = useText(news)
  if (item.kind === 'deadline') {
    const stage = desk.edition.stages.find(({ id }) => id === item.stage)
    return (
      <>
        <Sign>{item.late ? '▲' : '◷'}</Sign>
        <p className={styles.what} data-late={item.late || undefined}>
          <Link to="/plan">{t(item.late ? 'awaits.late' : 'awaits.deadline')}</Link>
        </p>
        <p className={styles.where}>{stage && <Label of={stage.name} />}</p>
        <p className={styles.when}>
          <Left due={item.at} zone={stage?.due?.zone ?? 'UTC'} />
          <span className={styles.clocks}>
            <Instant at={item.at} meantIn={stage?.due?.zone ?? null} />
          </span>
        </p>
      </>
    )
  }
  const text = desk.texts.find(({ text: { id } }) => id === item.text)?.text
  return (
    <>
      <Sign>{SIGNS[item.kind]}</Sign>
      <p className={styles.what}>
        <Link to={addressOf(item)}>
          <What item={item} />
        </Link>
      </p>
      {(item.kind === 'mention' || item.kind === 'assigned') && (
        <p className={styles.said}>
          <span className={styles.who}>
            <CircleMark circle={item.audience} />
            <CommenterLine by={item.by} />
          </span>
          <q lang={languageOfWords(item.words) || undefined}>{item.words}</q>
        </p>
      )}
      <p className={styles.where}>{text && <Label of={text.title} />}</p>
      <p className={styles.when}>
        <Waiting since={item.at} />
      </p>
    </>
  )
}

function What({ item }: { readonly item: Exclude<AwaitingView, { readonly kind: 'deadline' }> }) {
  const t = useText(news)
  switch (item.kind) {
    case 'receipt':
      return t('awaits.receipt', { label: item.version.label })
    case 'amendments':
      return t('awaits.amendments', { count: item.undecided, answer: item.answer.label })
    case 'translation':
      return t(`awaits.translation-${item.language}`, { count: item.units })
    case 'proposals':
      return t('awaits.proposals', { count: item.undecided })
    case 'unit-change':
      return t(item.askedBy ? `awaits.unit-change-${item.askedBy}` : 'awaits.unit-change', { n: item.number })
    case 'consents':
      return t(`awaits.consents-${item.side}`, { count: item.units })
    case 'confirmations':
      return t('awaits.confirmations', { count: item.units })
    case 'reopenings':
      return t('awaits.reopenings', { count: item.units })
    case 'seal':
      return t(item.sealedByOther ? 'awaits.seal-other' : 'awaits.seal')
    case 'review':
      return t('awaits.review', { label: item.version.label })
    default:
      return t(`awaits.${item.kind}`)
  }
}

/** A sign beside the words, for the eye that runs down the list. */
const SIGNS = {
  receipt: '△',
  amendments: '◇',
  proposals: '◇',
  'unit-change': '◇',
  consents: '□',
  confirmations: '◓',
  reopenings: '↺',
  seal: '◎',
  corrigendum: '◇',
  mention: '@',
  assigned: '☞',
  translation: '文',
  returned: '↩',
  review: '△',
} as const

function Sign({ children }: { readonly children: ReactNode }) {
  return (
    <span className={styles.sign} aria-hidden="true">
      {children}
    </span>
  )
}

function Waiting({ since }: { readonly since: string }) {
  const t = useText(news)
  const { zone } = useSession().person
  const days = calendarDaysBetween(since, useNow(), zone)
  return <time dateTime={since}>{days < 1 ? t('since-today') : t('since-days', { count: days })}</time>
}

function Left({ due, zone }: { readonly due: string; readonly zone: string }) {
  const t = useText(deskWords)
  const now = useNow()
  const days = calendarDaysBetween(now, due, zone)
  if (now > due) return <span>{days === 0 ? t('late-hours') : t('late-by', { count: -days })}</span>
  return (
    <span>{days === 0 ? t('due-today') : days === 1 ? t('due-tomorrow') : t('due-in', { count: days })}</span>
  )
}

function addressOf(item: Exclude<AwaitingView, { readonly kind: 'deadline' }>): string {
  switch (item.kind) {
    case 'receipt':
    case 'review':
      return `/versions/${item.version.id}`
    case 'proposals':
      return `/texts/${item.text}/proposals`
    case 'consents':
      return agreementAddress(item.place, `proposed-${item.side}`)
    case 'confirmations':
      return agreementAddress(item.place, 'ad-referendum')
    case 'reopenings':
      return agreementAddress(item.place, 'reopened')
    case 'unit-change':
      return changeAddress(item.draft, item.change)
    case 'seal':
    case 'corrigendum':
      return adoptionAddress(item.text)
    case 'returned':
      return `/workshops/${item.workshop}`
    case 'amendments':
      return undecidedAddress(item.draft)
    case 'translation':
      return item.draft ? unitAddress(`/drafts/${item.draft}`, item.unit) : `/workshops/${item.workshop}`
    case 'mention':
    case 'assigned':
      return threadAddress(item.place, item.thread)
  }
}

function keyOf(item: AwaitingView): string {
  switch (item.kind) {
    case 'receipt':
    case 'review':
      return `${item.kind} ${item.version.id}`
    case 'proposals':
    case 'consents':
    case 'confirmations':
    case 'reopenings':
    case 'returned':
    case 'seal':
      return `${item.kind} ${item.text}`
    case 'corrigendum':
      return `corrigendum ${item.corrigendum}`
    case 'unit-change':
      return `unit-change ${item.change}`
    case 'amendments':
      return `amendments ${item.draft}`
    case 'deadline':
      return `deadline ${item.stage}`
    case 'translation':
      return `translation ${item.text} ${item.language}`
    case 'mention':
    case 'assigned':
      return `thread ${item.thread}`
  }
}
