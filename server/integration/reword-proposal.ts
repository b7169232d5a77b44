/** [W3] A side asks for a modification: other words are proposed, and both sides decide anew. */
import { rewordedUnit } from '../../shared/integrate/reword-unit.ts'
import { hasWords, wordsOfUnits } from '../../shared/integrate/unit-words.ts'
import type { Language } from '../../shared/model/language.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { Proposal } from '../../shared/model/proposal.ts'
import { isRefusal, type Refusal } from '../http/respond.ts'
import { insertWording } from '../store/proposals.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { refuseToDecide } from './decide-proposals.ts'
import type { Integration } from './integration-facts.ts'
import { currentPlace } from './viewpoint.ts'

export type Rewording = { readonly revision: number } & { readonly [L in Language]: readonly string[] }

/** One at a time for each declaration: the caller sees to that. */
export async function rewordProposal(
  deps: TextDeps,
  integration: Integration,
  mandates: readonly Mandate[],
  by: Mandate,
  proposal: Proposal,
  { revision, ...typed }: Rewording,
): Promise<Refusal | undefined> {
  const refused = refuseToDecide(integration, proposal)
  if (refused) return refused
  if (revision !== proposal.revision || proposal.carried) return { refusal: 'proposal-changed' }
  const words = rewordedUnit(proposal.unit, proposal.words, typed, () => deps.newId('block'))
  if (!hasWords(words)) return { refusal: 'invalid', detail: 'fr' }
  let { base } = proposal
  if (base !== null) {
    // What is decided is a change of what the unit says now.
    const place = await currentPlace(deps, integration, mandates)
    if (isRefusal(place)) return place
    const now = wordsOfUnits(place.text, [proposal.unit])
    if (hasWords(now)) base = now
  }
  await deps.db
    .transaction()
    .execute(trx => insertWording(trx, proposal.id, revision + 1, words, base, by.id, deps.clock()))
  deps.events.publish({ topic: 'amendments', subject: integration.declaration.text.id }, 'joint')
  return undefined
}
