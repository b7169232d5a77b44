/** [A5] Putting words in brackets and settling brackets, in both editors at once: one step of undo. */
import type { Mark, Node } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { BilingualText, Side, Mark as TextMark } from '../../../shared/model/bilingual-text.ts'
import { alternativeLetter, bracketMarkId, readBracketId } from '../../../shared/model/bracket-id.ts'
import { bracketSpans, cutsThrough } from '../../../shared/model/bracket-spans.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import { type BlockEdit, bracketEdits, type Settlement } from '../../../shared/model/resolve-bracket.ts'
import { blocksOf, type PlacedBlock } from '../blocks/blocks-of.ts'
import type { EditorPair } from '../editor-pair.ts'
import { rawWords } from '../threads/passage-places.ts'
import { bracketContent, textOfBrackets } from './bracket-text.ts'

/** Words of one block, as they were when they were chosen. */
export type ChosenWords = {
  readonly block: string
  /** Half-open, in the editor's offsets within the block. */
  readonly from: number
  readonly to: number
  /** The whole block: when it says something else the choice means nothing any more. */
  readonly said: string
}

export type NewBracket = {
  readonly group: string
  readonly by: Side | ''
  /** In reading order; none where the bracket says nothing in the language. */
  readonly passages: { readonly [L in Language]: readonly ChosenWords[] }
  /** Other words for it, each with who wants them. */
  readonly others: readonly ({ readonly by: Side | '' } & { readonly [L in Language]: string })[]
}

export function textOfPair({ views }: EditorPair): BilingualText {
  return textOfBrackets({ fr: views.fr.state.doc, ja: views.ja.state.doc })
}

/** `changed`: somebody wrote there meanwhile; `cuts`: it would begin in one bracket and end in another. */
export function refuseBracket(
  pair: EditorPair,
  { passages }: Pick<NewBracket, 'passages'>,
): 'changed' | 'cuts' | null {
  for (const language of LANGUAGES)
    for (const chosen of passages[language]) {
      const block = find(pair, language, chosen.block)
      if (!block || rawWords(block.node) !== chosen.said) return 'changed'
      if (cutsThrough(bracketSpans(bracketContent(block.node)), chosen.from, chosen.to)) return 'cuts'
    }
  return null
}

/** Only what `refuseBracket` has nothing against. */
export function openBracket(pair: EditorPair, bracket: NewBracket): void {
  pair.undo.together(() => {
    for (const language of LANGUAGES) {
      const view = pair.views[language]
      const transaction = view.state.tr
      const chosen = bracket.passages[language]
      chosen.toReversed().forEach((words, index) => {
        const block = find(pair, language, words.block)
        if (!block) return
        if (index === 0) insertOthers(transaction, block, words, bracket, language)
        markWords(transaction, block, words, bracket)
      })
      const first = chosen[0] && find(pair, language, chosen[0].block)
      // What follows is no longer about the words that were selected.
      if (first)
        transaction.setSelection(TextSelection.create(transaction.doc, first.from + 1 + chosen[0]!.from))
      if (transaction.docChanged) view.dispatch(transaction)
    }
  })
}

/** Leaves everything as it is when the bracket is not in the text. */
export function settleBracket(pair: EditorPair, group: string, settlement: Settlement): void {
  const edits = bracketEdits(textOfPair(pair), group, settlement)
  pair.undo.together(() => {
    for (const language of LANGUAGES) {
      const view = pair.views[language]
      const transaction = view.state.tr
      const own = new Map(
        edits.filter(edit => edit.language === language).map(edit => [edit.block as string, edit]),
      )
      for (const block of blocksOf(view.state.doc).reverse()) {
        const edit = own.get(block.attributes.id)
        if (edit) editBlock(transaction, block, edit, group)
      }
      for (const [id, { as }] of own) if (as) renameBlock(transaction, id, as)
      if (transaction.docChanged) view.dispatch(transaction)
    }
  })
}

function find(pair: EditorPair, language: Language, id: string): PlacedBlock | undefined {
  return blocksOf(pair.views[language].state.doc).find(block => block.attributes.id === id)
}

/** A fact or a note carries no mark. */
function markWords(
  transaction: Transaction,
  block: PlacedBlock,
  { from, to }: ChosenWords,
  { group, by }: NewBracket,
): void {
  const mark = transaction.doc.type.schema.marks.bracket!.create({
    id: bracketMarkId(group, alternativeLetter(0)),
    by,
  })
  block.node.forEach((child, offset) => {
    if (!child.isText) return
    const [start, end] = [Math.max(from, offset), Math.min(to, offset + child.nodeSize)]
    if (start < end) transaction.addMark(block.from + 1 + start, block.from + 1 + end, mark)
  })
}

/** Right behind the passage, in the brackets that it stands in. */
function insertOthers(
  transaction: Transaction,
  block: PlacedBlock,
  { from, to }: ChosenWords,
  { group, others }: NewBracket,
  language: Language,
): void {
  const { schema } = transaction.doc.type
  const around = bracketSpans(bracketContent(block.node))
    .filter(span => span.from <= from && to <= span.to)
    .map(({ id, by }) => schema.marks.bracket!.create({ id, by }))
  let at = block.from + 1 + to
  others.forEach((other, index) => {
    const text = other[language]
    if (!text) return
    const id = bracketMarkId(group, alternativeLetter(index + 1))
    const own = schema.marks.bracket!.create({ id, by: other.by })
    const node = schema.text(
      text,
      [...around, own].reduce<readonly Mark[]>((set, mark) => mark.addToSet(set), []),
    )
    transaction.insert(at, node)
    at += node.nodeSize
  })
}

function editBlock(transaction: Transaction, block: PlacedBlock, edit: BlockEdit, group: string): void {
  if (edit.gone) {
    transaction.delete(block.from, block.to)
    return
  }
  const start = block.from + 1
  block.node.forEach((child, offset) => {
    for (const mark of child.marks)
      if (mark.type.name === 'bracket' && readBracketId(String(mark.attrs.id)).group === group)
        transaction.removeMark(start + offset, start + offset + child.nodeSize, mark)
  })
  const { insert } = edit
  for (const { from, to } of edit.cuts.toReversed()) {
    // The new words come first where they take the place of what goes there.
    transaction.delete(start + from, start + to)
    if (insert && insert.at === from) transaction.insert(start + from, textNode(transaction.doc, insert))
  }
}

function textNode(doc: Node, { text, marks }: NonNullable<BlockEdit['insert']>): Node {
  const { schema } = doc.type
  return schema.text(
    text,
    marks.map((mark: TextMark) =>
      schema.marks[mark.type]!.create(mark.type === 'bracket' ? { id: mark.id, by: mark.by } : {}),
    ),
  )
}

function renameBlock(transaction: Transaction, id: string, as: string): void {
  transaction.doc.forEach((node, offset) => {
    if (node.attrs.id === id) transaction.setNodeAttribute(offset, 'id', as)
  })
}
