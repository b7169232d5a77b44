/** In the margin of a unit: its state by shape and word, which opens what is known of it and what one may do. */
import { Popover } from 'radix-ui'
import { memo, useState } from 'react'
import { agreement } from '../../i18n/messages/agreement.ts'
import { useText } from '../../i18n/use-text.ts'
import { AgreementCard, type CardActs } from './agreement-card.tsx'
import styles from './agreement-mark.module.css'
import { AgreementSign, LockSign } from './agreement-sign.tsx'
import type { UnitStanding } from './unit-standing.ts'

type AgreementMarkProps = {
  readonly standing: UnitStanding
  readonly number: number
  readonly acts: CardActs
}

export const AgreementMark = memo(function AgreementMark({ standing, number, acts }: AgreementMarkProps) {
  const t = useText(agreement)
  const [open, setOpen] = useState(false)
  const { state, locked, reopened } = standing
  const said = [
    t(`state.${state}`),
    ...(locked ? [t('short.locked')] : []),
    ...(reopened ? [t('short.reopened')] : []),
  ].join(' – ')
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          className={styles.mark}
          // Radix would say that the card is closed: `data-state` is a state of the text where these signs stand.
          data-state={undefined}
          data-agreement={state}
          data-reopened={reopened ?? undefined}
          data-locked={locked || undefined}
          title={said}
          // The caret stays in the text until one acts here.
          onPointerDown={event => event.preventDefault()}
        >
          <span className={styles.signs}>
            <AgreementSign standing={standing} />
            {locked && <LockSign />}
          </span>
          <span className={styles.word}>
            <span className="unseen">{t('markOf', { n: number })} </span>
            {t(`short.${state}`)}
            {locked && <span className="unseen"> {t('short.locked')}</span>}
          </span>
          {reopened && (
            <span className={styles.reopened}>
              <span aria-hidden="true">↺ </span>
              {t('short.reopened')}
            </span>
          )}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.popover}
          align="start"
          sideOffset={6}
          collisionPadding={8}
          // Not on the first control: a second Enter must not consent.
          onOpenAutoFocus={event => {
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          aria-label={t('mark', { n: number, state: said })}
        >
          <AgreementCard standing={standing} number={number} acts={acts} onDone={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
})
