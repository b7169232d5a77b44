/** [W5] The window that the hall sees: the words alone, where the speaker's window is. */
import { useEffect, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { blockNumbers } from '../../../shared/model/block-numbers.ts'
import { speak } from '../../i18n/messages/speak.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useHallChannel } from './hall-channel.ts'
import styles from './speak.module.css'
import { SIZE_STEPS, type SpeakPreferences } from './speak-preferences.ts'
import { BEGINNING } from './speech-course.ts'
import { SpokenStage } from './spoken-stage.tsx'
import type { Pages } from './use-fitted-pages.ts'
import { type SpeakDeed, useSpeakKeys } from './use-speak-keys.ts'
import type { SpokenVersion } from './use-spoken-version.ts'

type HallViewProps = {
  readonly spoken: SpokenVersion
  readonly preferences: readonly [SpeakPreferences, (change: Partial<SpeakPreferences>) => void]
}

export function HallView({ spoken, preferences: [preferences, change] }: HallViewProps) {
  const language = useLanguage()
  const navigate = useNavigate()
  const { version, units, content, facts, text } = spoken
  const { shown, size, dark } = preferences
  const numbers = useMemo(() => blockNumbers(content), [content])
  const [{ index, step, steps }, setPlace] = useState({ ...BEGINNING, steps: 1 })
  const [pages, setPages] = useState<Pages>({ fr: 1, ja: 1 })
  const tell = useHallChannel(version.id, message => {
    if (message.kind === 'place' && message.index < units.length) setPlace(message)
  })
  useEffect(() => tell({ kind: 'opened' }), [tell])
  const most = Math.max(pages.fr, pages.ja)
  useEffect(() => tell({ kind: 'pages', index, pages: most }), [tell, index, most])

  const act = (deed: SpeakDeed) => {
    switch (deed.kind) {
      case 'next':
      case 'previous':
      case 'first':
      case 'last':
        return tell({ kind: 'key', act: deed.kind })
      case 'show':
        return change({ shown: deed.languages })
      case 'size':
        return change({ size: Math.max(SIZE_STEPS.smallest, Math.min(SIZE_STEPS.largest, size + deed.by)) })
      case 'dark':
        return change({ dark: !dark })
      case 'leave':
        window.close()
        // A window that was not opened by a page cannot be closed by one.
        return void navigate(`/versions/${version.id}`)
      default:
    }
  }
  useSpeakKeys(act)
  const title = labelIn(text.title, language)
  return (
    <div className={styles.room} data-screen="hall">
      <h1 className="unseen" lang={title.lang}>
        {title.text}
      </h1>
      <main className={styles.main}>
        <SpokenStage
          unit={units[index]!}
          facts={facts}
          numbers={numbers}
          shown={shown}
          size={size}
          shrink={0.45}
          step={step}
          steps={Math.max(steps, most)}
          pages={pages}
          onPages={setPages}
        />
      </main>
      <FullScreenButton />
    </div>
  )
}

/** In the corner until it is not needed any more. */
function FullScreenButton() {
  const t = useText(speak)
  const [full, setFull] = useState(() => document.fullscreenElement !== null)
  useEffect(() => {
    const onChange = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', onChange)
    return () => document.removeEventListener('fullscreenchange', onChange)
  }, [])
  if (full || !document.fullscreenEnabled) return null
  return (
    <div className={styles.corner}>
      <Button kind="plain" onClick={() => void document.documentElement.requestFullscreen()}>
        {t('fullScreen')}
      </Button>
    </div>
  )
}
