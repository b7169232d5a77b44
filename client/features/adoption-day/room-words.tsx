/** The words of one unit in one language before the room, with the numbers of their lines beside them. */
import { useRef } from 'react'
import type { ComparisonRow } from '../../../shared/compare/comparison.ts'
import type { Block } from '../../../shared/model/bilingual-text.ts'
import type { BlockNumbers } from '../../../shared/model/block-numbers.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { Language } from '../../../shared/model/language.ts'
import { adoptionDay } from '../../i18n/messages/adoption-day.ts'
import { useText } from '../../i18n/use-text.ts'
import { InlineContent } from '../../text-view/inline-content.tsx'
import { MarkedWords } from '../compare/marked-words.tsx'
import styles from './room-stage.module.css'
import { useLines } from './use-lines.ts'

type RoomWordsProps = {
  readonly language: Language
  readonly blocks: readonly Block[]
  /** What changes in them, where that is shown. */
  readonly rows: readonly ComparisonRow[] | null
  readonly facts: FactValues
  readonly numbers: BlockNumbers
  /** Which lines bear a number: each, or every fifth. */
  readonly every: 1 | 5
}

export function RoomWords({ language, blocks, rows, facts, numbers, every }: RoomWordsProps) {
  const t = useText(adoptionDay)
  const words = useRef<HTMLDivElement>(null)
  const lines = useLines(words, rows ?? blocks)
  const pairs = rows?.flatMap(row => row[language].pairs) ?? null
  return (
    <div className={styles.column} lang={language} data-language={language}>
      <div className={styles.lines} aria-hidden="true">
        {lines.map(
          (middle, index) =>
            (index + 1) % every === 0 && (
              <span key={middle} style={{ insetBlockStart: `${middle}px` }}>
                {index + 1}
              </span>
            ),
        )}
      </div>
      <div ref={words} className={styles.words}>
        {pairs?.map(pair => {
          const block = pair.new ?? pair.old
          return block ? (
            <Paragraph key={`${pair.oldIndex} ${pair.newIndex}`} block={block} number={numbers.get(block.id)}>
              <MarkedWords
                pair={pair}
                state="both"
                language={language}
                facts={facts}
                oldFacts={facts}
                quiet={false}
              />
            </Paragraph>
          ) : null
        })}
        {!pairs &&
          blocks.map(block => (
            <Paragraph key={block.id} block={block} number={numbers.get(block.id)}>
              <InlineContent block={block} language={language} facts={facts} />
            </Paragraph>
          ))}
        {(pairs ?? blocks).length === 0 && (
          <p className={styles.missing}>{t(language === 'fr' ? 'missingFr' : 'missingJa')}</p>
        )}
      </div>
    </div>
  )
}

function Paragraph({
  block,
  number,
  children,
}: {
  readonly block: Block
  readonly number: string | undefined
  readonly children: React.ReactNode
}) {
  return (
    <p className={styles.block} data-kind={block.kind} data-level={block.level}>
      {number && <span className={styles.number}>{number}</span>}
      <span>{children}</span>
    </p>
  )
}
