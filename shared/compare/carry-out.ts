/**
 * Carrying out an amendment in a draft that people go on editing: its blocks are replaced, put in or taken out,
 * and nothing else is touched. The draft need not read as the base did: blocks are found by id and unit, places by
 * what stands before them in the common order of base and answer.
 */
import type { AmendmentKey } from '../model/amendment.ts'
import type { BilingualText, Block } from '../model/bilingual-text.ts'
import { canonicalJson, normalBlock } from '../model/canonical-form.ts'
import { LANGUAGES, type Language } from '../model/language.ts'
import type { Amendment, AmendmentPlan, Item } from './amendments.ts'

/** The blocks of an amendment in one state, per language, in order. */
export type AmendmentBlocks = { readonly [L in Language]: readonly Block[] }

/**
 * How a draft stands towards an amendment: its units read as the base, as the answer, or as neither because
 * somebody edited them.
 */
export type Standing = 'base' | 'answer' | 'edited'

/** What the base, or the answer, has in place of the amendment. */
export function blocksIn(
  plan: AmendmentPlan,
  amendment: Amendment,
  text: 'base' | 'answer',
): AmendmentBlocks {
  const side = text === 'base' ? 'old' : 'new'
  const blocks = (language: Language) =>
    plan.items[language].flatMap(item => (item.amendment === amendment.key && item[side]) || [])
  return { fr: blocks('fr'), ja: blocks('ja') }
}

/** What the draft has in its place now: blocks of its units or with its ids, in the draft's order. */
export function blocksNow(draft: BilingualText, plan: AmendmentPlan, amendment: Amendment): AmendmentBlocks {
  const blocks = (language: Language) => {
    const isOf = membership(ownersOf(plan)[language], amendment)
    return draft[language].filter(isOf)
  }
  return { fr: blocks('fr'), ja: blocks('ja') }
}

/**
 * The draft with `wanted` in place of what it has for the amendment. Blocks that the draft has already stay where
 * they are, unless the amendment moves them and `wanted` asks for their other place. `accepted`: the amendments
 * that have been carried out in the draft; they tell which of two places a moved block stands at.
 */
export function withBlocks(
  draft: BilingualText,
  plan: AmendmentPlan,
  amendment: Amendment,
  wanted: AmendmentBlocks,
  accepted: ReadonlySet<AmendmentKey>,
  text: 'base' | 'answer',
): BilingualText {
  const blocks = (language: Language) =>
    replaced(
      draft[language],
      plan.items[language],
      ownersOf(plan)[language],
      amendment,
      wanted[language],
      accepted,
      text,
    )
  return { fr: blocks('fr'), ja: blocks('ja') }
}

/** See `Standing`. A draft that neither base nor answer would change reads as the answer. */
export function standingOf(
  draft: BilingualText,
  plan: AmendmentPlan,
  amendment: Amendment,
  accepted: ReadonlySet<AmendmentKey>,
): Standing {
  for (const text of ['answer', 'base'] as const) {
    const target = withBlocks(draft, plan, amendment, blocksIn(plan, amendment, text), accepted, text)
    if (LANGUAGES.every(language => sameBlocks(target[language], draft[language]))) return text
  }
  return 'edited'
}

/** The same blocks, saying the same, in the same order. */
export function sameBlocks(a: readonly Block[], b: readonly Block[]): boolean {
  return a.length === b.length && a.every((block, index) => sameBlock(block, b[index]!))
}

export function sameAmendmentBlocks(a: AmendmentBlocks, b: AmendmentBlocks): boolean {
  return LANGUAGES.every(language => sameBlocks(a[language], b[language]))
}

function sameBlock(a: Block, b: Block): boolean {
  return a === b || (a.id === b.id && canonicalJson(normalBlock(a)) === canonicalJson(normalBlock(b)))
}

/** Whose each block id is, per language: found once, because a page asks at every keystroke. */
type Owners = { readonly [L in Language]: ReadonlyMap<string, AmendmentKey | null> }
const ownersOfPlan = new WeakMap<AmendmentPlan, Owners>()

function ownersOf(plan: AmendmentPlan): Owners {
  const known = ownersOfPlan.get(plan)
  if (known) return known
  const owners = (language: Language) =>
    new Map(
      plan.items[language].flatMap(({ amendment, old, new: now }) =>
        [old, now].flatMap(block => (block ? [[block.id as string, amendment] as const] : [])),
      ),
    )
  const found = { fr: owners('fr'), ja: owners('ja') }
  ownersOfPlan.set(plan, found)
  return found
}

/**
 * Whether a block of the draft is the amendment's: by id, or because it stands in one of its units and is no block
 * of something else (somebody split the paragraph).
 */
function membership(
  owners: Owners[Language],
  { key, oldUnits, newUnits }: Amendment,
): (block: Block) => boolean {
  const units = new Set<string>([...oldUnits, ...newUnits])
  return ({ id, unit }) => {
    const owner = owners.get(id)
    return owner === undefined ? units.has(unit) : owner === key
  }
}

function replaced(
  draft: readonly Block[],
  items: readonly Item[],
  owners: Owners[Language],
  amendment: Amendment,
  wanted: readonly Block[],
  accepted: ReadonlySet<AmendmentKey>,
  text: 'base' | 'answer',
): readonly Block[] {
  const side = text === 'base' ? 'old' : 'new'
  const isOf = membership(owners, amendment)
  const byId = new Map(wanted.map(block => [block.id, block]))
  const places = placesOf(items, amendment, side)
  const twoPlaces = movedIds(items, amendment)
  let blocks = draft
    .filter(block => !isOf(block) || byId.has(block.id))
    .map(block => byId.get(block.id) ?? block)

  let previous: Block | null = null
  for (const block of wanted) {
    const place = places.get(block.id)
    const before =
      place === undefined ? previous?.id : printedBefore(items, place, amendment, accepted, side, blocks)
    const at = blocks.indexOf(block)
    const moves = twoPlaces.has(block.id) && !standsAfter(blocks, at, before, owners)
    if (at < 0 || moves) {
      if (moves && at >= 0) blocks = blocks.toSpliced(at, 1)
      const after = before === undefined ? -1 : blocks.findIndex(({ id }) => id === before)
      blocks = blocks.toSpliced(after + 1, 0, block)
    }
    previous = block
  }
  return blocks
}

/** Where in the common order the blocks of one of the two texts stand. */
function placesOf(items: readonly Item[], amendment: Amendment, side: 'old' | 'new'): Map<string, number> {
  const places = new Map<string, number>()
  items.forEach((item, index) => {
    const block = item.amendment === amendment.key ? item[side] : null
    if (block) places.set(block.id, index)
  })
  // A block that only the other text has (its words in brackets, say) stands at that text's place.
  items.forEach((item, index) => {
    if (item.amendment !== amendment.key) return
    for (const block of [item.old, item.new]) if (block && !places.has(block.id)) places.set(block.id, index)
  })
  return places
}

/** Blocks of the amendment that stand at one place in the base and at another in the answer. */
function movedIds(items: readonly Item[], amendment: Amendment): ReadonlySet<string> {
  const old = new Map<string, number>()
  const moved = new Set<string>()
  items.forEach((item, index) => {
    if (item.amendment === amendment.key && item.old) old.set(item.old.id, index)
  })
  items.forEach((item, index) => {
    if (item.amendment !== amendment.key || !item.new) return
    const place = old.get(item.new.id)
    if (place !== undefined && place !== index) moved.add(item.new.id)
  })
  return moved
}

/** The id of the nearest block above this place that the draft has and that stands at this place's own side of things. */
function printedBefore(
  items: readonly Item[],
  place: number,
  amendment: Amendment,
  accepted: ReadonlySet<AmendmentKey>,
  side: 'old' | 'new',
  blocks: readonly Block[],
): string | undefined {
  const here = new Set<string>(blocks.map(({ id }) => id))
  for (let index = place - 1; index >= 0; index--) {
    const item = items[index]!
    const taken =
      item.amendment === amendment.key
        ? side === 'new'
        : item.amendment !== null && accepted.has(item.amendment)
    const block = taken ? item.new : item.old
    if (block && here.has(block.id)) return block.id
  }
  return undefined
}

/** Whether the nearest known block above is `before`: what people wrote in between plays no part. */
function standsAfter(
  blocks: readonly Block[],
  at: number,
  before: string | undefined,
  owners: Owners[Language],
): boolean {
  if (at < 0) return false
  for (let index = at - 1; index >= 0; index--) {
    const { id } = blocks[index]!
    if (owners.has(id)) return id === before
  }
  return before === undefined
}
