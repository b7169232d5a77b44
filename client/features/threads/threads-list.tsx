/** Threads as a list, in reading order, with filters; the detached ones in a section of their own at the end. */
import { useRef } from 'react'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import { NewThreadCard } from './new-thread-card.tsx'
import { ThreadCard } from './thread-card.tsx'
import { ThreadFilterBar } from './thread-filter-bar.tsx'
import { keysOf } from './threads-column.tsx'
import styles from './threads-list.module.css'
import { useCardWalk } from './use-card-walk.ts'
import type { ThreadDesk } from './use-thread-desk.ts'

export function ThreadsList({ desk }: { readonly desk: ThreadDesk }) {
  const t = useText(threads)
  const root = useRef<HTMLElement>(null)
  const walk = useCardWalk(desk, keysOf(desk), root)
  const hanging = desk.shown.filter(({ unit }) => unit !== null)
  const detached = desk.shown.filter(({ unit }) => unit === null)
  const { composing } = desk
  const card = (hung: (typeof hanging)[number]) => (
    <li key={hung.thread.id}>
      <ThreadCard hung={hung} desk={desk} reachable={walk.current === hung.thread.id} />
    </li>
  )
  return (
    <section
      ref={root}
      className={styles.list}
      aria-label={t('title')}
      onKeyDown={walk.onKeyDown}
      onFocus={walk.onFocus}
    >
      <ThreadFilterBar desk={desk} />
      {composing && (
        <NewThreadCard
          composing={composing}
          desk={desk}
          number={composing.anchor ? desk.numberOf(composing.anchor.unit) : null}
        />
      )}
      {desk.shown.length === 0 && !composing && (
        <p className={styles.none}>
          {desk.hung.length === 0 ? t('none') : t('noneShown')} {desk.circles.length > 0 && t('begin')}
        </p>
      )}
      {hanging.length > 0 && <ol className={styles.cards}>{hanging.map(card)}</ol>}
      {detached.length > 0 && (
        <section className={styles.detached}>
          <h3>{t('detached')}</h3>
          <p>{t('detachedHint')}</p>
          <ol className={styles.cards}>{detached.map(card)}</ol>
        </section>
      )}
    </section>
  )
}
