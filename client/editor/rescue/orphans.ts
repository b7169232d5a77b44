/** The words that a transaction took with their block although nobody named them, and where they belong now. */
import * as Y from 'yjs'

export type Orphan = {
  readonly words: string
  readonly fragment: Y.XmlFragment
  /** Of the block they stood in. */
  readonly id: string
  readonly unit: string
  readonly kind: unknown
  readonly level: unknown
  /** The words before and after them that the other did see. */
  readonly before: string
  readonly after: string
  /** Where among the blocks the vanished one would stand. */
  readonly indexNow: () => number
}

/** How much of the neighbourhood is compared, in UTF-16 code units, and how little is too little to go by. */
const CONTEXT = 16
const LEAST = 3

/**
 * `isOurs`: written here and not named by whoever deleted it. Must be called before the transaction's garbage is
 * collected: the deleted characters are read.
 */
export function orphansIn(transaction: Y.Transaction, isOurs: (id: Y.ID) => boolean): Orphan[] {
  const texts = new Set<Y.XmlText>()
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, struct => {
    if (struct instanceof Y.Item && struct.parent instanceof Y.XmlText && mayHoldOurs(struct, isOurs))
      texts.add(struct.parent)
  })
  return [...texts].flatMap(text => orphansOfText(text, transaction, isOurs))
}

/** Items are merged: the last character decides whether it is worth looking into. */
function mayHoldOurs({ id, length }: Y.Item, isOurs: (id: Y.ID) => boolean): boolean {
  return isOurs(id) || isOurs(Y.createID(id.client, id.clock + length - 1))
}

function orphansOfText(text: Y.XmlText, transaction: Y.Transaction, isOurs: (id: Y.ID) => boolean): Orphan[] {
  const block = text.parent
  if (!(block instanceof Y.XmlElement) || !block._item?.deleted) return []
  const fragment = block._item.parent
  if (!(fragment instanceof Y.XmlFragment) || fragment instanceof Y.XmlElement) return []
  const { runs, seen } = readDeleted(text, transaction, isOurs)
  const attribute = (name: string): unknown => block._map.get(name)?.content.getContent().at(-1)
  const item = block._item
  return runs
    .filter(({ words }) => words.trim() !== '')
    .map(({ words, offset }) => ({
      words,
      fragment,
      id: String(attribute('id') ?? ''),
      unit: String(attribute('unit') ?? ''),
      kind: attribute('kind') ?? 'paragraph',
      level: attribute('level') ?? 1,
      before: seen.slice(Math.max(0, offset - CONTEXT), offset),
      after: seen.slice(offset, offset + CONTEXT),
      indexNow: indexAfter(item, fragment),
    }))
}

/** The text as it was before the transaction: runs of unseen words of ours, by their offset in what was seen. */
function readDeleted(text: Y.XmlText, transaction: Y.Transaction, isOurs: (id: Y.ID) => boolean) {
  const runs: { words: string; offset: number }[] = []
  let seen = ''
  for (let item = text._start; item; item = item.right) {
    if (!(item.content instanceof Y.ContentString) || !Y.isDeleted(transaction.deleteSet, item.id)) continue
    const { client, clock } = item.id
    for (let index = 0; index < item.length; index++) {
      const character = item.content.str[index]!
      const ours = isOurs(Y.createID(client, clock + index))
      const last = runs.at(-1)
      if (!ours) seen += character
      else if (last?.offset === seen.length) last.words += character
      else runs.push({ words: character, offset: seen.length })
    }
  }
  return { runs, seen }
}

/** Computed when it is used: others may have come in before. */
function indexAfter(item: Y.Item, fragment: Y.XmlFragment): () => number {
  return () => {
    let left: Y.Item | null = item.left
    while (left?.deleted) left = left.left
    if (!left) return 0
    return fragment.toArray().findIndex(child => child._item === left) + 1
  }
}

/** Where the words around an orphan stand now: in the block of the same id first, then anywhere in the language. */
export function findPlace(
  fragment: Y.XmlFragment,
  orphan: Orphan,
  isLocked: (unit: string) => boolean = () => false,
): { readonly text: Y.XmlText; readonly offset: number } | undefined {
  const blocks = fragment
    .toArray()
    .filter(
      child => child instanceof Y.XmlElement && !isLocked(String(child.getAttribute('unit') ?? '')),
    ) as Y.XmlElement[]
  const same = blocks.find(block => String(block.getAttribute('id') ?? '') === orphan.id)
  if (same) return placeIn(same, orphan, 1) ?? endOf(same)
  for (const block of blocks) {
    const place = placeIn(block, orphan, LEAST)
    if (place) return place
  }
  return undefined
}

function placeIn(block: Y.XmlElement, { before, after }: Orphan, least: number) {
  for (const text of block.toArray()) {
    if (!(text instanceof Y.XmlText)) continue
    const words = plain(text)
    // The longest neighbourhood that is found decides; it is shortened from its far end.
    for (let length = Math.max(before.length, after.length); length >= least; length--) {
      const [head, tail] = [before.slice(-length), after.slice(0, length)]
      const whole = head && tail ? words.indexOf(head + tail) : -1
      if (whole >= 0) return { text, offset: whole + head.length }
      if (head.length === length && words.includes(head))
        return { text, offset: words.indexOf(head) + head.length }
      if (tail.length === length && words.includes(tail)) return { text, offset: words.indexOf(tail) }
    }
  }
  return undefined
}

function endOf(block: Y.XmlElement): { readonly text: Y.XmlText; readonly offset: number } {
  const last = block.toArray().at(-1)
  if (last instanceof Y.XmlText) return { text: last, offset: last.length }
  const text = new Y.XmlText()
  block.insert(block.length, [text])
  return { text, offset: 0 }
}

function plain(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc'))
    .join('')
}
