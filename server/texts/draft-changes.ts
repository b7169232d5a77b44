/** [D1] In how many units a draft changed since an instant, per language. */

import { type BilingualText, EMPTY_TEXT } from '../../shared/model/bilingual-text.ts'
import {
  canonicalForm,
  canonicalHash,
  parseCanonicalForm,
  UnreadableForm,
} from '../../shared/model/canonical-form.ts'
import type { Draft } from '../../shared/model/edition.ts'
import { UnreadableBlock } from '../../shared/schema/y-text.ts'
import type { HashedText } from '../comparisons/comparison-cache.ts'
import { isRefusal } from '../http/respond.ts'
import type { Database } from '../store/database.ts'
import { updatesUntil } from '../store/drafts.ts'
import { findStoredVersion } from '../store/versions.ts'
import { readState } from '../transmission/version-state.ts'
import { readDraft } from './read-draft.ts'
import type { TextDeps } from './text-deps.ts'

/** Null when the draft, now or then, cannot be read. The reader must be one who may read the draft. */
export async function draftChangesSince(
  deps: Pick<TextDeps, 'db' | 'sync' | 'comparisons' | 'pastTexts'>,
  draft: Draft,
  since: string,
): Promise<{ readonly fr: number; readonly ja: number } | null> {
  const [old, now] = [await textAt(deps, draft, since), await readDraft(deps.sync, draft.id)]
  if (old === undefined || isRefusal(now)) return null
  const comparison = await deps.comparisons.compare(old, await hashed(now))
  if (isRefusal(comparison)) return null
  const { rows } = comparison
  return {
    fr: rows.filter(row => row.fr.kinds.length > 0).length,
    ja: rows.filter(row => row.ja.kinds.length > 0).length,
  }
}

/** The draft's words at the instant; those of its base if it was not begun by then. The past stays: it is kept. */
async function textAt(
  { db, pastTexts }: Pick<TextDeps, 'db' | 'pastTexts'>,
  draft: Draft,
  at: string,
): Promise<HashedText | undefined> {
  const known = pastTexts.get(`${draft.id} ${at}`)
  if (known) return known
  const updates = await updatesUntil(db, draft.id, at)
  try {
    const text = await hashed(updates.length ? readState(updates) : await baseText(db, draft))
    pastTexts.set(`${draft.id} ${at}`, text)
    return text
  } catch (error) {
    if (error instanceof UnreadableBlock || error instanceof UnreadableForm) return undefined
    throw error
  }
}

async function baseText(db: Database, { base }: Draft): Promise<BilingualText> {
  const version = base && (await findStoredVersion(db, base))
  return version ? parseCanonicalForm(version.canonical).text : EMPTY_TEXT
}

async function hashed(text: BilingualText): Promise<HashedText> {
  return { text, sha256: await canonicalHash(canonicalForm(text)) }
}
