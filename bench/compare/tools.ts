/** The tools compared: each turns two plain texts into changes, or two bilingual texts into whatever it makes. */
import { ChangeSet, simplifyChanges } from '@tiptap/pm/changeset'
import { type Node, Schema } from '@tiptap/pm/model'
import { StepMap } from '@tiptap/pm/transform'
import { diffWords } from 'diff'
import type { Segment } from '../../shared/compare/comparison.ts'
import { createLexicon } from '../../shared/compare/lexicon.ts'
import { tokenise } from '../../shared/compare/tokens.ts'
import { segmentsOf, wordChanges } from '../../shared/compare/word-changes.ts'
import type { Language } from '../../shared/model/language.ts'

type Range = { readonly fromA: number; readonly toA: number; readonly fromB: number; readonly toB: number }

export type Tool = {
  readonly name: string
  /** Segments between two paragraphs; null when the old or new text cannot be rebuilt from them. */
  readonly paragraph: (a: string, b: string, language: Language) => readonly Segment[] | null
}

export const ours: Tool = {
  name: 'ours',
  paragraph: (a, b, language) => {
    const lexicon = createLexicon(language)
    const tokens = (text: string) => tokenise([{ type: 'text', text }], text, lexicon)
    return segmentsOf(wordChanges(tokens(a), tokens(b), lexicon), a, b)
  },
}

const jsdiff: Tool = {
  name: 'jsdiff diffWords',
  paragraph: (a, b) => {
    const parts = diffWords(a, b)
    // It takes equal text from the new side, white space included.
    const old = parts
      .filter(({ added }) => !added)
      .map(({ value }) => value)
      .join('')
    if (old !== a) return null
    return fromParts(parts.map(({ added, removed, value }) => [added ? 1 : removed ? -1 : 0, value] as const))
  },
}

const schema = new Schema({
  nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} },
})

const changeset: Tool = {
  name: 'prosemirror-changeset',
  paragraph: (a, b) => {
    const document = (text: string): Node =>
      schema.node('doc', null, [schema.node('paragraph', null, [schema.text(text)])])
    const [docA, docB] = [document(a), document(b)]
    const set = ChangeSet.create(docA).addSteps(docB, [new StepMap([1, a.length, b.length])], null)
    return fromRanges(
      simplifyChanges(set.changes, docB).map(({ fromA, toA, fromB, toB }) => ({
        fromA: fromA - 1,
        toA: toA - 1,
        fromB: fromB - 1,
        toB: toB - 1,
      })),
      a,
      b,
    )
  },
}

type MatchPatch = {
  diff_main(a: string, b: string): [number, string][]
  diff_cleanupSemantic(diffs: [number, string][]): void
}

/** Null when it is not installed under bench/. */
async function diffMatchPatch(): Promise<Tool | null> {
  const name = 'diff-match-patch'
  try {
    const module: { default: { diff_match_patch: new () => MatchPatch } } = await import(name)
    const engine = new module.default.diff_match_patch()
    return {
      name,
      paragraph: (a, b) => {
        const diffs = engine.diff_main(a, b)
        engine.diff_cleanupSemantic(diffs)
        return fromParts(diffs)
      },
    }
  } catch {
    return null
  }
}

export async function allTools(): Promise<Tool[]> {
  const matchPatch = await diffMatchPatch()
  return [ours, jsdiff, ...(matchPatch ? [matchPatch] : []), changeset]
}

/** Segments from [-1 deleted, 0 equal, 1 inserted] parts. */
function fromParts(parts: readonly (readonly [number, string])[]): Segment[] {
  let [x, y] = [0, 0]
  return parts.map(([act, text]): Segment => {
    const [fromA, fromB] = [x, y]
    if (act <= 0) x += text.length
    if (act >= 0) y += text.length
    const type = act < 0 ? 'delete' : act > 0 ? 'insert' : 'equal'
    return { type, text, fromA, toA: x, fromB, toB: y, typographic: false }
  })
}

/** Null when what lies between the ranges differs, or when they overlap. */
function fromRanges(ranges: readonly Range[], a: string, b: string): Segment[] | null {
  let [x, y] = [0, 0]
  for (const { fromA, toA, fromB, toB } of [
    ...ranges,
    { fromA: a.length, toA: a.length, fromB: b.length, toB: b.length },
  ]) {
    if (fromA < x || fromB < y || a.slice(x, fromA) !== b.slice(y, fromB)) return null
    ;[x, y] = [toA, toB]
  }
  return segmentsOf(
    ranges.map(range => ({ ...range, typographic: false })),
    a,
    b,
  )
}
