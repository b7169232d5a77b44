/** The text of a reading copy: headings, numbered units, notes in boxes, minutes in the margin. */
import { Fragment, type ReactNode } from 'react'
import { type Block, plainText, type Unit } from '../../../shared/model/bilingual-text.ts'
import type { BlockNumbers } from '../../../shared/model/block-numbers.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { type MinuteMark, minuteMarks, type SpeechPlan } from '../../../shared/model/speech-plan.ts'
import type { SpokenUnit } from '../../../shared/model/spoken-units.ts'
import { timeMarkPlace } from '../../../shared/model/time-mark-place.ts'
import { speak } from '../../i18n/messages/speak.ts'
import { textView } from '../../i18n/messages/text-view.ts'
import { sayIn, useText } from '../../i18n/use-text.ts'
import { InlineContent } from '../../text-view/inline-content.tsx'
import styles from './reading-copy.module.css'
import type { CopySize } from './reading-copy-query.ts'
import type { ShownLanguages } from './speak-preferences.ts'

type ReadingCopyTextProps = {
  readonly units: readonly SpokenUnit[]
  readonly facts: FactValues
  readonly numbers: BlockNumbers
  readonly shown: ShownLanguages
  readonly size: CopySize
  readonly plan: SpeechPlan
}

export function ReadingCopyText({ units, facts, numbers, shown, size, plan }: ReadingCopyTextProps) {
  const t = useText(textView)
  const marks = minuteMarks(plan)
  const languages = LANGUAGES.filter(each => shown === 'both' || shown === each)
  return (
    <div
      className={styles.copy}
      data-shown={shown}
      style={{ '--copy-size': `${size}pt` } as React.CSSProperties}
    >
      {units.map((unit, index) => (
        <Fragment key={unit.id}>
          {unit.opens.map(heading => (
            <Row key={heading.id} languages={languages} number="" isHeading>
              {language => <Blocks unit={heading} language={language} facts={facts} numbers={numbers} />}
            </Row>
          ))}
          <Row
            languages={languages}
            number={
              <>
                <span className="unseen">{t('unit')} </span>
                {unit.number}
              </>
            }
          >
            {language => (
              <>
                <Blocks
                  unit={unit}
                  language={language}
                  facts={facts}
                  numbers={numbers}
                  marks={marks.filter(mark => mark.index === index)}
                />
                {unit[language].length === 0 && (
                  <p className={styles.missing}>{t(language === 'fr' ? 'missingFr' : 'missingJa')}</p>
                )}
                <Notes notes={unit.notes[language]} language={language} />
              </>
            )}
          </Row>
        </Fragment>
      ))}
    </div>
  )
}

type RowProps = {
  readonly languages: readonly Language[]
  readonly number: ReactNode
  readonly isHeading?: boolean
  readonly children: (language: Language) => ReactNode
}

function Row({ languages, number, isHeading = false, children }: RowProps) {
  return (
    <div className={styles.row} data-heading={isHeading}>
      <span className={styles.number}>{number}</span>
      {languages.map(language => (
        <div key={language} className={styles.cell} lang={language}>
          {children(language)}
        </div>
      ))}
    </div>
  )
}

type BlocksProps = {
  readonly unit: Unit
  readonly language: Language
  readonly facts: FactValues
  readonly numbers: BlockNumbers
  readonly marks?: readonly MinuteMark[]
}

function Blocks({ unit, language, facts, numbers, marks = [] }: BlocksProps) {
  const spoken = unit[language].map(block => ({ ...block, content: withoutNotes(block) }))
  const placed = marks.flatMap(mark => {
    const fraction = mark.phase === 'speaking' ? mark.fraction : 1
    const place = timeMarkPlace(spoken, language, fraction)
    return place ? [{ ...place, mark }] : []
  })
  return spoken.map(block => {
    const number = numbers.get(block.id)
    const here = placed.filter(mark => mark.block === block.id)
    const ends = [...here.map(({ offset }) => offset), plainText(block).length]
    return (
      <p key={block.id} className={styles.block} data-kind={block.kind} data-level={block.level}>
        {number && <span className={styles.listNumber}>{number} </span>}
        {ends.map((end, index) => (
          <Fragment key={here[index]?.mark.minute ?? 'rest'}>
            <InlineContent
              block={{ content: block.content }}
              language={language}
              facts={facts}
              from={ends[index - 1] ?? 0}
              to={end}
            />
            {here[index] && <Minute mark={here[index].mark} language={language} />}
          </Fragment>
        ))}
      </p>
    )
  })
}

function Minute({
  mark: { minute, phase },
  language,
}: {
  readonly mark: MinuteMark
  readonly language: Language
}) {
  // In the language of the words beside it: a copy is read by whoever speaks it.
  const t = sayIn(speak, language)
  const isHeard = phase === 'interpreting'
  return (
    <span className={styles.minute} data-interpreting={isHeard}>
      <span className={styles.tick} aria-hidden="true" />
      <span className={styles.minuteLabel}>
        {t(isHeard ? 'minuteInterpretation' : 'minuteMark', { minute })}
      </span>
    </span>
  )
}

function Notes({ notes, language }: { readonly notes: readonly string[]; readonly language: Language }) {
  const t = sayIn(speak, language)
  return notes.map(note => (
    <aside key={note} className={styles.note}>
      <strong>{t('note')}</strong> {note}
    </aside>
  ))
}

function withoutNotes({ content }: Pick<Block, 'content'>): Block['content'] {
  return content.filter(({ type }) => type !== 'note')
}
