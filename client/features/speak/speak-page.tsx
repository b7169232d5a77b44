/** [W5] /versions/:id/speak: a version spoken before an audience; `?screen=hall` is the window that the hall sees. */
import { useEffect } from 'react'
import { useParams, useSearchParams } from 'react-router'
import type { VersionTextView } from '../../../shared/protocol/views.ts'
import { speak } from '../../i18n/messages/speak.ts'
import { useText } from '../../i18n/use-text.ts'
import { keptTheme, showTheme } from '../../theme.ts'
import { Frame } from '../../ui/frame.tsx'
import { Loading } from '../../ui/loading.tsx'
import { AskFailure } from '../texts/ask-failure.tsx'
import { HallView } from './hall-view.tsx'
import styles from './speak.module.css'
import { type Screen, useSpeakPreferences } from './speak-preferences.ts'
import { SpeakerView } from './speaker-view.tsx'
import { useSpokenText, useSpokenVersion } from './use-spoken-version.ts'
import { useWakeLock } from './use-wake-lock.ts'

export function SpeakPage() {
  const { id = '' } = useParams()
  const { spoken, error, retry } = useSpokenVersion(id)
  if (error && !spoken) return <Failed error={error} retry={retry} />
  return spoken ? <Spoken view={spoken} /> : <Loading />
}

/** What cannot be shown says so within the frame, so that one can go elsewhere. */
function Failed({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  return (
    <Frame>
      <AskFailure error={error} retry={retry} />
    </Frame>
  )
}

function Spoken({ view }: { readonly view: VersionTextView }) {
  const t = useText(speak)
  const [query] = useSearchParams()
  const screen: Screen = query.get('screen') === 'hall' ? 'hall' : 'speaker'
  const preferences = useSpeakPreferences(screen)
  const { spoken, error, retry } = useSpokenText(view)
  const { label } = view.version
  const [{ dark }] = preferences
  useWakeLock()
  useEffect(() => {
    showTheme(dark ? 'dark' : 'light')
    return () => showTheme(keptTheme())
  }, [dark])
  useEffect(() => {
    document.title = `${t(screen === 'hall' ? 'hallTitle' : 'title', { label })} · Concordance`
  }, [label, screen, t])
  if (error && !spoken) return <Failed error={error} retry={retry} />
  if (!spoken) return <Loading />
  if (spoken.units.length === 0) return <main className={styles.nothing}>{t('nothing')}</main>
  return screen === 'hall' ? (
    <HallView spoken={spoken} preferences={preferences} />
  ) : (
    <SpeakerView spoken={spoken} preferences={preferences} />
  )
}
