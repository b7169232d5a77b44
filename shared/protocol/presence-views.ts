/** Who is here: the people of one's own circle, and in a joint draft whoever is in it. */
import type { Audience, Side } from '../model/bilingual-text.ts'
import type { DraftId, MandateId, TextId, UnitId, VersionId } from '../model/ids.ts'
import type { BilingualLabel } from '../model/language.ts'

/** Where a page is, as it is told: `draft:<id>`, `version:<id>` or `text:<id>`. */
export const WHEREABOUTS = /^(draft|version|text):[\w-]{1,100}$/

export type PresenceView = {
  /** Without oneself; those whose place is known first, then by name. */
  readonly here: readonly PersonHere[]
}

export type PersonHere = {
  /** The one by which they belong to the circle, or are in the joint draft. */
  readonly mandate: MandateId
  readonly title: BilingualLabel
  readonly side: Side | null
  /** Null for somebody of the other side, in a joint draft. */
  readonly name: string | null
  /** Null where they are nowhere in particular, or where one may not read. */
  readonly place: PlaceHere | null
}

export type PlaceHere = {
  readonly text: TextId
  readonly title: BilingualLabel
  readonly at:
    | { readonly kind: 'draft'; readonly id: DraftId; readonly audience: Audience }
    | { readonly kind: 'version'; readonly id: VersionId; readonly label: string }
    | { readonly kind: 'text' }
  /** `number` counts the units of the text from 1, as its margin does; null when it is not known which. */
  readonly unit: { readonly id: UnitId; readonly number: number } | null
}
