/** The history of a draft as a reader may see it: people by their mandates, the other side as one. */
import type { Draft } from '../../shared/model/edition.ts'
import type { MandateId } from '../../shared/model/ids.ts'
import type { Language } from '../../shared/model/language.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import type { HistoryView, SittingPerson, SittingView } from '../../shared/protocol/views.ts'
import type { HistorySitting } from '../texts/draft-history.ts'
import { stateRef } from '../texts/past-states.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { draftView } from './text-view.ts'

/** `sittings` oldest first, as they are read. */
export function historyView(
  situation: TextSituation,
  mandates: readonly Mandate[],
  draft: Draft,
  sittings: readonly HistorySitting[],
  epoch: string,
): HistoryView {
  const stateOf = nameableStates(sittings)
  const people = (sitting: HistorySitting) => peopleOf(sitting, situation, mandates)
  const [first] = sittings
  const begins = first?.purposes.every(purpose => purpose === 'begin') ? first : undefined
  const shown = sittings.map((sitting, index): SittingView => {
    const previous = sittings[index - 1]
    const state = stateOf(sitting)
    const before = previous ? stateOf(previous) : null
    return {
      id: `sitting-${sitting.first}`,
      from: sitting.from,
      to: sitting.to,
      state,
      before: before ? stateRef(draft, before) : draft.base && `version:${draft.base}`,
      after: state ? stateRef(draft, state) : `draft:${draft.id}`,
      restored: restoredBy(sitting),
      decisions: sitting.purposes.includes('rewrite'),
      integrated: sitting.purposes.includes('integrate'),
      unitChanged: sitting.purposes.includes('change'),
      people: people(sitting),
      units: sitting.units,
    }
  })
  return {
    draft: draftView(situation, mandates, draft, epoch),
    begun: {
      at: begins?.from ?? draft.createdAt,
      by: (begins && people(begins)[0]) ?? null,
      state: begins ? stateOf(begins) : null,
    },
    sittings: shown.slice(begins ? 1 : 0).reverse(),
  }
}

/** Two sittings end at one instant only if the clock was set back; the later one then has the name. */
function nameableStates(sittings: readonly HistorySitting[]): (sitting: HistorySitting) => string | null {
  const over = sittings.filter(sitting => sitting.over)
  const last = new Map(over.map(sitting => [sitting.to, sitting]))
  return sitting => (last.get(sitting.to) === sitting ? sitting.to : null)
}

function restoredBy({ purposes }: HistorySitting): string | null {
  const restoration = purposes.find(purpose => purpose?.startsWith('restore '))
  return restoration?.slice('restore '.length) ?? null
}

/**
 * By mandate in words: two people whose mandates are called the same are one to the reader. [M3] In a joint draft
 * the other side is one, whoever of it typed.
 */
function peopleOf(
  sitting: HistorySitting,
  situation: Pick<TextSituation, 'mandates'>,
  mandates: readonly Mandate[],
): SittingPerson[] {
  const people = new Map<string, SittingPerson>()
  for (const { mandate: id, units } of sitting.people) {
    const mandate = situation.mandates.get(id as MandateId)
    const side = mandate?.side ?? null
    const by = mandate && mandates.some(each => each.side === side) ? mandate.title : null
    const key = JSON.stringify([side, by])
    const before = people.get(key)
    people.set(key, {
      by,
      side,
      units: { fr: union(before, units, 'fr'), ja: union(before, units, 'ja') },
    })
  }
  return [...people.values()]
}

function union(
  before: SittingPerson | undefined,
  units: SittingPerson['units'],
  language: Language,
): readonly number[] {
  return [...new Set([...(before?.units[language] ?? []), ...units[language]])].sort((a, b) => a - b)
}
