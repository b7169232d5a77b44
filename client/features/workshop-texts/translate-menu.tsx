/** [W1] Leaving a paragraph, or all that is missing, to the other side's lead; and the way to what was left to one. */
import { useSyncExternalStore } from 'react'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { TextId } from '../../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { isWaiting, otherThan, unitsUnsaid, wordsOfUnit } from '../../../shared/model/translation.ts'
import type { EditorPair } from '../../editor/editor-pair.ts'
import { focusUnit, unitAtCaret } from '../../editor/units/unit-commands.ts'
import { workshopTexts } from '../../i18n/messages/workshop-texts.ts'
import { useText } from '../../i18n/use-text.ts'
import { useAct, useAsk } from '../../queries.ts'
import { FailureNotice } from '../../ui/failure.tsx'
import { Menu, MenuItem, MenuRule } from '../../ui/menu.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './lengths.module.css'

type TranslateMenuProps = {
  readonly text: TextId
  /** As it is now: what was written meanwhile is off the list at once. */
  readonly words: BilingualText
  readonly pair: EditorPair
}

export function TranslateMenu({ text, words, pair }: TranslateMenuProps) {
  const t = useText(workshopTexts)
  const toast = useToast()
  const params = { id: text }
  const { data = [] } = useAsk('GET /api/texts/:id/translations', { params })
  const change = useAct('PUT /api/texts/:id/translations', ['GET /api/texts/:id/translations'])
  const waiting = data.filter(item => isWaiting(words, item))
  const { language: here, unit } = useCaret(pair)
  const there = otherThan(here)
  const marked = waiting.filter(item => item.unit === unit)
  const ask = (language: Language, units: string[] | null, wanted: boolean) =>
    change.mutate(
      { params, body: { language, units, wanted } },
      { onSuccess: () => toast(t(wanted ? 'translated-asked' : 'translated-off')) },
    )
  const asked = new Set(waiting.map(item => `${item.language} ${item.unit}`))
  const missing = LANGUAGES.filter(language =>
    unitsUnsaid(words, language).some(each => !asked.has(`${language} ${each}`)),
  )
  const goTo = (language: Language, to: string) => {
    if (!focusUnit(pair, language, to)) focusUnit(pair, otherThan(language), to)
  }
  return (
    <>
      {change.error && <FailureNotice error={change.error} />}
      <Menu
        // The caret goes back to where one wrote, or to where one was led.
        returnFocus={() => pair.views[pair.active()].focus()}
        trigger={
          <button type="button" className={styles.translate}>
            <span aria-hidden="true">文 </span>
            {waiting.length > 0 ? t('translate-count', { count: waiting.length }) : t('translate')}{' '}
            <span aria-hidden="true">▾</span>
          </button>
        }
      >
        {marked.map(({ language, unit: each }) => (
          <MenuItem key={language} onSelect={() => ask(language, [each], false)}>
            {t('translate-off')}
          </MenuItem>
        ))}
        {unit && !marked.some(({ language }) => language === there) && (
          <MenuItem
            disabled={wordsOfUnit(words, unit, here) === ''}
            onSelect={() => ask(there, [unit], true)}
          >
            {t(`translate-unit-${there}`)}
          </MenuItem>
        )}
        {missing.map(language => (
          <MenuItem key={language} onSelect={() => ask(language, null, true)}>
            {t(`translate-all-${language}`)}
          </MenuItem>
        ))}
        {waiting.length > 0 && <MenuRule />}
        {waiting.map(({ language, unit: each, number, words: quote }) => (
          <MenuItem key={`${language} ${each}`} onSelect={() => goTo(language, each)}>
            {t(`translate-go-${language}`, { number, words: quote })}
          </MenuItem>
        ))}
        {waiting.length > 1 && (
          <>
            <MenuRule />
            <MenuItem
              danger
              onSelect={() => {
                for (const language of LANGUAGES)
                  if (waiting.some(item => item.language === language)) ask(language, null, false)
              }}
            >
              {t('translate-clear')}
            </MenuItem>
          </>
        )}
      </Menu>
    </>
  )
}

/** The editor in use and the unit that its caret stands in. */
function useCaret(pair: EditorPair) {
  const language = useSyncExternalStore(pair.subscribe, pair.active)
  const unit = useSyncExternalStore(pair.subscribe, () => unitAtCaret(pair.views[pair.active()]))
  return { language, unit }
}
