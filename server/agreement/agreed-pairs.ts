/** [A4] What the sync server guards in a draft. */
import { agreementState } from '../../shared/model/agreement.ts'
import type { DraftId, UnitId } from '../../shared/model/ids.ts'
import { consentsOf } from '../store/agreement.ts'
import type { Database } from '../store/database.ts'
import { findDraft } from '../store/drafts.ts'
import { listStages } from '../store/stages.ts'
import { findText } from '../store/texts.ts'
import { isEssentialConfirmed } from './agreement-at.ts'

/**
 * Unit → hash of the pair that both sides agreed to, of the text that a draft is one of, private or joint. Whether the
 * unit reads so in the draft, and is locked, is not said. Empty before the essential content is confirmed.
 */
export async function agreedPairs(db: Database, draft: DraftId): Promise<ReadonlyMap<UnitId, string>> {
  const found = await findDraft(db, draft)
  const text = found && (await findText(db, found.text))
  if (text?.kind !== 'declaration') return new Map()
  if (!isEssentialConfirmed(await listStages(db, text.edition))) return new Map()
  const byUnit = Map.groupBy(await consentsOf(db, text.id), ({ unit }) => unit)
  return new Map(
    [...byUnit].flatMap(([unit, consents]) => {
      const { pair } = consents[0]!
      const holding = consents.filter(consent => consent.pair === pair)
      return agreementState(holding) === 'agreed' ? [[unit, pair] as const] : []
    }),
  )
}
