/**
 * Deciding amendments without the pages: for stories about what happens afterwards. One helper for each step, so that
 * a story can take it on the page instead.
 */
import type { Page } from '@playwright/test'
import type { Outcome } from '../../shared/model/amendment.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type {
  AmendmentsView,
  DecisionsMade,
  TransmissionPreview,
  VersionView,
} from '../../shared/protocol/views.ts'
import type { Room } from '../support/room.ts'
import { askAt } from './set-up-by-request.ts'

export const REASON: BilingualLabel = {
  fr: 'Déjà dit dans un autre paragraphe.',
  ja: '別の段落で既に述べられているため。',
}

export async function amendmentsOf(room: Room, page: Page, draft: string): Promise<AmendmentsView> {
  const view = await askAt<AmendmentsView | null>(room, page, 'GET', `/api/drafts/${draft}/amendments`)
  if (!view) throw new Error(`the draft ${draft} has nothing to decide`)
  return view
}

/** The key of the amendment of this unit. */
export function amendmentOf(view: AmendmentsView, unit: string): string {
  const found = view.amendments.find(({ oldUnits, newUnits }) =>
    [...oldUnits, ...newUnits].includes(unit as never),
  )
  if (!found) throw new Error(`no amendment of ${unit}`)
  return found.key
}

/** Where the draft was edited at the same place, the draft's words are kept. */
export async function decide(
  room: Room,
  page: Page,
  draft: string,
  amendments: readonly string[],
  outcome: Outcome,
  reason: BilingualLabel | null = outcome === 'rejected' ? REASON : null,
): Promise<DecisionsMade> {
  const body = { amendments, outcome, reason, edited: outcome === 'accepted' ? 'ours' : null }
  return askAt(room, page, 'POST', `/api/drafts/${draft}/decisions`, body)
}

/** Everything that is still undecided, in one way. */
export async function decideTheRest(
  room: Room,
  page: Page,
  draft: string,
  outcome: Outcome = 'rejected',
): Promise<void> {
  const { amendments, decisions } = await amendmentsOf(room, page, draft)
  const decided = new Set(decisions.map(({ amendment }) => amendment))
  const rest = amendments.filter(({ key }) => !decided.has(key)).map(({ key }) => key)
  if (rest.length) await decide(room, page, draft, rest, outcome)
}

export async function transmitByRequest(room: Room, page: Page, draft: string): Promise<VersionView> {
  const preview = await askAt<TransmissionPreview>(room, page, 'GET', `/api/drafts/${draft}/preview`)
  return askAt(room, page, 'POST', `/api/drafts/${draft}/transmission`, {
    coverNote: { fr: 'Voici notre version.', ja: '私たちの提出版です。' },
    sha256: preview.sha256,
    decisions: preview.decisions?.sha256 ?? null,
  })
}
