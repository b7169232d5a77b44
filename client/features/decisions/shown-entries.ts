/** The entries of the table that the filters let through, in their order. What belongs to a paragraph stays together. */
import type { Side } from '../../../shared/model/bilingual-text.ts'
import type { RoundEntry, RoundThread, RoundView } from '../../../shared/protocol/round-views.ts'
import { type DecisionsShape, ROUND_OUTCOMES, type RoundOutcome } from './decisions-address.ts'

/** An entry of the table; without a place for the threads whose paragraph is gone. */
export type TableEntry = Omit<RoundEntry, 'place'> & { readonly place: RoundEntry['place'] | null }

/** All of them, in reading order; what has lost its paragraph at the end. */
export function entriesOf({ entries, detached }: Pick<RoundView, 'entries' | 'detached'>): TableEntry[] {
  if (!detached.length) return [...entries]
  const last = {
    key: ' detached',
    place: null,
    words: { fr: '', ja: '' },
    amendment: null,
    threads: detached,
  }
  return [...entries, last]
}

export function shownEntries(
  view: Pick<RoundView, 'entries' | 'detached' | 'answer' | 'end'>,
  { outcome, discussed, order }: Pick<DecisionsShape, 'outcome' | 'discussed' | 'order'>,
): TableEntry[] {
  const shown = entriesOf(view).filter(
    entry =>
      (outcome === null || outcomesOf(entry).includes(outcome)) && (!discussed || entry.threads.length > 0),
  )
  const sorted = (by: (a: TableEntry, b: TableEntry) => number) =>
    shown.sort((a, b) => Number(a.place === null) - Number(b.place === null) || by(a, b))
  switch (order) {
    case 'unit':
      return shown
    case 'outcome':
      return sorted((a, b) => rankOf(a) - rankOf(b))
    case 'side':
      return sorted((a, b) => SIDE_ORDER[sideOf(view, a) ?? 'none'] - SIDE_ORDER[sideOf(view, b) ?? 'none'])
    case 'date':
      return sorted((a, b) => Date.parse(lastOf(view, b)) - Date.parse(lastOf(view, a)))
  }
}

/** How its amendment and its threads ended. */
export function outcomesOf({
  amendment,
  threads,
}: Pick<TableEntry, 'amendment' | 'threads'>): RoundOutcome[] {
  return [
    ...(amendment ? [amendment.decision?.outcome ?? ('undecided' as const)] : []),
    ...threads.map(({ resolved }) => (resolved ? ('resolved' as const) : ('open' as const))),
  ]
}

function rankOf(entry: TableEntry): number {
  return Math.min(...outcomesOf(entry).map(outcome => ROUND_OUTCOMES.indexOf(outcome)))
}

const SIDE_ORDER: { readonly [S in Side | 'none']: number } = { fra: 0, jap: 1, none: 2 }

/** Who began it: of an amendment the side that answered. */
function sideOf({ answer }: Pick<RoundView, 'answer'>, { amendment, threads }: TableEntry): Side | null {
  return amendment ? answer.side : (threads[0]?.by.side ?? null)
}

/** When something last happened to it. */
function lastOf(
  { answer, end }: Pick<RoundView, 'answer' | 'end'>,
  { amendment, threads }: TableEntry,
): string {
  const decided = end.state === 'transmitted' ? end.version.madeAt : answer.madeAt
  const instants = [...(amendment ? [decided] : []), ...threads.flatMap(instantsOf)]
  return instants.sort().at(-1) ?? ''
}

function instantsOf({ comments, resolved }: RoundThread): string[] {
  return [...comments.map(({ at }) => at), ...(resolved ? [resolved.at] : [])]
}
