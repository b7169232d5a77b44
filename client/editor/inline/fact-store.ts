import type { Fact } from '../../../shared/model/edition.ts'
import { renderFact } from '../../../shared/model/fact-values.ts'
import type { FactId } from '../../../shared/model/ids.ts'
import type { Language } from '../../../shared/model/language.ts'

/** The facts of the edition, as they are now; the views of facts in the text follow it. */
export type FactStore = {
  get(): readonly Fact[]
  set(facts: readonly Fact[]): void
  subscribe(listener: () => void): () => void
}

export function createFactStore(facts: readonly Fact[] = []): FactStore {
  let current = facts
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set(next) {
      if (next === current) return
      current = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export type FactReading = {
  readonly text: string
  readonly label: string
  /** `unknown` is a fact that the edition no longer has. */
  readonly state: 'confirmed' | 'open' | 'unknown'
}

/** What a fact reads as in a language, as in every other place of the product. */
export function readFact(facts: readonly Fact[], id: FactId | string, language: Language): FactReading {
  const fact = facts.find(each => each.id === id)
  return {
    text: renderFact(fact)[language],
    label: fact?.label[language] ?? '',
    state: !fact ? 'unknown' : fact.status === 'confirmed' && fact.value ? 'confirmed' : 'open',
  }
}
