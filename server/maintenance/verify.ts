/**
 * [O1] That every text can be rebuilt and every hash holds. Reads only. Names what is wrong in words; an
 * empty list means that nothing is.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import * as Y from 'yjs'
import { FIRST_PREVIOUS, type RecordFile } from '../../shared/model/act-chain.ts'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import { canonicalForm, parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import { keepFormattingAsWritten } from '../../shared/schema/y-formatting.ts'
import { readBilingualText } from '../../shared/schema/y-text.ts'
import { hashAct, listAllActs } from '../store/acts.ts'
import { type Database, dialectOf } from '../store/database.ts'
import { verifyAdoptions } from './verify-adoptions.ts'
import { verifyChains, verifyRecord } from './verify-chains.ts'
import { verifyConsents } from './verify-consents.ts'
import { verifyDecisions } from './verify-decisions.ts'
import { verifyUnitChanges } from './verify-unit-changes.ts'

export type Verification = {
  /** How many of each were looked at. */
  readonly checked: { readonly versions: number; readonly acts: number; readonly drafts: number }
  /** One sentence each. */
  readonly findings: readonly string[]
}

/** With `record`, a log of acts taken away earlier, also that every act of it is still there. */
export function verify(db: Database, record: RecordFile | null = null): Promise<Verification> {
  return db.connection().execute(async connection => {
    // A transaction that only reads: everything is of one moment, and the open room is not held up.
    await sql`begin`.execute(connection)
    try {
      const { checked, findings } = await verifyAll(connection)
      const lost = record ? await verifyRecord(connection, record) : []
      return { checked, findings: [...findings, ...lost] }
    } finally {
      await sql`rollback`.execute(connection)
    }
  })
}

async function verifyAll(db: Database): Promise<Verification> {
  const findings: string[] = []
  if (dialectOf(db) === 'sqlite') findings.push(...(await verifyFile(db)))
  const versions = await verifyVersions(db, findings)
  findings.push(...(await verifyDecisions(db)))
  findings.push(...(await verifyAdoptions(db)))
  const acts = await verifyActs(db, findings)
  const drafts = await verifyDrafts(db, findings)
  return { checked: { versions, acts, drafts }, findings }
}

async function verifyFile(db: Database): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  const faults = rows.map(row => row.integrity_check).filter(line => line !== 'ok')
  const { rows: orphans } = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db)
  return [
    ...faults.map(fault => `the database file: ${fault}`),
    ...orphans.map(({ table, parent }) => `a row of ${table} names a row of ${parent} that is not there`),
  ]
}

/** The hash is that of the canonical form, and the Yjs state reads as that form says. */
async function verifyVersions(db: Database, findings: string[]): Promise<number> {
  const ids = await db
    .selectFrom('versions')
    .select(['id', 'label', 'text_id', 'number'])
    .orderBy('text_id')
    .orderBy('number')
    .execute()
  let expected = { text: '', number: 0 }
  for (const { id, label, text_id, number } of ids) {
    const name = `version ${label} (${id})`
    expected = { text: text_id, number: expected.text === text_id ? expected.number + 1 : 1 }
    if (number !== expected.number)
      findings.push(`${name} has number ${number}; ${expected.number} is missing`)
    expected = { ...expected, number }
    // One at a time: all the texts of a long negotiation need not be in memory together.
    const { sha256, canonical, state } = await db
      .selectFrom('versions')
      .select(['sha256', 'canonical', 'state'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (createHash('sha256').update(canonical).digest('hex') !== sha256)
      findings.push(`${name}: the SHA-256 is not that of the canonical form`)
    const rebuilt = attempt(() => {
      const { facts } = parseCanonicalForm(canonical)
      return canonicalForm(readUpdates([state]), facts)
    })
    if ('fault' in rebuilt) findings.push(`${name} cannot be rebuilt: ${rebuilt.fault}`)
    else if (rebuilt.value !== canonical)
      findings.push(`${name}: the Yjs state does not read as the canonical form`)
  }
  return ids.length
}

/** Without gaps, each bound to the one before. */
async function verifyActs(db: Database, findings: string[]): Promise<number> {
  const acts = await listAllActs(db)
  let previous = { seq: 0, hash: FIRST_PREVIOUS }
  for (const act of acts) {
    if (act.seq !== previous.seq + 1)
      findings.push(`act ${act.seq} follows act ${previous.seq}: acts in between were removed`)
    else if (act.previousHash !== previous.hash)
      findings.push(`act ${act.seq} does not follow act ${previous.seq} as it stands now`)
    if (hashAct(act) !== act.hash) findings.push(`act ${act.seq} (${act.kind}) was changed`)
    previous = { seq: act.seq, hash: act.hash }
  }
  findings.push(...(await verifyChains(db, acts)), ...(await verifyConsents(db, acts)))
  findings.push(...(await verifyUnitChanges(db, acts)))
  return acts.length
}

/** The state matches its check, the log reads on from it without gaps, and history and log alone say the same. */
async function verifyDrafts(db: Database, findings: string[]): Promise<number> {
  const drafts = await db.selectFrom('drafts').select('id').execute()
  for (const { id } of drafts) {
    const name = `draft ${id}`
    const state = await db
      .selectFrom('draft_states')
      .selectAll()
      .where('draft_id', '=', id)
      .executeTakeFirst()
    const updates = await db
      .selectFrom('draft_updates')
      .select(['seq', 'bytes'])
      .where('draft_id', '=', id)
      .orderBy('seq')
      .execute()
    const history = await db
      .selectFrom('draft_history')
      .select(['first_seq', 'last_seq', 'bytes'])
      .where('draft_id', '=', id)
      .orderBy('first_seq')
      .execute()
    if (!state && !updates.length) continue
    const sound = !state || createHash('sha256').update(state.bytes).digest('hex') === state.check
    if (!sound) findings.push(`${name}: the stored state does not match its check; the log serves instead`)

    const from = state?.seq ?? 0
    const after = updates.filter(update => update.seq > from)
    after.forEach(({ seq }, index) => {
      if (seq !== from + 1 + index)
        findings.push(`${name}: update ${from + 1 + index} is missing from the log`)
    })
    const log = [...history, ...updates].map(row => row.bytes)
    const fromLog = attempt(() => canonicalForm(readUpdates(log)))
    if ('fault' in fromLog) findings.push(`${name} cannot be rebuilt from its log: ${fromLog.fault}`)
    if (!state || !sound) continue
    const fromState = attempt(() =>
      canonicalForm(readUpdates([state.bytes, ...after.map(update => update.bytes)])),
    )
    if ('fault' in fromState) findings.push(`${name} cannot be rebuilt from its state: ${fromState.fault}`)
    else if ('value' in fromLog && fromLog.value !== fromState.value)
      findings.push(`${name}: its state and its log do not say the same`)
  }
  return drafts.length
}

/** Throws when an update cannot be read, or needs another that is missing. */
function readUpdates(updates: readonly Uint8Array[]): BilingualText {
  const doc = keepFormattingAsWritten(new Y.Doc({ gc: true }))
  try {
    for (const update of updates) Y.applyUpdate(doc, update)
    if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('an update is missing')
    return readBilingualText(doc)
  } finally {
    doc.destroy()
  }
}

function attempt<T>(read: () => T): { readonly value: T } | { readonly fault: string } {
  try {
    return { value: read() }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
