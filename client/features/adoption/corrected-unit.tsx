import { LANGUAGES } from '../../../shared/model/language.ts'
import { adoption } from '../../i18n/messages/adoption.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { FieldRows, TextAreaField } from '../../ui/field.tsx'
import styles from './adoption.module.css'
import type { Correction } from './correction.ts'

/** The words of one unit in both languages, to be corrected as plain text. */
export function CorrectedUnit({
  correction: { unit, number, shown },
  onChange,
  onLeave,
}: {
  readonly correction: Correction
  readonly onChange: (shown: Correction['shown']) => void
  readonly onLeave: () => void
}) {
  const t = useText(adoption)
  return (
    <fieldset className={styles.correction}>
      <legend>{t('unit', { n: String(number) })}</legend>
      <FieldRows columns={2}>
        {LANGUAGES.map(language => (
          <div key={language}>
            {unit[language].map((block, index) => (
              <TextAreaField
                key={block.id}
                label={t(`words-${language}`)}
                lang={language}
                rows={6}
                value={shown[language][index] ?? ''}
                onChange={event =>
                  onChange({ ...shown, [language]: shown[language].with(index, event.target.value) })
                }
              />
            ))}
          </div>
        ))}
      </FieldRows>
      <Button kind="plain" onClick={onLeave}>
        {t('leave-unit')}
      </Button>
    </fieldset>
  )
}
