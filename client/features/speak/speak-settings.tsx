/** The settings of this device before an audience, and the keys. */
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { speak } from '../../i18n/messages/speak.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CheckField, SelectField } from '../../ui/field.tsx'
import {
  type ShownLanguages,
  SIZE_STEPS,
  type SpeakPreferences,
  spokenLanguage,
} from './speak-preferences.ts'
import styles from './speak-settings.module.css'

type SpeakSettingsProps = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly preferences: SpeakPreferences
  readonly onChange: (change: Partial<SpeakPreferences>) => void
  readonly interpreted: boolean
  readonly singleKeys: { readonly on: boolean; readonly set: (on: boolean) => void }
}

export function SpeakSettings(props: SpeakSettingsProps) {
  const { open, onOpenChange, preferences, onChange, interpreted, singleKeys } = props
  const t = useText(speak)
  const nameOf = (language: Language) => t(language === 'fr' ? 'french' : 'japanese')
  const resize = (by: number) => onChange({ size: preferences.size + by })
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('settings')}
      description={t('spokenVersion')}
      width="wide"
    >
      <div className={styles.columns}>
        <div className={styles.fields}>
          <SelectField<ShownLanguages>
            label={t('shown')}
            value={preferences.shown}
            onChange={shown => onChange({ shown })}
            choices={[
              { value: 'both', text: t('both') },
              ...LANGUAGES.map(value => ({ value, text: nameOf(value) })),
            ]}
          />
          <SelectField<Language>
            label={t('spokenIn')}
            hint={t('spokenInHint')}
            value={spokenLanguage(preferences)}
            onChange={spokenIn => onChange({ spokenIn })}
            choices={LANGUAGES.map(value => ({ value, text: nameOf(value) }))}
          />
          <CheckField
            label={t('interpreted')}
            hint={t('interpretedHint')}
            checked={interpreted}
            onChange={on => onChange({ interpreted: on })}
          />
          <CheckField
            label={t('notes')}
            checked={preferences.notes}
            onChange={notes => onChange({ notes })}
          />
          <CheckField label={t('dark')} checked={preferences.dark} onChange={dark => onChange({ dark })} />
          <fieldset className={styles.size}>
            <legend>{t('size')}</legend>
            <Button disabled={preferences.size <= SIZE_STEPS.smallest} onClick={() => resize(-1)}>
              <span aria-hidden="true">− </span>
              {t('smaller')}
            </Button>
            <Button disabled={preferences.size >= SIZE_STEPS.largest} onClick={() => resize(1)}>
              <span aria-hidden="true">+ </span>
              {t('larger')}
            </Button>
          </fieldset>
          <CheckField label={t('singleKeys')} checked={singleKeys.on} onChange={singleKeys.set} />
        </div>
        <KeyList />
      </div>
    </Dialog>
  )
}

function KeyList() {
  const t = useText(speak)
  const list: readonly (readonly [keys: readonly string[], words: string])[] = [
    [[t('space'), '→', '↓', 'PageDown'], t('keyNext')],
    [['←', '↑', 'PageUp'], t('keyPrevious')],
    [['Home', 'End'], t('keyEnds')],
    [['0–9', 'Enter'], t('keyJump')],
    [['F', 'J', 'B'], t('keyLanguages')],
    [['+', '−'], t('keySize')],
    [['N'], t('keyNotes')],
    [['T'], t('keyClock')],
    [['Shift + T'], t('keyReset')],
    [['W'], t('keyHall')],
    [['D'], t('keyDark')],
    [['?'], t('settings')],
    [['Esc'], t('keyLeave')],
  ]
  return (
    <section>
      <h3 className={styles.title}>{t('keysTitle')}</h3>
      <dl className={styles.keys}>
        {list.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.touch}>{t('touch')}</p>
    </section>
  )
}
