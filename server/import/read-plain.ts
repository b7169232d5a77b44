/** Plain text as paragraphs: one per line, unless blank lines show that lines were wrapped by hand. */
import type { Language } from '../../shared/model/language.ts'
import { listMarker } from './list-marker.ts'
import { foldSpaces, type SourceParagraph, type SourceText } from './source-paragraph.ts'

export function readPlain(source: string, language: Language): SourceText {
  const groups = source
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map(group => group.split('\n').filter(line => foldSpaces(line) !== ''))
    .filter(lines => lines.length > 0)
  const lines = isWrapped(groups) ? groups.flatMap(group => unwrap(group, language)) : groups.flat()
  return { paragraphs: lines.map(paragraph), dropped: new Map() }
}

/**
 * Mail programs wrap at 60 to 80 columns. Lines are taken as wrapped when most blank-line groups that
 * have several lines fill them: all but the last of a group of about the same length.
 */
function isWrapped(groups: readonly string[][]): boolean {
  const several = groups.filter(group => group.length > 1)
  const filled = several.filter(group => {
    const full = Math.max(...group.map(line => line.length))
    return full <= 120 && group.slice(0, -1).every(line => line.length > full * 0.7 && line.length > 24)
  })
  return several.length > 0 && filled.length > several.length / 2
}

function unwrap(lines: readonly string[], language: Language): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    if (last === undefined || listMarker(foldSpaces(line))) joined.push(line)
    else joined[joined.length - 1] = last.trimEnd() + (language === 'fr' ? ' ' : '') + line.trim()
  }
  return joined
}

/** Depth by indentation: two spaces, a tab or one ideographic space a step; it only counts for list items. */
function paragraph(line: string): SourceParagraph {
  const indent = /^[\t \u3000]*/.exec(line)![0]
  const steps = [...indent].reduce((sum, space) => sum + (space === ' ' ? 0.5 : 1), 0)
  return { text: foldSpaces(line), role: 'plain', level: 1 + Math.floor(steps) }
}
