/** The keys of a page of comparison, listed; and the switch for those whose speech or tremor types letters. */
import { Popover } from 'radix-ui'
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './keys-popover.module.css'
import type { SingleKeys } from './use-single-keys.ts'

export type ListedKeys = readonly { readonly keys: readonly string[]; readonly words: string }[]

type KeysPopoverProps = {
  readonly list: ListedKeys
  readonly singleKeys: SingleKeys
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

export function KeysPopover({ list, singleKeys, open, onOpen }: KeysPopoverProps) {
  const t = useText(compare)
  return (
    <Popover.Root open={open} onOpenChange={onOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          className={styles.trigger}
          aria-label={t('keys')}
          title={t('keys')}
          aria-keyshortcuts={singleKeys.on ? '?' : undefined}
        >
          ?
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.popover} align="end" sideOffset={4} collisionPadding={8}>
          <h2 className={styles.title}>{t('keysTitle')}</h2>
          <dl className={styles.list}>
            {list.map(({ keys, words }) => (
              <div key={words}>
                <dt>
                  {keys.map(key => (
                    <kbd key={key} className={styles.key}>
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <label className={styles.switch}>
            <input
              type="checkbox"
              checked={singleKeys.on}
              onChange={event => singleKeys.set(event.target.checked)}
            />
            {t('singleKeys')}
          </label>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
