/** What the speaker sees: the unit, its notes, what comes next, where one is, and the time. */
import { useEffect, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { blockNumbers } from '../../../shared/model/block-numbers.ts'
import type { VersionId } from '../../../shared/model/ids.ts'
import { planSpeech } from '../../../shared/model/speech-plan.ts'
import { indexOfNumber } from '../../../shared/model/spoken-units.ts'
import { speak } from '../../i18n/messages/speak.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ClockPanel } from './clock-panel.tsx'
import { useHallChannel } from './hall-channel.ts'
import styles from './speak.module.css'
import { hallAddress } from './speak-address.ts'
import { SIZE_STEPS, type SpeakPreferences, spokenLanguage } from './speak-preferences.ts'
import { SpeakSettings } from './speak-settings.tsx'
import { SpeakerBar } from './speaker-bar.tsx'
import { NextWords, Whereabouts } from './speaker-foot.tsx'
import { SpeakerNotes } from './speaker-notes.tsx'
import { setBack, startOrPause } from './speech-clock.ts'
import { back, jump, onward } from './speech-course.ts'
import { SpokenStage } from './spoken-stage.tsx'
import type { Pages } from './use-fitted-pages.ts'
import { useKeptSpeech } from './use-kept-speech.ts'
import { type SpeakDeed, useSpeakKeys } from './use-speak-keys.ts'
import type { SpokenVersion } from './use-spoken-version.ts'
import { useTaps } from './use-taps.ts'

type SpeakerViewProps = {
  readonly spoken: SpokenVersion
  readonly preferences: readonly [SpeakPreferences, (change: Partial<SpeakPreferences>) => void]
}

export function SpeakerView({ spoken, preferences: [preferences, change] }: SpeakerViewProps) {
  const t = useText(speak)
  const navigate = useNavigate()
  const { version, units, content, facts } = spoken
  const { shown, size, notes, dark } = preferences
  const interpreted = preferences.interpreted ?? spoken.interpreted
  const language = spokenLanguage(preferences)
  const plan = useMemo(
    () => planSpeech(units, { language, interpreted, allotted: spoken.allotted }),
    [units, language, interpreted, spoken.allotted],
  )
  const numbers = useMemo(() => blockNumbers(content), [content])
  const { place, setPlace, clock, setClock } = useKeptSpeech(version.id, units.length)
  const [pages, setPages] = useState<Pages>({ fr: 1, ja: 1 })
  /** How many screens a unit takes in the hall's window, which may show less at once. */
  const [hall, setHall] = useState({ index: -1, pages: 1 })
  const [settings, setSettings] = useState(false)
  const [blocked, setBlocked] = useState(false)
  const unit = units[place.index]!
  const steps = Math.max(pages.fr, pages.ja, hall.index === place.index ? hall.pages : 1)
  const step = Math.min(place.step, steps - 1)

  const act = (deed: SpeakDeed) => {
    switch (deed.kind) {
      case 'next':
        return setPlace(onward({ ...place, step }, { count: units.length, steps, interpreted }))
      case 'previous':
        return setPlace(back({ ...place, step }))
      case 'first':
        return setPlace(jump(0, { count: units.length }))
      case 'last':
        return setPlace(jump(units.length - 1, { count: units.length }))
      case 'go':
        return setPlace(jump(indexOfNumber(units, deed.number), { count: units.length }))
      case 'show':
        return change({ shown: deed.languages })
      case 'size':
        return change({
          size: Math.max(SIZE_STEPS.smallest, Math.min(SIZE_STEPS.largest, size + deed.by)),
        })
      case 'notes':
        return change({ notes: !notes })
      case 'dark':
        return change({ dark: !dark })
      case 'clock':
        return setClock(startOrPause(clock, Date.now()))
      case 'clock-reset':
        return setClock(setBack(clock, Date.now()))
      case 'help':
        return setSettings(true)
      case 'hall':
        return setBlocked(!openHall(version.id))
      case 'leave':
        return void navigate(`/versions/${version.id}`)
    }
  }
  const { typed, singleKeys } = useSpeakKeys(act)
  const taps = useTaps(kind => act({ kind }))

  const tell = useHallChannel(version.id, message => {
    if (message.kind === 'opened') tellPlace()
    else if (message.kind === 'key') act({ kind: message.act })
    else if (message.kind === 'pages') setHall({ index: message.index, pages: message.pages })
  })
  const { index, phase } = place
  const tellPlace = () => tell({ kind: 'place', index, phase, step, steps })
  useEffect(() => {
    tell({ kind: 'place', index, phase, step, steps })
  }, [tell, index, phase, step, steps])

  return (
    <div className={styles.room} data-screen="speaker">
      <SpeakerBar spoken={spoken} notes={notes} onAct={act} />
      <main className={styles.main} {...taps}>
        <SpokenStage
          unit={unit}
          facts={facts}
          numbers={numbers}
          shown={shown}
          size={size}
          shrink={0.6}
          step={step}
          steps={steps}
          pages={pages}
          onPages={setPages}
        />
      </main>
      {blocked && <Notice kind="warn">{t('hallBlocked')}</Notice>}
      {notes && <SpeakerNotes unit={unit} shown={shown} />}
      <footer className={styles.foot}>
        <Whereabouts
          number={unit.number}
          index={index}
          count={units.length}
          step={step}
          steps={steps}
          interpreting={phase === 'interpreting'}
          typed={typed}
        />
        <NextWords spoken={spoken} index={index} shown={shown} />
        <ClockPanel
          plan={plan}
          index={index}
          phase={phase}
          clock={clock}
          onClock={() => act({ kind: 'clock' })}
          onReset={() => act({ kind: 'clock-reset' })}
        />
        <div className={styles.steps}>
          <Button onClick={() => act({ kind: 'previous' })}>
            <span aria-hidden="true">← </span>
            {t('previous')}
          </Button>
          <Button onClick={() => act({ kind: 'next' })}>
            {t('next')}
            <span aria-hidden="true"> →</span>
          </Button>
        </div>
      </footer>
      <SpeakSettings
        open={settings}
        onOpenChange={setSettings}
        preferences={preferences}
        onChange={change}
        interpreted={interpreted}
        singleKeys={singleKeys}
      />
    </div>
  )
}

/** False when the browser forbids it. A second call brings the same window. */
function openHall(version: VersionId): boolean {
  const features = 'popup,width=1280,height=720'
  return window.open(hallAddress(version), `concordance-hall-${version}`, features) !== null
}
