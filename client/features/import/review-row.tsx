/** One row of the review: how sure the pairing is, the paragraphs of both languages, and what can be done. */
import { memo } from 'react'
import { BLOCK_KINDS, type BlockLevel } from '../../../shared/model/bilingual-text.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { ImportBlock } from '../../../shared/protocol/bodies.ts'
import { imports } from '../../i18n/messages/import.ts'
import { useText } from '../../i18n/use-text.ts'
import { BlockFrame } from '../../text-view/block-view.tsx'
import { useShapeWords } from '../../text-view/shape-words.ts'
import { Menu, MenuChoices } from '../../ui/menu.tsx'
import {
  type BlockPlace,
  type Confidence,
  canSplit,
  confidenceOf,
  type ReviewRow,
} from './alignment-review.ts'
import styles from './review-row.module.css'

/** What a row can ask for; the same object for all rows, so that only changed rows are drawn again. */
export type ReviewActs = {
  readonly join: (row: number) => void
  readonly split: (row: number) => void
  readonly move: (place: BlockPlace, by: 1 | -1) => void
  readonly remove: (place: BlockPlace) => void
  readonly reshape: (place: BlockPlace, shape: Pick<ImportBlock, 'kind' | 'level'>) => void
}

type ReviewRowProps = {
  readonly row: ReviewRow
  readonly index: number
  readonly last: boolean
  readonly acts: ReviewActs
}

export const ReviewRowView = memo(function ReviewRowView({ row, index, last, acts }: ReviewRowProps) {
  const t = useText(imports)
  const confidence = confidenceOf(row)
  return (
    <li
      className={styles.row}
      data-review-row={row.key}
      data-review-index={index}
      data-confidence={confidence}
    >
      <div className={styles.margin}>
        <span className={styles.state}>
          <span className={styles.number}>
            <span className="unseen">{t('row', { n: index + 1 })}</span>
            <span aria-hidden="true">{index + 1}</span>
          </span>
          <span className={styles.confidence}>
            <span aria-hidden="true" className={styles.shape}>
              {SHAPES[confidence]}
            </span>{' '}
            {t(confidence)}
          </span>
        </span>
        <span className={styles.rowActs}>
          <button
            type="button"
            data-row-focus
            aria-label={t('join')}
            title={t('join')}
            onClick={() => acts.join(index)}
            disabled={last}
          >
            {t('joinShort')}
          </button>
          <button
            type="button"
            aria-label={t('split')}
            title={t('split')}
            onClick={() => acts.split(index)}
            disabled={!canSplit(row)}
          >
            {t('splitShort')}
          </button>
        </span>
      </div>
      {LANGUAGES.map(language => (
        <div key={language} className={styles.cell} data-language={language}>
          {placesOf(row, index, language).map(({ block, place }) => (
            <ReviewBlock key={place.block} block={block} place={place} acts={acts} />
          ))}
          {row[language].length === 0 && (
            <p className={styles.missing}>
              <span aria-hidden="true">▲ </span>
              {t(language === 'fr' ? 'missingFr' : 'missingJa')}
            </p>
          )}
        </div>
      ))}
    </li>
  )
})

/** Within a row a block is known by its place: the same words may stand there twice. */
function placesOf(row: ReviewRow, index: number, language: Language) {
  return row[language].map((block, at) => ({ block, place: { row: index, language, block: at } }))
}

/** Fullness of the disc is sureness; a pen for the reader's own hand, a triangle where a language is missing. */
const SHAPES: { readonly [C in Confidence]: string } = {
  sure: '●',
  'to-check': '◐',
  doubtful: '○',
  'by-hand': '✎',
  'one-language': '▲',
}

type ReviewBlockProps = { readonly block: ImportBlock; readonly place: BlockPlace; readonly acts: ReviewActs }

function ReviewBlock({ block, place, acts }: ReviewBlockProps) {
  const t = useText(imports)
  const shape = useShapeWords()
  const n = place.row + 1
  const name = t(place.language === 'fr' ? 'blockFr' : 'blockJa', { n })
  return (
    <div className={styles.block} data-block={`${place.language} ${place.block}`}>
      <BlockFrame block={block} language={place.language}>
        {block.text}
      </BlockFrame>
      <div className={styles.blockActs}>
        <Menu
          align="start"
          trigger={
            <button type="button" data-block-focus aria-label={`${name} – ${t('kind')} : ${shape(block)}`}>
              {shape(block)} <span aria-hidden="true">▾</span>
            </button>
          }
        >
          <MenuChoices
            label={t('kind')}
            value={`${block.kind} ${block.level}`}
            choices={SHAPE_CHOICES.map(choice => ({
              value: `${choice.kind} ${choice.level}`,
              text: shape(choice),
            }))}
            onChange={value => {
              const chosen = SHAPE_CHOICES.find(choice => `${choice.kind} ${choice.level}` === value)
              if (chosen) acts.reshape(place, chosen)
            }}
          />
        </Menu>
        <BlockButton name={`${name} – ${t('up')}`} sign="↑" act={() => acts.move(place, -1)} />
        <BlockButton name={`${name} – ${t('down')}`} sign="↓" act={() => acts.move(place, 1)} />
        <BlockButton name={`${name} – ${t('remove')}`} sign="×" act={() => acts.remove(place)} />
      </div>
    </div>
  )
}

type BlockButtonProps = { readonly name: string; readonly sign: string; readonly act: () => void }

function BlockButton({ name, sign, act }: BlockButtonProps) {
  return (
    <button type="button" aria-label={name} title={name.split(' – ').at(-1)} onClick={act}>
      <span aria-hidden="true">{sign}</span>
    </button>
  )
}

const SHAPE_CHOICES: readonly Pick<ImportBlock, 'kind' | 'level'>[] = BLOCK_KINDS.flatMap(kind =>
  (['heading', 'bullet', 'number'].includes(kind) ? ([1, 2, 3] as const) : ([1] as const)).map(
    (level: BlockLevel) => ({
      kind,
      level,
    }),
  ),
)
