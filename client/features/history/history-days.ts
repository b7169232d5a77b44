/** The sittings of a history as one reads them: by day, what matters in sight, what is small folded. */
import { type ChangeKind, SUBSTANTIAL_KINDS } from '../../../shared/compare/change-kinds.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { SittingPerson, SittingUnit, SittingView } from '../../../shared/protocol/views.ts'
import { isoDay } from '../../../shared/words/dates.ts'

export type HistoryItem =
  | { readonly type: 'sitting'; readonly sitting: SittingView }
  /** Neighbours of one day that are small; `key` opens them. */
  | { readonly type: 'fold'; readonly key: string; readonly sittings: readonly SittingView[] }

export type HistoryDay = {
  /** `YYYY-MM-DD` on the reader's calendar. */
  readonly day: string
  readonly items: readonly HistoryItem[]
}

/** `sittings` the newest first. `zone`: IANA, the reader's. `open`: keys of the folds that are open. */
export function historyDays(
  sittings: readonly SittingView[],
  zone: string,
  open: ReadonlySet<string>,
): HistoryDay[] {
  const days = Map.groupBy(sittings, sitting => isoDay(sitting.to, zone))
  return [...days].map(([day, ofDay]) => ({ day, items: itemsOf(ofDay, open) }))
}

/** Nothing of substance changed: typography and formatting, or words that were written and taken out again. */
export function isSmall({ units, state, restored, decisions }: SittingView): boolean {
  if (units === null || state === null || restored !== null || decisions) return false
  return units.every(({ kinds }) => LANGUAGES.every(language => !kinds[language].some(weighs)))
}

/** Numbers of units by the languages they changed in: `both`, then one alone. Neighbours are drawn together: 3–5. */
export function unitNumbers(
  units: readonly SittingUnit[],
  changed: (index: number, language: Language) => boolean,
): { readonly both: readonly string[]; readonly fr: readonly string[]; readonly ja: readonly string[] } {
  const numbers = (fr: boolean, ja: boolean) =>
    ranges(
      units.flatMap(({ number }, index) =>
        changed(index, 'fr') === fr && changed(index, 'ja') === ja ? [number] : [],
      ),
    )
  return { both: numbers(true, true), fr: numbers(true, false), ja: numbers(false, true) }
}

/** The numbers of what one person changed. */
export function numbersOf(units: readonly SittingUnit[], { units: theirs }: SittingPerson) {
  return unitNumbers(units, (index, language) => theirs[language].includes(index))
}

function itemsOf(sittings: readonly SittingView[], open: ReadonlySet<string>): HistoryItem[] {
  const items: HistoryItem[] = []
  for (const sitting of sittings) {
    const last = items.at(-1)
    if (!isSmall(sitting)) items.push({ type: 'sitting', sitting })
    else if (last?.type === 'fold')
      items[items.length - 1] = { ...last, sittings: [...last.sittings, sitting] }
    else items.push({ type: 'fold', key: sitting.id, sittings: [sitting] })
  }
  return items.flatMap(item =>
    item.type === 'fold' && open.has(item.key)
      ? item.sittings.map(sitting => ({ type: 'sitting', sitting }) as const)
      : [item],
  )
}

function weighs(kind: ChangeKind): boolean {
  return SUBSTANTIAL_KINDS.includes(kind) || kind === 'split' || kind === 'merged'
}

/** "3", "7–9": the numbers in order, without repeats. */
function ranges(numbers: readonly number[]): string[] {
  const runs: { from: number; to: number }[] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && number === last.to + 1) last.to = number
    else runs.push({ from: number, to: number })
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
}
