/** Who reads: the session, asked once, and what follows from it for the whole page. */
import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createContext, useContext, useEffect } from 'react'
import type { InterfaceLanguage } from '../shared/model/language.ts'
import type { SessionView } from '../shared/protocol/views.ts'
import { call } from './api.ts'
import { speak } from './i18n/i18n.ts'
import { keyOf, useAsk } from './queries.ts'

const SessionContext = createContext<SessionView | null>(null)

/** The session of the person signed in. Throws outside the pages that need one. */
export function useSession(): SessionView {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside of a signed-in page')
  return session
}

/** The session where there may be none. */
export function useSessionIfAny(): SessionView | null {
  return useContext(SessionContext)
}

export function SessionProvider({
  session,
  children,
}: {
  readonly session: SessionView
  readonly children: ReactNode
}) {
  const { language } = session.person
  // The person's own language follows them to any device.
  useEffect(() => speak(language), [language])
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSessionQuery() {
  return useAsk('GET /api/session')
}

/** Takes over the session that a sign-in answered with; nothing of a former reader remains. */
export function useEnter(): (session: SessionView) => void {
  const client = useQueryClient()
  return session => {
    client.setQueryData(keyOf('GET /api/session'), session)
    forgetAnswers(client)
  }
}

/** Forgets what was answered to a reader, but for the session itself: whoever shows it goes on watching it. */
export function forgetAnswers(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'GET /api/session' })
}

/** Speaks another language: at once on the page, and in the profile of the person signed in. */
export function useChooseLanguage(): (language: InterfaceLanguage) => void {
  const client = useQueryClient()
  const session = useContext(SessionContext)
  return language => {
    speak(language)
    if (!session) return
    const { name, zone } = session.person
    client.setQueryData(keyOf('GET /api/session'), { ...session, person: { ...session.person, language } })
    // When it is not stored the page still speaks it; the next sign-in will not.
    void call('PUT /api/profile', { body: { name, zone, language } }).catch(() => {})
  }
}
