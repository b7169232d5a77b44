import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { common } from '../i18n/messages/common.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from './button.tsx'
import styles from './dialog.module.css'
import { FailureNotice } from './failure.tsx'

type DialogProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: ReactNode
  /** One sentence under the title, read out with it. */
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** `wide` for tables and forms in two columns. */
  readonly width?: 'narrow' | 'wide'
  /** Where the focus goes when it is closed; without it, or when it names nothing, back to where it was. */
  readonly focusAfter?: () => HTMLElement | null | undefined
}

/** A modal over the page: the focus stays inside, Escape closes, and it goes back to where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  width = 'narrow',
  focusAfter,
}: DialogProps) {
  const t = useText(common)
  const cameFrom = useRef<Element>(null)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={styles.veil} />
        <Radix.Content
          className={`${styles.dialog} ${styles[width]}`}
          onOpenAutoFocus={event => {
            cameFrom.current = document.activeElement
            focusFirstControl(event)
          }}
          // By itself the focus would go to a trigger, and our dialogs have none: they are opened by what the page does.
          onCloseAutoFocus={event => {
            event.preventDefault()
            const next = focusAfter?.()
            if (next) {
              next.focus({ preventScroll: true })
              return
            }
            const taken = document.activeElement !== document.body
            if (!taken && cameFrom.current instanceof HTMLElement)
              cameFrom.current.focus({ preventScroll: true })
          }}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={styles.head}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <Radix.Close className={styles.close} aria-label={t('close')}>
              ×
            </Radix.Close>
          </header>
          {description !== undefined && (
            <Radix.Description className={styles.description}>{description}</Radix.Description>
          )}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** The first field, else the first button at the end: not the cross in the corner, which reads first. */
function focusFirstControl(event: Event): void {
  const dialog = event.target instanceof HTMLElement ? event.target : null
  const first = dialog?.querySelector<HTMLElement>('input, select, textarea, footer button')
  if (!first) return
  event.preventDefault()
  first.focus()
}

/** The row of buttons that ends a dialog or a form. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <footer className={styles.actions}>{children}</footer>
}

/** Asks before something that cannot be undone. `act` is awaited; when it fails the dialog stays and says why. */
export function ConfirmDialog({
  act,
  actLabel,
  danger = false,
  ...dialog
}: DialogProps & {
  readonly act: () => Promise<unknown>
  readonly actLabel: string
  readonly danger?: boolean
}) {
  const t = useText(common)
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: undefined })
  const confirm = async () => {
    setState({ busy: true, error: undefined })
    try {
      await act()
      setState({ busy: false, error: undefined })
      dialog.onOpenChange(false)
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  return (
    <Dialog {...dialog}>
      {dialog.children}
      {state.error !== undefined && <FailureNotice error={state.error} />}
      <DialogActions>
        <Button onClick={() => dialog.onOpenChange(false)}>{t('cancel')}</Button>
        <Button kind={danger ? 'danger' : 'primary'} busy={state.busy} onClick={() => void confirm()}>
          {actLabel}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
