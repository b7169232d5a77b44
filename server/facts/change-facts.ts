/** [F1] Adding, changing, withdrawing facts: each change with its trace and its act, or none of it. */

import { canonicalJson } from '../../shared/model/canonical-form.ts'
import type { Fact, FactStatement } from '../../shared/model/edition.ts'
import { fitsType, renderValue } from '../../shared/model/fact-value.ts'
import type { EditionId, FactId, MandateId } from '../../shared/model/ids.ts'
import type { FactSaid } from '../../shared/protocol/fact-views.ts'
import type { ActKind } from '../../shared/protocol/views.ts'
import type { Refusal } from '../http/respond.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import type { Database } from '../store/database.ts'
import { listOrganisations } from '../store/editions.ts'
import { findFact, insertFact, insertFactChange, updateFact } from '../store/facts.ts'
import { someVersionUses } from '../store/versions.ts'

export type FactAct = { readonly edition: EditionId; readonly by: MandateId; readonly at: string }

/** Call these in a transaction. */
export async function addFact(
  trx: Database,
  id: FactId,
  said: FactStatement,
  act: FactAct,
): Promise<Fact | Refusal> {
  const fact: Fact = { ...normalStatement(said), id, key: id, edition: act.edition, withdrawnAt: null }
  const wrong = await wrongStatement(trx, fact, null)
  if (wrong) return wrong
  await insertFact(trx, fact)
  await keepTrace(trx, 'fact-added', null, fact, act)
  return fact
}

export async function changeFact(
  trx: Database,
  id: string,
  said: Partial<FactStatement>,
  act: FactAct,
): Promise<Fact | Refusal> {
  const before = await findFact(trx, id)
  if (before?.edition !== act.edition) return { refusal: 'not-found' }
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  const after: Fact = { ...before, ...normalStatement({ ...before, ...given }) }
  const wrong = await wrongStatement(trx, after, before)
  if (wrong) return wrong
  if (canonicalJson(after) === canonicalJson(before)) return before
  await updateFact(trx, after)
  await keepTrace(trx, 'fact-changed', before, after, act)
  return after
}

/**
 * No row goes: a draft that whoever withdraws may not read keeps reading it, and the answer tells nothing of that draft
 * (ADR 31). `isUsed`: some draft that they may read uses it.
 */
export async function withdrawFact(
  trx: Database,
  id: string,
  { withdrawn, isUsed }: { readonly withdrawn: boolean; readonly isUsed: boolean },
  act: FactAct,
): Promise<Fact | Refusal> {
  const before = await findFact(trx, id)
  if (before?.edition !== act.edition) return { refusal: 'not-found' }
  if (withdrawn === (before.withdrawnAt !== null)) return before
  if (withdrawn && (isUsed || (await someVersionUses(trx, before)))) return { refusal: 'fact-in-use' }
  const after: Fact = { ...before, withdrawnAt: withdrawn ? act.at : null }
  await updateFact(trx, after)
  await keepTrace(trx, withdrawn ? 'fact-withdrawn' : 'fact-restored', before, after, act)
  return after
}

/** Only a count has a unit. */
function normalStatement(said: FactStatement): FactStatement {
  return said.type === 'count' ? said : { ...said, unit: null }
}

/** A value of another shape than the type's may stay as it is, where an older room wrote it; it is not given anew. */
async function wrongStatement(trx: Database, said: Fact, before: Fact | null): Promise<Refusal | null> {
  const { type, value, status, owner } = said
  const stays = before?.type === type && canonicalJson(before.value) === canonicalJson(value)
  if (value && !stays && !fitsType(type, value)) return { refusal: 'invalid', detail: 'value' }
  // Confirming that something is not known would print an empty place in both texts.
  if (status === 'confirmed' && value === null) return { refusal: 'invalid', detail: 'value' }
  if (owner && 'organisation' in owner) {
    const known = await listOrganisations(trx, said.edition)
    if (!known.some(({ id }) => id === owner.organisation)) return { refusal: 'invalid', detail: 'owner' }
  }
  return null
}

async function keepTrace(
  trx: Database,
  kind: ActKind,
  before: Fact | null,
  after: Fact,
  { edition, by, at }: FactAct,
): Promise<void> {
  await insertFactChange(trx, {
    fact: after.id,
    at,
    by,
    before: before && saidOf(before),
    after: saidOf(after),
  })
  const value = after.value ? renderValue(after.value, after.unit) : { fr: '', ja: '' }
  await recordAct(trx, {
    ...{ edition, at, mandate: by, audience: 'all', kind },
    detail: { ...labelDetail('fact', after.label), ...labelDetail('value', value), status: after.status },
  })
}

function saidOf({ id: _, edition: __, key: ___, withdrawnAt, ...said }: Fact): FactSaid {
  return { ...said, withdrawn: withdrawnAt !== null }
}
