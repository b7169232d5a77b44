/** [W3] What a workshop says since, taken into our words: only what it changed, where ours leave room for that. */
import { mergeEdits } from '../compare/merge-edits.ts'
import type { Block } from '../model/bilingual-text.ts'
import type { BlockId, UnitId } from '../model/ids.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import type { UnitWords } from '../model/proposal.ts'

export type ChangeTaken = {
  readonly words: UnitWords
  /** False where words of ours had to give way: both were changed at the same words, or cut into other paragraphs. */
  readonly keepsOurs: boolean
}

/** `ours` with what changed at the source from `then` to `now`. */
export function takeInChange(
  ours: UnitWords,
  then: UnitWords,
  now: UnitWords,
  unit: UnitId,
  newId: () => string,
): ChangeTaken {
  const taken: { fr: readonly Block[]; ja: readonly Block[] } = { fr: [], ja: [] }
  let keepsOurs = true
  for (const language of LANGUAGES) {
    const as = (blocks: readonly Block[]) => underIdsOf(ours[language], blocks, unit, newId)
    const [base, theirs] = [as(then[language]), as(now[language])]
    const alone = (blocks: readonly Block[]) => only(language, blocks)
    const merged = mergeEdits(alone(base), alone(ours[language]), alone(theirs))
    if (!merged) keepsOurs = false
    taken[language] = merged?.[language] ?? theirs
  }
  return { words: taken, keepsOurs }
}

/** The words as paragraphs of our unit: theirs under our ids and in our kinds, as far as there are any. */
function underIdsOf(
  ours: readonly Block[],
  blocks: readonly Block[],
  unit: UnitId,
  newId: () => string,
): Block[] {
  return blocks.map((block, index) => {
    const own = ours[index]
    if (own) return { ...own, unit, content: block.content }
    return { ...block, unit, id: newId() as BlockId }
  })
}

function only(language: Language, blocks: readonly Block[]): UnitWords {
  return { fr: [], ja: [], [language]: blocks }
}
