/** A unit retyped as plain words, a block each. */
import { type Block, plainText } from '../model/bilingual-text.ts'
import type { BlockId, UnitId } from '../model/ids.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import type { UnitWords } from '../model/proposal.ts'
import { reworded } from './reword.ts'

/**
 * The nth words are those of the nth block, which keeps its id and what was left alone in it; words too many make
 * blocks of the kind of the unit's first one, and what is left empty is no block.
 */
export function rewordedUnit(
  unit: UnitId,
  words: UnitWords,
  typed: { readonly [L in Language]: readonly string[] },
  newId: () => BlockId,
): UnitWords {
  const shape = LANGUAGES.flatMap(language => words[language])[0]
  const blocks = (language: Language) =>
    typed[language].flatMap((text, index): Block[] => {
      const own = words[language][index]
      if (own) return [reworded(own, text)]
      const { kind, level } = shape ?? { kind: 'paragraph', level: 1 }
      return [{ id: newId(), unit, kind, level, content: text ? [{ type: 'text', text }] : [] }]
    })
  const said = (language: Language) => blocks(language).filter(block => plainText(block).trim() !== '')
  return { fr: said('fr'), ja: said('ja') }
}
