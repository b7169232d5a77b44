/** A reviewed alignment as a bilingual text: each row becomes one unit. */
import { type ConvertedPassage, convertBrackets, typedBrackets } from '../../shared/import/typed-brackets.ts'
import { type BilingualText, type Block, type Inline, plainText } from '../../shared/model/bilingual-text.ts'
import { alternativeLetter, bracketMarkId } from '../../shared/model/bracket-id.ts'
import { normalContent } from '../../shared/model/canonical-form.ts'
import type { BlockId, UnitId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import type { ImportBlock, ImportRow } from '../../shared/protocol/bodies.ts'
import type { NewId } from '../new-id.ts'
import { foldSpaces } from './source-paragraph.ts'

/** Blocks without words and rows without blocks are left out. `newId` gives the ids of units and blocks. */
export function importedText(rows: readonly ImportRow[], newId: NewId): BilingualText {
  const fr: Block[] = []
  const ja: Block[] = []
  for (const row of rows) {
    const unit = newId('unit')
    const brackets = convertedIn(row, newId)
    const blocks = (language: Language) =>
      row[language]
        .map((block, index) => importedBlock(block, unit, newId('block'), brackets(language, index)))
        .filter(block => block.content.length > 0)
    fr.push(...blocks('fr'))
    ja.push(...blocks('ja'))
  }
  return { fr, ja }
}

function importedBlock(
  { kind, level, text }: ImportBlock,
  unit: UnitId,
  id: BlockId,
  brackets: readonly ConvertedPassage[],
): Block {
  const hasLevels = kind === 'heading' || kind === 'bullet' || kind === 'number'
  const content = normalContent(convertBrackets(importedContent(text), brackets))
  return { id, unit, kind, level: hasLevels ? level : 1, content }
}

/** [A5] The typed brackets that the reader of the review asked for, by language and block. */
function convertedIn({ fr, ja, brackets = [] }: ImportRow, newId: NewId) {
  if (brackets.length === 0) return () => []
  // As the words are after folding: offsets are those of what is brought in.
  const folded = (blocks: readonly ImportBlock[]) =>
    blocks.map(({ text }) => ({ text: plainText({ content: importedContent(text) }) }))
  const typed = typedBrackets({ fr: folded(fr), ja: folded(ja) })
  const chosen = typed.flatMap(bracket => {
    const by = brackets.find(({ n }) => n === bracket.n)?.by
    return by === undefined
      ? []
      : [{ bracket, by, id: bracketMarkId(newId('bracket'), alternativeLetter(0)) }]
  })
  return (language: Language, block: number): ConvertedPassage[] =>
    chosen.flatMap(({ bracket, by, id }) => {
      const passage = bracket[language]
      return passage?.block === block ? [{ open: passage.open, close: passage.close, id, by }] : []
    })
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
