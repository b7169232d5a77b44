/** The pages that need a session; without one, the welcome page stands at the same address. */
import { Suspense, useEffect, useState } from 'react'
import { Outlet, useLocation, useMatches } from 'react-router'
import { Refusal } from '../api.ts'
import { useTellPlace } from '../features/presence/use-tell-place.ts'
import { WelcomePage } from '../features/welcome/welcome-page.tsx'
import { frame } from '../i18n/messages/frame.ts'
import { useText } from '../i18n/use-text.ts'
import { useLiveEvents } from '../live-events.ts'
import { SessionProvider, useSession, useSessionQuery } from '../session.tsx'
import { FailurePage } from '../ui/failure.tsx'
import { Frame } from '../ui/frame.tsx'
import { Loading } from '../ui/loading.tsx'
import { Notice } from '../ui/notice.tsx'
import { NoMandatePage } from './no-mandate-page.tsx'

/** `handle` of a route whose page stands without the frame. */
export const BARE = 'bare'

export function SignedIn() {
  const { data: session, error, refetch } = useSessionQuery()
  const signedOut = error instanceof Refusal && error.id === 'not-signed-in'
  if (signedOut) return <WelcomePage />
  if (session)
    return (
      <SessionProvider session={session}>
        <LiveFrame />
      </SessionProvider>
    )
  return <Frame>{error ? <FailurePage error={error} retry={() => void refetch()} /> : <Loading />}</Frame>
}

function LiveFrame() {
  const t = useText(frame)
  const { mandates, heardUpTo } = useSession()
  const { pathname } = useLocation()
  const [connected, setConnected] = useState(true)
  useLiveEvents(heardUpTo, setConnected)
  useTellPlace(connected)
  // A cut of a second or two is no news.
  const cutForAWhile = useLate(!connected, 4_000)
  const isBare = useMatches().some(({ handle }) => handle === BARE)
  if (isBare && mandates.length > 0)
    return (
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    )
  return (
    <Frame notice={cutForAWhile && <Notice kind="warn">{t('offline')}</Notice>}>
      {mandates.length === 0 && pathname !== '/profile' ? (
        <NoMandatePage />
      ) : (
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      )}
    </Frame>
  )
}

/** True once `value` has been true for `delay` milliseconds. */
function useLate(value: boolean, delay: number): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!value) return setLate(false)
    const timer = setTimeout(() => setLate(true), delay)
    return () => clearTimeout(timer)
  }, [value, delay])
  return late
}
