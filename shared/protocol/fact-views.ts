/** The page of shared facts. */
import type { Audience } from '../model/bilingual-text.ts'
import type { Fact, FactStatement } from '../model/edition.ts'
import type { DraftId, TextId, UnitId, VersionId } from '../model/ids.ts'
import type { BilingualLabel, Language } from '../model/language.ts'

export type FactsView = {
  /** In the order of the edition; withdrawn ones only for an organiser, or where the reader sees them used. */
  readonly facts: readonly FactView[]
}

export type FactView = {
  readonly fact: Fact
  /** [M3] In open drafts and last versions that the reader may read: of others not even the number is told. */
  readonly uses: readonly FactUse[]
  /** The oldest first; empty for a fact as the edition began with it. */
  readonly changes: readonly FactChangeView[]
}

export type FactUse = {
  readonly text: { readonly id: TextId; readonly title: BilingualLabel }
  readonly place:
    | { readonly kind: 'draft'; readonly id: DraftId; readonly audience: Audience }
    | { readonly kind: 'version'; readonly id: VersionId; readonly label: string }
  readonly units: readonly FactUseUnit[]
}

export type FactUseUnit = {
  readonly unit: UnitId
  /** As the text's margin counts, from 1. */
  readonly number: number
  /** The only language in which the fact stands, where both languages of the unit have words; null otherwise. */
  readonly only: Language | null
  /** The first words in each language; empty where it has none. */
  readonly words: { readonly [L in Language]: string }
}

export type FactChangeView = {
  readonly at: string
  /** The mandate, in words. */
  readonly by: BilingualLabel | null
  /** Null where the fact was added. */
  readonly before: FactSaid | null
  readonly after: FactSaid
}

/** What was said of a fact, and whether it was offered. */
export type FactSaid = FactStatement & { readonly withdrawn: boolean }
