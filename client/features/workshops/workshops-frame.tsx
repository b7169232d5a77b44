/** What the pages of workshops have in common: their title, the way between them, and the wait for what they show. */
import type { ReactNode } from 'react'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { useWorkshops, type WorkshopsRead } from './use-workshops.ts'
import { WorkshopPages } from './workshop-pages.tsx'

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
  const { read, error, retry } = useWorkshops()
  if (error && !read) return <AskFailure error={error} retry={retry} />
  return (
    <Page title={title} lead={read && lead?.(read)} actions={read && actions?.(read)}>
      <WorkshopPages />
      {read ? children(read) : <Loading />}
    </Page>
  )
}
