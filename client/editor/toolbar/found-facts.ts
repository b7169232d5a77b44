import type { Fact } from '../../../shared/model/edition.ts'
import { renderFact } from '../../../shared/model/fact-values.ts'

/**
 * The facts that are offered and say what is typed, each of its words somewhere: in the name, the definition or the
 * value, in either language, whatever the accents, case and width.
 */
export function foundFacts(facts: readonly Fact[], typed: string): Fact[] {
  const wanted = folded(typed).split(/\s+/).filter(Boolean)
  return facts.filter(fact => {
    if (fact.withdrawnAt !== null) return false
    const reads = renderFact(fact)
    const { label, definition } = fact
    const said = folded(
      [label.fr, label.ja, label.en ?? '', definition.fr, definition.ja, reads.fr, reads.ja].join(' '),
    )
    return wanted.every(word => said.includes(word))
  })
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
}
