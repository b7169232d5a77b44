/**
 * The draft of the demonstration, written step by step as its people would have: words typed, and decisions as the
 * product carries them out.
 */
import * as Y from 'yjs'
import { planAmendments } from '../../shared/compare/amendments.ts'
import { compareTexts } from '../../shared/compare/comparison.ts'
import { decide } from '../../shared/compare/decide.ts'
import type { AmendmentKey } from '../../shared/model/amendment.ts'
import type { BilingualText } from '../../shared/model/bilingual-text.ts'
import { parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import type { DraftId, MandateId, StageId, TextId, UnitId, VersionId } from '../../shared/model/ids.ts'
import { readBilingualText } from '../../shared/schema/y-text.ts'
import { applyBilingualText } from '../../shared/schema/y-write.ts'
import { demoTexts } from '../editions/demo/demonstration.ts'
import type { NewId } from '../new-id.ts'
import { otherSide } from '../policies/membership.ts'
import type { Database } from '../store/database.ts'
import { insertDecision } from '../store/decisions.ts'
import { insertDraft } from '../store/drafts.ts'
import { newDraftDocument } from '../sync/apply-updates.ts'
import type { Purpose } from '../sync/sittings.ts'
import { exactInstant } from './make-edition.ts'

/** A version of the demonstration as stored. */
export type MadeVersion = {
  readonly id: VersionId
  readonly state: Uint8Array
  readonly canonical: string
}

export type DemoDraftInput = {
  readonly text: TextId
  readonly stage: StageId
  /** By label. */
  readonly versions: ReadonlyMap<string, MadeVersion>
  /** A text of the demonstration with the ids of this edition's facts. */
  readonly words: (text: BilingualText) => BilingualText
  /** The mandate of a sign-in name. */
  readonly by: (login: string) => MandateId
  readonly createdAt: string
  readonly newId: NewId
}

/** Call it in a transaction. Returns the draft. */
export async function insertDemoDraft(db: Database, input: DemoDraftInput): Promise<DraftId> {
  const { versions, words, by, createdAt, newId } = input
  const { audience, base: baseLabel, answer: answerLabel, steps } = demoTexts.draft
  const [base, answer] = [versionOf(versions, baseLabel), versionOf(versions, answerLabel)]
  const id = newId('draft')
  await insertDraft(db, {
    id,
    text: input.text,
    audience,
    stage: input.stage,
    base: base.id,
    createdAt,
    closedAt: null,
  })

  const doc = newDraftDocument()
  let seq = 0
  const store = async (bytes: Uint8Array, mandate: MandateId, at: string, purpose: Purpose | null) => {
    Y.applyUpdate(doc, bytes)
    seq++
    const row = { draft_id: id, seq, mandate_id: mandate, at, purpose, bytes }
    await db.insertInto('draft_updates').values(row).execute()
  }
  await store(base.state, by('demo-jap-drafting'), createdAt, 'begin')

  const [from, to] = [base, answer].map(({ canonical }) => parseCanonicalForm(canonical).text)
  const plan = planAmendments(compareTexts(from!, to!))
  const accepted = new Set<AmendmentKey>()
  for (const step of steps) {
    const mandate = by(step.by)
    const at = exactInstant(step.at)
    if (!step.decision) {
      await store(differenceTo(doc, words(step.text)), mandate, at, null)
      continue
    }
    const { unit, outcome, reason } = step.decision
    const amendment = plan.amendments.find(({ newUnits }) => newUnits.includes(unit as UnitId))
    if (!amendment) throw new Error(`the answer of the demonstration does not amend ${unit}`)
    const decision = newId('decision')
    const decided = decide(
      { draft: readBilingualText(doc), plan, accepted },
      {
        amendment,
        outcome,
        previous: null,
        edited: null,
        by: audience,
        askedBy: otherSide(audience),
        bracketId: decision,
      },
    )
    if ('edited' in decided) throw new Error(`the draft of the demonstration was edited at ${unit}`)
    const { carried } = decided
    if (carried) await store(differenceTo(doc, decided.draft), mandate, at, 'rewrite')
    if (outcome === 'accepted' || outcome === 'modified') accepted.add(amendment.key)
    await insertDecision(db, {
      id: decision,
      draft: id,
      answer: answer.id,
      amendment: amendment.key,
      outcome,
      reason,
      carried,
      by: mandate,
      at,
    })
  }
  doc.destroy()
  return id
}

function versionOf(versions: ReadonlyMap<string, MadeVersion>, label: string): MadeVersion {
  const found = versions.get(label)
  if (!found) throw new Error(`the demonstration has no version ${label}`)
  return found
}

/** The Yjs update that makes the document read as `text`, by a client of its own. */
function differenceTo(doc: Y.Doc, text: BilingualText): Uint8Array {
  const copy = newDraftDocument()
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    applyBilingualText(copy, text)
    return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc))
  } finally {
    copy.destroy()
  }
}
