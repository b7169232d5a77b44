/**
 * Concurrent edits can leave two blocks with one id, or one without (two people move the same block at once).
 * A draft lives with it until its editor mends it; a version must not carry it.
 */
import type { BilingualText, Block } from './bilingual-text.ts'
import type { BlockId, UnitId } from './ids.ts'

/**
 * The text with one id per block: the first block keeps its id, a later one with the same gets `~2`, `~3` …
 * Deterministic, so that everyone who reads the draft gets the same canonical form. A text without such a
 * fault is returned as it is.
 */
export function withUniqueIds(text: BilingualText): BilingualText {
  const taken = new Set<string>()
  const own = (block: Block): Block => {
    const id = freeId(block.id || 'block', taken)
    taken.add(id)
    const unit = block.unit || (`unit-of-${id}` as UnitId)
    return id === block.id && unit === block.unit ? block : { ...block, id: id as BlockId, unit }
  }
  const fr = text.fr.map(own)
  const ja = text.ja.map(own)
  const same =
    fr.every((block, index) => block === text.fr[index]) &&
    ja.every((block, index) => block === text.ja[index])
  return same ? text : { fr, ja }
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id
  for (let count = 2; ; count++) if (!taken.has(`${id}~${count}`)) return `${id}~${count}`
}
