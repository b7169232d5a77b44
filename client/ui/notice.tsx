import type { ReactNode } from 'react'
import styles from './notice.module.css'

export type NoticeKind = 'info' | 'good' | 'warn' | 'alarm'

const SIGNS: { readonly [K in NoticeKind]: string } = { info: '—', good: '✓', warn: '△', alarm: '▲' }

/** Something said on the page itself. An alarm is announced at once, the rest when the reader gets there. */
export function Notice({
  kind = 'info',
  title,
  children,
  actions,
}: {
  readonly kind?: NoticeKind
  readonly title?: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={kind === 'alarm' ? 'alert' : undefined}>
      <span className={styles.sign} aria-hidden="true">
        {SIGNS[kind]}
      </span>
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
