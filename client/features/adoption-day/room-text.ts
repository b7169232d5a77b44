/** What the room is shown: words of both languages, what is agreed, and which changes are asked for. */
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { Text } from '../../../shared/model/edition.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import type { UnitChangesView } from '../../../shared/protocol/change-views.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import type { LiveText } from '../../editor/live-text.ts'
import type { TextAgreement } from '../agreement/use-agreement.ts'

export type RoomText = {
  readonly of: Pick<Text, 'id' | 'kind' | 'title'>
  readonly content: BilingualText
  readonly facts: FactValues
  /** Undefined while it is not known, or where the reader may not know of it. */
  readonly agreement: TextAgreement | undefined
  readonly changes: UnitChangesView | null
  readonly source:
    | {
        readonly kind: 'draft'
        readonly view: DraftView
        readonly live: LiveText
        readonly stage: BilingualLabel | null
        /** What is shown may be old. */
        readonly lost: boolean
      }
    | { readonly kind: 'version'; readonly label: string; readonly adopted: boolean }
}
