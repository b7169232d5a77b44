/** Short bilingual texts for tests: `{ unit: [french, japanese, kind?] }`, in reading order. */
import type { BilingualText, Block, BlockKind } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'

export type Lines = Readonly<Record<string, readonly [fr: string, ja: string, kind?: BlockKind]>>

/** An empty string leaves the unit without that language. */
export function declaration(lines: Lines): BilingualText {
  const blocks = (at: 0 | 1) =>
    Object.entries(lines).flatMap(([unit, line]): Block[] =>
      line[at] === ''
        ? []
        : [
            {
              id: `${at}${unit}` as BlockId,
              unit: unit as UnitId,
              kind: line[2] ?? 'paragraph',
              level: 1,
              content: [{ type: 'text', text: line[at] }],
            },
          ],
    )
  return { fr: blocks(0), ja: blocks(1) }
}
