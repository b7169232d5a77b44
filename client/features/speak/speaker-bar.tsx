/** What can be pressed above the words, each with a key of its own. */
import { speak } from '../../i18n/messages/speak.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import styles from './speak.module.css'
import type { SpeakDeed } from './use-speak-keys.ts'
import type { SpokenVersion } from './use-spoken-version.ts'

type SpeakerBarProps = {
  readonly spoken: SpokenVersion
  readonly notes: boolean
  readonly onAct: (deed: SpeakDeed) => void
}

export function SpeakerBar({ spoken, notes, onAct }: SpeakerBarProps) {
  const t = useText(speak)
  const language = useLanguage()
  const title = labelIn(spoken.text.title, language)
  return (
    <header className={styles.bar}>
      <h1 className={styles.title} lang={title.lang}>
        {title.text} <span className={styles.label}>{spoken.version.label}</span>
      </h1>
      <div className={styles.tools}>
        <Button kind="plain" aria-pressed={notes} onClick={() => onAct({ kind: 'notes' })}>
          {t('notes')}
        </Button>
        <Button kind="plain" onClick={() => onAct({ kind: 'hall' })}>
          {t('hall')}
        </Button>
        {document.fullscreenEnabled && (
          <Button kind="plain" onClick={() => void document.documentElement.requestFullscreen()}>
            {t('fullScreen')}
          </Button>
        )}
        <Button kind="plain" onClick={() => onAct({ kind: 'help' })}>
          {t('settings')}
        </Button>
        <Button kind="plain" onClick={() => onAct({ kind: 'leave' })}>
          {t('leave')}
        </Button>
      </div>
    </header>
  )
}
