/** The empty places of a row: a language that is missing, or that stands elsewhere because the orders differ. */
import type { Language } from '../../../shared/model/language.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { editor } from '../../i18n/messages/editor.ts'
import { useText } from '../../i18n/use-text.ts'
import type { EditorPair } from '../editor-pair.ts'
import styles from '../sheet.module.css'
import { bringHere } from '../units/move-unit.ts'
import { writeMissing } from '../units/unit-commands.ts'
import type { Row } from './row-layout.ts'

/** `pair` is left out where one only reads. */
export function Slots({
  rows,
  pair,
  onShow,
}: {
  readonly rows: readonly Row[]
  readonly pair?: EditorPair
  readonly onShow?: (language: Language) => void
}) {
  return rows.flatMap(row =>
    LANGUAGES.filter(language => row[language].state !== 'here').map(language => (
      <Slot
        key={`${row.line}-${language}`}
        row={row}
        language={language}
        {...(pair ? { pair } : {})}
        {...(onShow ? { onShow } : {})}
      />
    )),
  )
}

type SlotProps = {
  readonly row: Row
  readonly language: Language
  readonly pair?: EditorPair
  readonly onShow?: (language: Language) => void
}

function Slot({ row, language, pair, onShow }: SlotProps) {
  const t = useText(editor)
  const suffix = language === 'fr' ? 'Fr' : 'Ja'
  const missing = row[language].state === 'missing'
  const act = () => {
    if (!pair) return
    onShow?.(language)
    if (missing) writeMissing(pair, language, row)
    else bringHere(pair, language, row)
  }
  return (
    <div
      className={styles.slot}
      lang={language}
      data-side={language}
      data-slot={`${row.unit}-${language}`}
      style={{ gridRow: `${row.line} / span ${row.span}` }}
    >
      <Words>{t(`${missing ? 'missing' : 'elsewhere'}${suffix}`)}</Words>
      {pair && (
        <button type="button" onClick={act}>
          <Words>{missing ? t(`write${suffix}`) : t('bringHere')}</Words>
        </button>
      )}
    </div>
  )
}

/** Words of the interface inside an element that has the language of the text. */
function Words({ children }: { readonly children: string }) {
  return <span lang={document.documentElement.lang}>{children}</span>
}
