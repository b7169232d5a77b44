import type { ReactNode } from 'react'
import { useEffect, useId } from 'react'
import styles from './page.module.css'

/**
 * The body of a page: its title, what stands beside the title, a line under it, then the content.
 * `width`: `text` for reading, `page` for tables, `full` for the two languages side by side.
 */
export function Page({
  title,
  titleText,
  lead,
  actions,
  width = 'page',
  headOnPaper = true,
  children,
}: {
  readonly title: ReactNode
  /** For the window; needed when `title` is not a string. */
  readonly titleText?: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly width?: 'text' | 'page' | 'full'
  /** False where the printed document has a head of its own. */
  readonly headOnPaper?: boolean
  readonly children: ReactNode
}) {
  const name = titleText ?? (typeof title === 'string' ? title : undefined)
  useEffect(() => {
    if (name) document.title = `${name} · Concordance`
  }, [name])
  return (
    <div className={`${styles.page} ${styles[width]}`}>
      <header className={styles.head} data-paper={headOnPaper}>
        <h1>{title}</h1>
        {actions && <div className={styles.actions}>{actions}</div>}
        {lead && <div className={styles.lead}>{lead}</div>}
      </header>
      {children}
    </div>
  )
}

/** A part of a page under a firm rule, with its heading. */
export function Section({
  title,
  actions,
  children,
}: {
  readonly title: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.sectionHead}>
        <h2 id={id}>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  )
}
