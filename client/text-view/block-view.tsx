/** One block for reading: its kind as an element, its generated number, its notes below it. */
import type { ReactNode } from 'react'
import type { Block } from '../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../shared/model/canonical-form.ts'
import type { Language } from '../../shared/model/language.ts'
import { InlineContent, notesOf } from './inline-content.tsx'
import styles from './text-view.module.css'

type BlockViewProps = {
  readonly block: Block
  readonly language: Language
  readonly facts: FactValues
  /** The generated number or bullet, if the block has one. */
  readonly number?: string | undefined
  /** Number of the block's first note in its language. */
  readonly firstNote?: number
}

export function BlockView({ block, language, facts, number, firstNote = 1 }: BlockViewProps) {
  const notes = notesOf(block).map((text, index) => ({ number: firstNote + index, text }))
  return (
    <>
      <BlockFrame block={block} language={language} number={number}>
        <InlineContent block={block} language={language} facts={facts} firstNote={firstNote} />
      </BlockFrame>
      {notes.map(note => (
        <p key={note.number} className={styles.note} lang={language}>
          <span className={styles.noteNumber}>{note.number}</span> {note.text}
        </p>
      ))}
    </>
  )
}

type BlockFrameProps = {
  readonly block: Pick<Block, 'kind' | 'level'>
  readonly language: Language
  /** In a comparison the former number may stand before it. */
  readonly number?: ReactNode
  readonly children: ReactNode
}

/**
 * The block's element without its content: headings are headings (one level below the page's own), every
 * other kind is a paragraph. Comparisons put their marked words in it.
 */
export function BlockFrame({ block, language, number, children }: BlockFrameProps) {
  const Tag = tagOf(block)
  return (
    <Tag className={styles.block} data-kind={block.kind} data-level={block.level} lang={language}>
      {number && <span className={styles.number}>{number}</span>}
      {number || isListed(block) ? <span className={styles.words}>{children}</span> : children}
    </Tag>
  )
}

/** Laid out beside the place of its number, also where none is printed. */
function isListed({ kind }: Pick<Block, 'kind'>): boolean {
  return kind === 'commitment' || kind === 'bullet' || kind === 'number'
}

function tagOf({ kind, level }: Pick<Block, 'kind' | 'level'>): 'h2' | 'h3' | 'h4' | 'h5' | 'p' {
  if (kind === 'title') return 'h2'
  return kind === 'heading' ? (['h3', 'h4', 'h5'] as const)[level - 1]! : 'p'
}
