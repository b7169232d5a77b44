/** [W2] Beside the tools of a workshop's draft: how long it is now in each language, and what is to be translated. */
import { useSyncExternalStore } from 'react'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { textLength } from '../../../shared/model/speech.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import type { EditorPair } from '../../editor/editor-pair.ts'
import type { LiveText } from '../../editor/live-text.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useText } from '../../i18n/use-text.ts'
import { LengthLine } from './length-line.tsx'
import styles from './lengths.module.css'
import { TranslateMenu } from './translate-menu.tsx'
import { useWorkshopText } from './use-workshop-text.ts'

type DraftStripProps = {
  readonly view: DraftView
  readonly live: LiveText
  /** The editors; null where one only reads. */
  readonly pair: EditorPair | null
}

export function DraftStrip({ view, live, pair }: DraftStripProps) {
  const t = useText(workshopTexts)
  const text = useSyncExternalStore(live.subscribe, live.get)
  const budget = useWorkshopText(view.text.id)?.view.budget ?? null
  return (
    <div className={styles.strip}>
      <fieldset className={styles.lines} aria-label={t('lengths-label')}>
        {LANGUAGES.map(language => (
          <LengthLine
            key={language}
            language={language}
            length={textLength(text, language)}
            budget={budget}
          />
        ))}
      </fieldset>
      {pair && <TranslateMenu text={view.text.id} words={text} pair={pair} />}
    </div>
  )
}
