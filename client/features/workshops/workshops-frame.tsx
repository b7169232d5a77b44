/** What the pages of workshops have in common: their title, the way between them, and the wait for what they show. */
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { workshops } from '../../i18n/messages/workshops.ts'
import { useText } from '../../i18n/use-text.ts'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { useWorkshops, type WorkshopsRead } from './use-workshops.ts'
import styles from './workshops-frame.module.css'

const PAGES = [
  ['list', '/workshops'],
  ['participations', '/workshops/participations'],
  ['progress', '/workshops/progress'],
  ['coverage', '/workshops/coverage'],
] as const

export function WorkshopsFrame({
  title,
  lead,
  actions,
  children,
}: {
  readonly title: string
  readonly lead?: (read: WorkshopsRead) => ReactNode
  readonly actions?: (read: WorkshopsRead) => ReactNode
  readonly children: (read: WorkshopsRead) => ReactNode
}) {
  const t = useText(workshops)
  const { read, error, retry } = useWorkshops()
  if (error && !read) return <AskFailure error={error} retry={retry} />
  return (
    <Page title={title} lead={read && lead?.(read)} actions={read && actions?.(read)}>
      <nav className={styles.pages} aria-label={t('pages')}>
        {PAGES.map(([name, path]) => (
          <NavLink key={name} to={path} end>
            {t(`page.${name}`)}
          </NavLink>
        ))}
      </nav>
      {read ? children(read) : <Loading />}
    </Page>
  )
}
