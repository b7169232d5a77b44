/** [S1] Sealing the joint draft; the second seal on one hash adopts the text, in the same transaction. See docs/adr/0035-adoption.md. */
import { sealsOnOneHash } from '../../shared/model/adoption.ts'
import type { BilingualText, Side } from '../../shared/model/bilingual-text.ts'
import type { Draft, Stage } from '../../shared/model/edition.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { Deps } from '../app.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { has } from '../policies/membership.ts'
import { sealsFor } from '../policies/policies.ts'
import { labelDetail, recordAct } from '../store/acts.ts'
import { insertAdoption, insertSeal, sealsOf, withdrawSeal } from '../store/adoption.ts'
import type { Database } from '../store/database.ts'
import type { StoredVersion } from '../store/versions.ts'
import { refuseAdopted } from '../texts/refuse-adopted.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { passTurn, stillOpen, storeVersion, whileFrozen } from '../transmission/store-version.ts'
import { versionState } from '../transmission/version-state.ts'
import { adoptingDraft, adoptingStage } from './adopting-stage.ts'
import { obstaclesNow, type Sealable, sealableOf } from './readiness.ts'

/** The seal is there; `adopted` is the version that it made, when the other side's stood on the same hash. */
export type Sealed = { readonly adopted: StoredVersion | null }

type Sealing = {
  readonly situation: TextSituation
  readonly draft: Draft
  readonly stage: Stage
  readonly side: Side
  readonly by: Mandate
}

/** One at a time for each text: the caller sees to that. `sha256` is that of the text as the chair saw it. */
export async function seal(
  deps: TextDeps,
  situation: TextSituation,
  mandates: readonly Mandate[],
  sha256: string,
): Promise<Sealed | Refusal> {
  const sealing = findSealing(situation, mandates)
  if (isRefusal(sealing)) return sealing
  const made = await whileFrozen<Sealed | Refusal>(
    deps,
    sealing.draft,
    text => sealFrozen(deps, sealing, text, sha256),
    result => !isRefusal(result) && result.adopted !== null,
  )
  if (isRefusal(made)) return made
  const subject = situation.text.id
  deps.events.publish({ topic: 'agreement', subject }, 'joint')
  if (made.adopted) {
    deps.events.publish({ topic: 'texts', subject }, 'all')
    deps.events.publish({ topic: 'plan' }, 'all')
    await deps.sync.refreshLocks()
    // Drafts of other stages that somebody has open can be read from now on, and no more.
    await deps.sync.recheck()
  }
  return made
}

/** Takes one's side's seal back, whatever the text says since. */
export async function withdraw(
  deps: TextDeps,
  situation: TextSituation,
  mandates: readonly Mandate[],
): Promise<Refusal | undefined> {
  const sealing = findSealing(situation, mandates)
  if (isRefusal(sealing)) return sealing
  const { draft, side, by } = sealing
  const { text } = situation
  const refused = await deps.db.transaction().execute(async trx => {
    const at = deps.clock()
    const given = (await sealsOf(trx, draft.id)).find(each => each.side === side)
    if (!given || !(await withdrawSeal(trx, draft.id, side, at))) return { refusal: 'no-seal' } as const
    await recordAct(trx, {
      ...{ edition: text.edition, at, mandate: by.id, audience: 'joint', kind: 'seal-withdrawn' },
      detail: { ...labelDetail('text', text.title), sha256: given.sha256 },
    })
    return undefined
  })
  if (refused) return refused
  deps.events.publish({ topic: 'agreement', subject: text.id }, 'joint')
  return undefined
}

/** What these mandates may seal, or why nothing. Whether there is a draft is told only to those who may seal it. */
function findSealing(situation: TextSituation, mandates: readonly Mandate[]): Sealing | Refusal {
  const adopted = refuseAdopted(situation.text)
  if (adopted) return adopted
  if (situation.text.kind !== 'declaration' || !has(mandates, ['chair'])) return { refusal: 'not-allowed' }
  const stage = adoptingStage(situation)
  const draft = adoptingDraft(situation, stage)
  if (!stage || !draft || stage.state !== 'current') return { refusal: 'stage-not-current' }
  const side = sealsFor(mandates, situation.text, draft, stage)
  const by = mandates.find(mandate => mandate.role === 'chair' && mandate.side === side)
  return side && by ? { situation, draft, stage, side, by } : { refusal: 'not-allowed' }
}

async function sealFrozen(
  deps: TextDeps,
  sealing: Sealing,
  text: BilingualText,
  sha256: string,
): Promise<Sealed | Refusal> {
  const sealable = await sealableOf(deps, sealing.situation, { ...sealing, text })
  if (isRefusal(sealable)) return sealable
  const { departure, base } = sealable
  if (departure.sha256 !== sha256) return { refusal: 'text-changed-since-preview' }
  const [first] = await obstaclesNow(deps.db, sealable)
  if (first) return { refusal: 'adoption-obstructed', detail: first.kind }
  // Made before it is known whether it is needed: nothing but queries is waited for in the transaction.
  const state = versionState(base?.state ?? null, departure.text)
  return deps.db.transaction().execute(trx => store(trx, deps, sealing, { ...sealable, state }))
}

/** Looks again at all that may have changed meanwhile before it writes anything. */
async function store(
  trx: Database,
  deps: Pick<Deps, 'clock' | 'newId'>,
  { situation, draft, side, by }: Sealing,
  sealable: Sealable & { readonly state: Uint8Array },
): Promise<Sealed | Refusal> {
  const { departure, state } = sealable
  const open = await stillOpen(trx, sealable)
  if (isRefusal(open)) return open
  const { stage, stages } = open
  const [first] = await obstaclesNow(trx, sealable)
  if (first) return { refusal: 'adoption-obstructed', detail: first.kind }
  const { text } = situation
  const { sha256 } = departure
  const before = (await sealsOf(trx, draft.id)).find(each => each.side === side)
  if (before?.sha256 === sha256) return { refusal: 'already-sealed' }
  const at = deps.clock()
  await insertSeal(trx, {
    ...{ id: deps.newId('seal'), text: text.id, draft: draft.id, side, sha256, by: by.id, at },
    withdrawnAt: null,
  })
  const act = { edition: text.edition, at, mandate: by.id } as const
  const detail = { ...labelDetail('text', text.title), sha256 }
  await recordAct(trx, { ...act, audience: 'joint', kind: 'text-sealed', detail })

  const seals = sealsOnOneHash(await sealsOf(trx, draft.id), sha256)
  if (!seals) return { adopted: null }
  const version = await storeVersion(trx, deps, {
    ...{ draft, stage, departure, decisions: null, state, by },
    coverNote: { fr: '', ja: '' },
    origin: 'adoption',
  })
  // Not a refusal any more: the seal is written, and goes with the transaction.
  if (isRefusal(version)) throw new Error(`sealed, and not adopted: ${version.refusal}`)
  await insertAdoption(trx, { version: version.id, text: text.id, seals, at: version.madeAt })
  await recordAct(trx, {
    ...{ ...act, audience: 'all', kind: 'text-adopted' },
    detail: { ...detail, version: version.label },
  })
  await passTurn(trx, stage, stages, { by, at })
  return { adopted: version }
}
