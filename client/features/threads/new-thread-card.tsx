/** The thread that is being begun, as a card: where it will hang, who will read it, its first words. */
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './thread-card.module.css'
import { ThreadComposer } from './thread-composer.tsx'
import placeStyles from './thread-place.module.css'
import { type Composing, NEW_THREAD, type ThreadDesk } from './use-thread-desk.ts'

type NewThreadCardProps = {
  readonly composing: Composing
  readonly desk: ThreadDesk
  /** Number of its unit in the text. */
  readonly number: number | null
}

export function NewThreadCard({ composing, desk, number }: NewThreadCardProps) {
  const t = useText(threads)
  const { anchor, kept, nth } = composing
  const passage = anchor?.passage
  return (
    <section className={styles.card} data-thread={NEW_THREAD} aria-current="true" aria-label={t('newThread')}>
      <div className={placeStyles.place}>
        {passage && (
          <blockquote className={placeStyles.quote} lang={passage.language}>
            {passage.words.replaceAll('\n', ' ').replaceAll('\uFFFC', '…')}
          </blockquote>
        )}
        {anchor && (
          <p className={placeStyles.where}>
            {number !== null && <span>{t('paragraph', { n: number })}</span>}
            {!passage && <span>{t('whole')}</span>}
          </p>
        )}
      </div>
      <ThreadComposer
        key={nth}
        kind="new"
        circles={desk.circles}
        people={desk.view?.people ?? []}
        isPrivate={desk.isPrivate}
        keptAs={desk.keptAs(desk.place)}
        initial={kept}
        anchor={anchor}
        takesFocus={nth > 0}
        onSend={async (body, audience) => {
          if (!anchor) return
          const begun = await desk.acts.begin({ audience, anchor, body })
          desk.stopComposing()
          desk.goTo(begun.id)
        }}
        onLeave={() => {
          desk.stopComposing()
          desk.toText(null)
        }}
      />
    </section>
  )
}
