/** [D1] In how many units a draft changed since an instant, per language. */

import { type BilingualText, EMPTY_TEXT } from '../../shared/model/bilingual-text.ts'
import { canonicalForm, canonicalHash, parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { Draft } from '../../shared/model/edition.ts'
import { UnreadableBlock } from '../../shared/schema/y-text.ts'
import type { HashedText } from '../comparisons/comparison-cache.ts'
import { isRefusal } from '../http/respond.ts'
import { updatesUntil } from '../store/drafts.ts'
import { findStoredVersion } from '../store/versions.ts'
import { readState } from '../transmission/version-state.ts'
import { readDraft } from './read-draft.ts'
import type { TextDeps } from './text-deps.ts'

/** Null when the draft, now or then, cannot be read. The reader must be one who may read the draft. */
export async function draftChangesSince(
  deps: Pick<TextDeps, 'db' | 'sync' | 'comparisons'>,
  draft: Draft,
  since: string,
): Promise<{ readonly fr: number; readonly ja: number } | null> {
  const [old, now] = [await textAt(deps, draft, since), await readDraft(deps.sync, draft.id)]
  if (old === undefined || isRefusal(now)) return null
  const { rows } = deps.comparisons.compare(await hashed(old), await hashed(now))
  return {
    fr: rows.filter(row => row.fr.kinds.length > 0).length,
    ja: rows.filter(row => row.ja.kinds.length > 0).length,
  }
}

/** The draft's words at the instant; those of its base if it was not begun by then. */
async function textAt(
  { db }: Pick<TextDeps, 'db'>,
  draft: Draft,
  at: string,
): Promise<BilingualText | undefined> {
  const updates = await updatesUntil(db, draft.id, at)
  if (updates.length === 0) {
    const base = draft.base && (await findStoredVersion(db, draft.base))
    return base ? parseCanonicalForm(base.canonical).text : EMPTY_TEXT
  }
  try {
    return readState(updates)
  } catch (error) {
    if (error instanceof UnreadableBlock) return undefined
    throw error
  }
}

async function hashed(text: BilingualText): Promise<HashedText> {
  return { text, sha256: await canonicalHash(canonicalForm(text)) }
}
