/** A reviewed alignment as a bilingual text: each row becomes one unit. */
import type { BilingualText, Block, Inline } from '../../shared/model/bilingual-text.ts'
import { normalContent } from '../../shared/model/canonical-form.ts'
import type { BlockId, UnitId } from '../../shared/model/ids.ts'
import type { ImportBlock, ImportRow } from '../../shared/protocol/bodies.ts'
import type { NewId } from '../new-id.ts'
import { foldSpaces } from './source-paragraph.ts'

/** Blocks without words and rows without blocks are left out. `newId` gives the ids of units and blocks. */
export function importedText(rows: readonly ImportRow[], newId: NewId): BilingualText {
  const fr: Block[] = []
  const ja: Block[] = []
  for (const row of rows) {
    const unit = newId('unit')
    const blocks = (from: readonly ImportBlock[]) =>
      from.map(block => importedBlock(block, unit, newId('block'))).filter(block => block.content.length > 0)
    fr.push(...blocks(row.fr))
    ja.push(...blocks(row.ja))
  }
  return { fr, ja }
}

function importedBlock({ kind, level, text }: ImportBlock, unit: UnitId, id: BlockId): Block {
  const hasLevels = kind === 'heading' || kind === 'bullet' || kind === 'number'
  return { id, unit, kind, level: hasLevels ? level : 1, content: importedContent(text) }
}

/** The review's text went through a browser and its reader's hands: it is folded again. */
export function importedContent(text: string): Inline[] {
  const lines = foldSpaces(text).split('\n')
  return normalContent(
    lines.flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line } as const]),
    ]),
  )
}
