/** [S1] How far a text is from its adoption, and what became of it since, as one reader may see it. */
import { type Adoption, type Obstacle, type Seal, sealState } from '../../shared/model/adoption.ts'
import { type BilingualText, SIDES, unitOrder } from '../../shared/model/bilingual-text.ts'
import {
  answeringSide,
  type Corrigendum,
  type CorrigendumProposal,
  corrigendumState,
} from '../../shared/model/corrigendum.ts'
import { firstWords } from '../../shared/model/first-words.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type {
  AdoptedView,
  AdoptionView,
  CorrigendumProposalView,
  CorrigendumView,
  ObstacleUnit,
  ObstacleView,
  SealView,
} from '../../shared/protocol/adoption-views.ts'
import { adoptingDraft, adoptingStage } from '../adoption/adopting-stage.ts'
import { readCorrected } from '../adoption/corrigenda.ts'
import { obstaclesNow, type Sealable, sealableOf } from '../adoption/readiness.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import {
  answersFor,
  correctingMandate,
  mayReadCorrigendumProposals,
  mayReadSeals,
  mayWithdrawCorrigendum,
} from '../policies/adoption-policies.ts'
import { mayReadDraft, sealsFor } from '../policies/policies.ts'
import { findAdoption, sealsOf } from '../store/adoption.ts'
import { corrigendumProposalsOf } from '../store/corrigenda.ts'
import type { Database } from '../store/database.ts'
import { readDraft } from '../texts/read-draft.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { type TextSituation, versionsFor } from '../texts/text-situation.ts'
import { versionView } from './text-view.ts'

/** Characters shown of a unit. */
const FIRST_WORDS = 80

export async function adoptionView(
  deps: TextDeps,
  situation: TextSituation,
  mandates: readonly Mandate[],
): Promise<AdoptionView | Refusal> {
  const { text } = situation
  const stage = adoptingStage(situation)
  const adopted = text.adoptedAt === null ? null : await adoptedView(deps.db, situation, mandates)
  const nothing = { text, stage, draft: null, readiness: null, seals: [], sealsFor: null, adopted }
  const draft = adoptingDraft(situation, stage)
  if (text.adoptedAt !== null || !stage || !draft) return nothing
  const given = mayReadSeals(mandates) ? await sealsOf(deps.db, draft.id) : []
  if (!mayReadDraft(mandates, text, draft))
    return { ...nothing, seals: given.map(seal => sealView(situation, seal, null)) }
  const words = await readDraft(deps.sync, draft.id)
  if (isRefusal(words)) return words
  const sealable = await sealableOf(deps, situation, { draft, stage, text: words })
  if (isRefusal(sealable)) return sealable
  const { sha256 } = sealable.departure
  return {
    ...nothing,
    draft: draft.id,
    readiness: await readinessView(deps.db, situation, sealable),
    seals: given.map(seal => sealView(situation, seal, sha256)),
    sealsFor: sealsFor(mandates, text, draft, stage),
  }
}

/** Undefined mandates stay: authorship does. */
export function corrigendaView(
  situation: TextSituation,
  corrigenda: readonly Corrigendum[],
  proposals: readonly CorrigendumProposal[],
): CorrigendumView[] {
  return corrigenda.map(({ id, number, sha256, at, changes, reason }) => {
    const asked = proposals.find(proposal => proposal.id === id)!
    return {
      ...{ id, number, sha256, at, changes, reason },
      askedBy: { side: asked.side, by: titleOf(situation, asked.by) },
      consentedBy: {
        side: answeringSide(asked),
        by: asked.answer && titleOf(situation, asked.answer.by),
      },
    }
  })
}

async function readinessView(
  db: Database,
  { facts }: TextSituation,
  sealable: Sealable,
): Promise<NonNullable<AdoptionView['readiness']>> {
  const { text, sha256 } = sealable.departure
  const obstacles = await obstaclesNow(db, sealable)
  const units = unitOrder(text)
  const unitNamed = unitNames(text, units)
  const waiting = new Set(
    obstacles
      .filter(({ kind }) => kind === 'not-agreed' || kind === 'ad-referendum')
      .flatMap(obstacle => obstacle.units),
  )
  return {
    sha256,
    obstacles: obstacles.map(
      (obstacle: Obstacle): ObstacleView => ({
        kind: obstacle.kind,
        units: obstacle.units.map(unitNamed),
        facts: obstacle.facts.flatMap(id => {
          const fact = facts.find(each => each.id === id)
          return fact ? [{ id, label: fact.label }] : []
        }),
      }),
    ),
    units: units.length,
    agreed: units.filter(unit => !waiting.has(unit)).length,
  }
}

function unitNames(text: BilingualText, order: readonly UnitId[]): (unit: UnitId) => ObstacleUnit {
  const place = new Map(order.map((unit, index) => [unit, index + 1]))
  const first = (language: Language, unit: UnitId) =>
    firstWords(text[language].find(block => block.unit === unit) ?? null, FIRST_WORDS)
  return unit => ({
    unit,
    number: place.get(unit) ?? null,
    words: { fr: first('fr', unit), ja: first('ja', unit) },
  })
}

/** `sha256` of the text as it stands; null where the reader does not know it. */
function sealView(situation: TextSituation, seal: Seal, sha256: string | null): SealView {
  return {
    side: seal.side,
    at: seal.at,
    by: titleOf(situation, seal.by),
    sha256: seal.sha256,
    void: sha256 === null ? null : sealState(seal, sha256) === 'void',
  }
}

async function adoptedView(
  db: Database,
  situation: TextSituation,
  mandates: readonly Mandate[],
): Promise<AdoptedView | null> {
  const { text } = situation
  const adoption = await findAdoption(db, text.id)
  const version = versionsFor(situation, mandates).find(({ id }) => id === adoption?.version)
  const corrected = adoption && version && (await readCorrected(db, text.id))
  if (!corrected) return null
  const proposals = await corrigendumProposalsOf(db, text.id)
  return {
    version: versionView(situation, mandates, version),
    at: adoption.at,
    seals: sealPair(situation, adoption, version.sha256),
    corrigenda: corrigendaView(situation, corrected.corrigenda, proposals),
    proposals: mayReadCorrigendumProposals(mandates)
      ? proposals
          .toReversed()
          .flatMap(proposal => proposalView(situation, mandates, proposal, corrected.text))
      : [],
    correctsFor: correctingMandate(mandates, text)?.side ?? null,
  }
}

function sealPair(situation: TextSituation, { seals }: Adoption, sha256: string): SealView[] {
  return SIDES.map(side => sealView(situation, seals[side], sha256))
}

function proposalView(
  situation: TextSituation,
  mandates: readonly Mandate[],
  proposal: CorrigendumProposal,
  corrected: BilingualText,
): CorrigendumProposalView[] {
  const state = corrigendumState(proposal, corrected)
  // It has its number: it is one of the corrigenda.
  if (state === 'made') return []
  const { id, side, at, changes, reason, answer } = proposal
  const waits = state === 'open' || state === 'overtaken'
  const view: CorrigendumProposalView = {
    ...{ id, state, side, at, changes, reason },
    by: titleOf(situation, proposal.by),
    declined: answer && { reason: answer.reason, by: titleOf(situation, answer.by), at: answer.at },
    mayAnswer: state === 'open' && answersFor(mandates, situation.text, proposal) !== null,
    mayWithdraw: waits && mayWithdrawCorrigendum(mandates, situation.text, proposal),
  }
  return [view]
}

function titleOf({ mandates }: TextSituation, mandate: Mandate['id']) {
  return mandates.get(mandate)?.title ?? null
}
