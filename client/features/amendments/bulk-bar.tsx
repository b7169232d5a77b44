/** Ticking several amendments by what they have in common, and the way to deciding them at once. */
import { amendments } from '../../i18n/messages/amendments.ts'
import { sentences } from '../../i18n/sentences.ts'
import { useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import type { AmendmentItem } from './amendment-desk.ts'
import styles from './bulk-bar.module.css'
import type { Bulk } from './use-bulk.ts'

type BulkBarProps = {
  readonly bulk: Bulk
  readonly items: readonly AmendmentItem[]
  /** Those that the filters let through. */
  readonly shown: readonly AmendmentItem[]
  /** The item one is at: its part of the text can be ticked. */
  readonly current: AmendmentItem | undefined
}

export function BulkBar({ bulk, items, shown, current }: BulkBarProps) {
  const t = useText(amendments)
  const open = (some: readonly AmendmentItem[]) => some.filter(({ decision }) => decision === null)
  const choices = [
    { words: t('tickShown'), items: open(shown) },
    { words: t('tickAll'), items: open(items) },
    { words: t('tickForm'), items: open(items).filter(({ substantial }) => !substantial) },
    {
      words: t('tickSection'),
      items: open(items).filter(({ section }) => current !== undefined && section === current.section),
    },
  ]
  return (
    <fieldset className={styles.bar} aria-label={t('bulk')}>
      <ul className={styles.choices}>
        {choices.map(choice => (
          <li key={choice.words}>
            <Button
              kind="plain"
              disabled={choice.items.length === 0}
              onClick={() => bulk.tickOnly(choice.items)}
            >
              {choice.words} ({choice.items.length})
            </Button>
          </li>
        ))}
        <li>
          <Button kind="plain" disabled={bulk.ticked.length === 0} onClick={() => bulk.tickOnly([])}>
            {t('tickNone')}
          </Button>
        </li>
      </ul>
      <div className={styles.act}>
        <span role="status">{t('ticked', { count: bulk.ticked.length })}</span>
        <Button disabled={bulk.ticked.length === 0} onClick={() => bulk.ask(true)}>
          {t('bulkPreview')}
        </Button>
      </div>
    </fieldset>
  )
}

/** What the last decision on several did, with the way back. */
export function LastBulk({ bulk, busy }: { readonly bulk: Bulk; readonly busy: boolean }) {
  const t = useText(amendments)
  const language = useLanguage()
  const { last } = bulk
  if (!last) return null
  const count = last.amendments.length
  const left = last.undone?.left ?? 0
  return (
    <div className={styles.last}>
      <p role="status">
        {sentences(
          language,
          last.undone ? t('bulkUndone', { count }) : t(`bulk.${last.outcome}`, { count }),
          left > 0 ? t('bulkUndoneLeft', { count: left }) : '',
          last.edited > 0 ? t('bulkEdited', { count: last.edited }) : '',
        )}
      </p>
      {!last.undone && count > 0 && (
        <Button kind="plain" busy={busy} onClick={() => void bulk.undo()}>
          {t('bulkUndo')}
        </Button>
      )}
      <Button kind="plain" onClick={bulk.forget}>
        {t('dismiss')}
      </Button>
    </div>
  )
}
