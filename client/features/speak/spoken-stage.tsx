/** The unit that is being said, as large as it can stand, under the headings of its section. */
import { Fragment, useMemo, useRef } from 'react'
import type { Block, Unit } from '../../../shared/model/bilingual-text.ts'
import type { BlockNumbers } from '../../../shared/model/block-numbers.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { SpokenUnit } from '../../../shared/model/spoken-units.ts'
import { textView } from '../../i18n/messages/text-view.ts'
import { useText } from '../../i18n/use-text.ts'
import { InlineContent } from '../../text-view/inline-content.tsx'
import type { ShownLanguages } from './speak-preferences.ts'
import { pageAt } from './speech-course.ts'
import styles from './spoken-stage.module.css'
import { type Pages, useFittedPages } from './use-fitted-pages.ts'

type SpokenStageProps = {
  readonly unit: SpokenUnit
  readonly facts: FactValues
  readonly numbers: BlockNumbers
  readonly shown: ShownLanguages
  /** Steps larger or smaller than usual. */
  readonly size: number
  /** How far letters may shrink before a unit is cut into screens, as a part of their size. */
  readonly shrink: number
  readonly step: number
  readonly steps: number
  readonly pages: Pages
  readonly onPages: (pages: Pages) => void
}

export function SpokenStage(props: SpokenStageProps) {
  const { unit, facts, numbers, shown, size, shrink, step, steps, pages, onPages } = props
  const t = useText(textView)
  const stage = useRef<HTMLDivElement>(null)
  const languages = useMemo(() => LANGUAGES.filter(each => shown === 'both' || shown === each), [shown])
  useFittedPages(
    stage,
    `${unit.id} ${shown} ${size}`,
    ({ width, height }) => {
      const usual = 0.062 * Math.min(height * 1.25, width * 0.7) * (languages.length === 1 ? 1.3 : 1)
      const largest = Math.round(Math.max(SMALLEST * 1.2, usual) * 1.1 ** size)
      return { largest, smallest: Math.max(SMALLEST, Math.round(largest * shrink)) }
    },
    onPages,
  )
  return (
    <div ref={stage} className={styles.stage} data-shown={shown}>
      {languages.map(language => (
        <section key={language} className={styles.column} lang={language}>
          <p className={styles.context}>
            <Headings headings={unit.headings} language={language} facts={facts} />
          </p>
          <div className={styles.cell} data-cell={language}>
            <div
              className={styles.flow}
              style={{ '--page': pageAt(step, steps, pages[language]) } as React.CSSProperties}
            >
              {unit[language].map(block => (
                <SpokenBlock
                  key={block.id}
                  block={block}
                  language={language}
                  facts={facts}
                  number={numbers.get(block.id)}
                />
              ))}
              {unit[language].length === 0 && (
                <p className={styles.missing}>{t(language === 'fr' ? 'missingFr' : 'missingJa')}</p>
              )}
            </div>
          </div>
        </section>
      ))}
    </div>
  )
}

/** In pixels: what is still read at arm's length. */
const SMALLEST = 18

function Headings({
  headings,
  language,
  facts,
}: {
  readonly headings: readonly Unit[]
  readonly language: Language
  readonly facts: FactValues
}) {
  return headings.map((heading, index) => (
    <Fragment key={heading.id}>
      {index > 0 && <span aria-hidden="true"> › </span>}
      {heading[language].map(block => (
        <InlineContent
          key={block.id}
          block={{ content: withoutNotes(block) }}
          language={language}
          facts={facts}
        />
      ))}
    </Fragment>
  ))
}

type SpokenBlockProps = {
  readonly block: Block
  readonly language: Language
  readonly facts: FactValues
  readonly number: string | undefined
}

function SpokenBlock({ block, language, facts, number }: SpokenBlockProps) {
  return (
    <p className={styles.block} data-kind={block.kind}>
      {number && <span className={styles.number}>{number}</span>}
      <span>
        <InlineContent block={{ content: withoutNotes(block) }} language={language} facts={facts} />
      </span>
    </p>
  )
}

/** Notes are the speaker's, and stand apart. */
function withoutNotes({ content }: Pick<Block, 'content'>): Block['content'] {
  return content.filter(({ type }) => type !== 'note')
}
