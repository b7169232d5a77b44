/** [D1] In how many units a draft changed since an instant, per language. */
import { canonicalForm, canonicalHash, UnreadableForm } from '../../shared/model/canonical-form.ts'
import type { Draft } from '../../shared/model/edition.ts'
import { isRefusal } from '../http/respond.ts'
import { baseText, stateUntil, wordsAt } from './past-states.ts'
import { readDraft } from './read-draft.ts'
import type { TextDeps } from './text-deps.ts'

/** Null when the draft, now or then, cannot be read. The reader must be one who may read the draft. */
export async function draftChangesSince(
  deps: Pick<TextDeps, 'db' | 'sync' | 'clock' | 'comparisons' | 'pastTexts' | 'pastStates'>,
  draft: Draft,
  since: string,
): Promise<{ readonly fr: number; readonly ja: number } | null> {
  const [old, now] = [await wordsThen(deps, draft, since), await readDraft(deps.sync, draft.id)]
  if (old === undefined || isRefusal(old) || isRefusal(now)) return null
  const sha256 = await canonicalHash(canonicalForm(now))
  const comparison = await deps.comparisons.compare(old, { text: now, sha256 })
  if (isRefusal(comparison)) return null
  const { rows } = comparison
  return {
    fr: rows.filter(row => row.fr.kinds.length > 0).length,
    ja: rows.filter(row => row.ja.kinds.length > 0).length,
  }
}

/** The draft's words in the last state that was there at the instant; those of its base if it was not begun by then. */
async function wordsThen(
  deps: Pick<TextDeps, 'db' | 'clock' | 'pastTexts' | 'pastStates'>,
  draft: Draft,
  at: string,
) {
  const state = await stateUntil(deps, draft, at)
  if (state) return wordsAt(deps, draft, state.at)
  try {
    const text = await baseText(deps.db, draft)
    return { text, sha256: await canonicalHash(canonicalForm(text)) }
  } catch (error) {
    if (error instanceof UnreadableForm) return undefined
    throw error
  }
}
