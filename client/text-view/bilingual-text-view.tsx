/**
 * A bilingual text for reading, without an editor: one row per unit, French and Japanese side by side, a
 * missing counterpart shown as missing. Narrow screens show one language, with a key on each unit to the
 * same unit in the other.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type BilingualText, type Unit, unitsOf } from '../../shared/model/bilingual-text.ts'
import { blockNumbers } from '../../shared/model/block-numbers.ts'
import type { FactValues } from '../../shared/model/canonical-form.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../shared/model/language.ts'
import { noteNumbers } from '../../shared/model/note-numbers.ts'
import { LANGUAGE_NAMES } from '../i18n/language-names.ts'
import { textView } from '../i18n/messages/text-view.ts'
import { useText } from '../i18n/use-text.ts'
import { BlockView } from './block-view.tsx'
import styles from './text-view.module.css'
import { UnitAgreement, useHasAgreement, useUnitsShown } from './unit-agreement.tsx'
import { UnitChangeMarks } from './unit-change-marks.tsx'
import { UnitCorrigenda } from './unit-corrigenda.tsx'
import { UnitMargin } from './unit-margin.tsx'
import { UnitOrigins } from './unit-origins.tsx'

type BilingualTextViewProps = { readonly text: BilingualText; readonly facts: FactValues }

export function BilingualTextView({ text, facts }: BilingualTextViewProps) {
  const t = useText(textView)
  const units = useMemo(() => unitsOf(text), [text])
  const numbers = useMemo(() => blockNumbers(text), [text])
  const notes = useMemo(() => noteNumbers(text), [text])
  const { language, cross, view } = useNarrowLanguage()
  const other = language === 'fr' ? 'ja' : 'fr'
  const shown = useUnitsShown()
  const hasAgreement = useHasAgreement()

  return (
    <div
      className={styles.view}
      data-narrow={language}
      data-has-agreement={hasAgreement || undefined}
      ref={view}
    >
      <div className={styles.columnHeads} aria-hidden="true">
        <span />
        {LANGUAGES.map(each => (
          <span key={each} className={styles.cell} data-language={each} lang={each}>
            {LANGUAGE_NAMES[each]}
          </span>
        ))}
      </div>
      {units.map((unit, index) => (
        <div
          key={unit.id}
          className={styles.unit}
          hidden={shown !== null && !shown.has(unit.id)}
          id={`unit-${unit.id}`}
          data-unit={unit.id}
        >
          <span className={styles.unitNumber}>
            <span className="unseen">{t('unit')} </span>
            {index + 1}
            <UnitAgreement unit={unit.id} number={index + 1} />
            <UnitMargin unit={unit.id} number={index + 1} />
            <UnitChangeMarks unit={unit.id} />
            <UnitOrigins unit={unit.id} />
            <UnitCorrigenda unit={unit.id} />
          </span>
          {LANGUAGES.map(each => (
            <UnitCell
              key={each}
              unit={unit}
              language={each}
              missing={t(each === 'fr' ? 'missingFr' : 'missingJa')}
            >
              {unit[each].map(block => (
                <BlockView
                  key={block.id}
                  block={block}
                  language={each}
                  facts={facts}
                  number={numbers.get(block.id)}
                  firstNote={notes.get(block.id) ?? 1}
                />
              ))}
            </UnitCell>
          ))}
          <button type="button" className={styles.other} onClick={() => cross(unit.id)}>
            <span aria-hidden="true" lang={other}>
              {other === 'fr' ? 'FR' : '日'}
            </span>
            <span className="unseen">{t(other === 'fr' ? 'sameInFrench' : 'sameInJapanese')}</span>
          </button>
        </div>
      ))}
    </div>
  )
}

type UnitCellProps = {
  readonly unit: Unit
  readonly language: Language
  readonly missing: string
  readonly children: React.ReactNode
}

function UnitCell({ unit, language, missing, children }: UnitCellProps) {
  return (
    <div className={styles.cell} data-language={language}>
      {unit[language].length ? children : <p className={styles.missing}>{missing}</p>}
    </div>
  )
}

/** The language that narrow screens show; crossing keeps the unit under the reader's eyes where it stood. */
function useNarrowLanguage() {
  const [shown, setShown] = useState<{
    readonly language: Language
    readonly unit: UnitId | null
    readonly top: number
  }>({
    language: document.documentElement.lang === 'ja' ? 'ja' : 'fr',
    unit: null,
    top: 0,
  })
  const view = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!shown.unit) return
    const row = view.current?.querySelector(`[data-unit="${CSS.escape(shown.unit)}"]`)
    if (row) window.scrollBy({ top: row.getBoundingClientRect().top - shown.top, behavior: 'instant' })
  }, [shown])
  const cross = (unit: UnitId) => {
    const row = view.current?.querySelector(`[data-unit="${CSS.escape(unit)}"]`)
    const top = row?.getBoundingClientRect().top ?? 0
    setShown(before => ({ language: before.language === 'fr' ? 'ja' : 'fr', unit, top }))
  }
  return { language: shown.language, cross, view }
}
