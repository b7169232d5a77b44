import { Toast as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { createContext, useCallback, useContext, useState } from 'react'
import { common } from '../i18n/messages/common.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './toast.module.css'

/** What can be done at once about what was said; it must also be possible elsewhere, since the toast leaves. */
export type ToastAction = { readonly label: string; readonly act: () => void }
type Toast = { readonly id: number; readonly text: string; readonly action: ToastAction | undefined }
type Say = (text: string, action?: ToastAction) => void

const ToastContext = createContext<Say>(() => {})

/** Says in passing that something went well; it is announced, and leaves by itself. Failures belong on the page. */
export function useToast(): Say {
  return useContext(ToastContext)
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useText(common)
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const say = useCallback<Say>(
    (text, action) =>
      setToasts(now => {
        // Of what can be undone only the last is at hand: many quick acts would cover the page.
        const kept = action ? now.filter(toast => !toast.action) : now
        return [...kept, { id: (now.at(-1)?.id ?? 0) + 1, text, action }].slice(-3)
      }),
    [],
  )
  const remove = (id: number) => setToasts(now => now.filter(toast => toast.id !== id))
  return (
    <ToastContext value={say}>
      <Radix.Provider duration={5_000} label={t('saved')}>
        {children}
        {toasts.map(toast => (
          <Radix.Root
            key={toast.id}
            className={styles.toast}
            // What can be undone stays long enough to be read and reached.
            {...(toast.action ? { duration: 12_000 } : {})}
            onOpenChange={open => open || remove(toast.id)}
          >
            <div>
              <Radix.Description>
                <span aria-hidden="true">✓ </span>
                {toast.text}
              </Radix.Description>
              {toast.action && (
                <Radix.Action
                  className={styles.action}
                  altText={toast.action.label}
                  onClick={toast.action.act}
                >
                  {toast.action.label}
                </Radix.Action>
              )}
            </div>
            <Radix.Close className={styles.close} aria-label={t('close')}>
              ×
            </Radix.Close>
          </Radix.Root>
        ))}
        <Radix.Viewport className={styles.viewport} />
      </Radix.Provider>
    </ToastContext>
  )
}
