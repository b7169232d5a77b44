import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'

/**
 * Blocks of pasted plain text: one per line that holds anything. Signs of a list at the start of a line make
 * it an item. A single line is inline text and goes where the caret is.
 */
export function sliceOfPlainText(text: string, schema: Schema): Slice {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split(/\n|\u2028|\u2029/)
    .map(line => line.replace(/\t/g, ' '))
    .filter(line => line.trim() !== '')
  if (lines.length <= 1) {
    const line = text.includes('\n') ? (lines[0] ?? '') : text.replace(/\t/g, ' ')
    return line ? new Slice(Fragment.from(schema.text(line)), 0, 0) : Slice.empty
  }
  return new Slice(Fragment.from(lines.map(line => blockOfLine(line, schema))), 1, 1)
}

const SIGNS: readonly (readonly [RegExp, 'bullet' | 'number'])[] = [
  [/^\s*[-–•*・●○]\s+/, 'bullet'],
  [/^\s*・/, 'bullet'],
  [/^\s*[(（]?\d{1,2}[.)．）]\s+/, 'number'],
]

function blockOfLine(line: string, schema: Schema): Node {
  for (const [pattern, kind] of SIGNS) {
    const sign = pattern.exec(line)?.[0]
    if (sign && line.length > sign.length)
      return schema.nodes.block!.create({ kind }, schema.text(line.slice(sign.length)))
  }
  // Spaces at the start of a Japanese paragraph are its indent, which the style sheet draws.
  const words = line.replace(/^[ \u3000]+/, '').replace(/ +$/, '')
  return schema.nodes.block!.create(null, words ? schema.text(words) : null)
}
