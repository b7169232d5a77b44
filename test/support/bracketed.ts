/**
 * Texts with brackets, written as they are read: `{b1.a fra|words}` is a bracket with that mark id and side; they nest.
 * `$` is a fact.
 */
import type { BilingualText, Block, Inline, Mark, Side } from '../../shared/model/bilingual-text.ts'
import type { BlockId, FactId, UnitId } from '../../shared/model/ids.ts'

export type Written = readonly [unit: string, fr: string | null, ja: string | null]

/** A paragraph per language and unit, `f-<unit>` and `j-<unit>`; a unit written `# x` is a heading. */
export function bracketed(...units: readonly Written[]): BilingualText {
  const blocks = (index: 1 | 2, letter: string) =>
    units.flatMap(unit => {
      const words = unit[index]
      return words === null ? [] : [blockOf(`${letter}-${unit[0]}`, unit[0], words)]
    })
  return { fr: blocks(1, 'f'), ja: blocks(2, 'j') }
}

export function blockOf(id: string, unit: string, words: string): Block {
  const heading = words.startsWith('# ')
  return {
    id: id as BlockId,
    unit: unit as UnitId,
    kind: heading ? 'heading' : 'paragraph',
    level: 1,
    content: contentOf(heading ? words.slice(2) : words),
  }
}

export function contentOf(words: string): Inline[] {
  const content: Inline[] = []
  const marks: Mark[] = []
  for (const [token] of words.matchAll(/\{[^|{}]+\||\}|\$|[^{}$]+/g)) {
    if (token === '}') marks.pop()
    else if (token === '$') content.push({ type: 'fact', fact: 'f1' as FactId })
    else if (token.startsWith('{')) {
      const [id, by] = token.slice(1, -1).split(' ') as [string, Side | undefined]
      marks.push({ type: 'bracket', id, by: by ?? '' })
    } else
      content.push(
        marks.length ? { type: 'text', text: token, marks: [...marks] } : { type: 'text', text: token },
      )
  }
  return content
}
