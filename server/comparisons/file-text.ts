/**
 * A file as a state of a text that we have: its paragraphs take the units of those they are, language by language,
 * by the same matching that the comparison uses. So nobody has to align French with Japanese again, and a file of one
 * language alone leaves the other as it is.
 */
import { alignBlocks } from '../../shared/compare/align-blocks.ts'
import { flatBlocks } from '../../shared/compare/flat-blocks.ts'
import { createLexicon } from '../../shared/compare/lexicon.ts'
import type { BilingualText, Block } from '../../shared/model/bilingual-text.ts'
import { normalBlock } from '../../shared/model/canonical-form.ts'
import type { BlockId, UnitId } from '../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../shared/model/language.ts'
import type { ImportBlock } from '../../shared/protocol/bodies.ts'
import { importedContent } from '../import/imported-text.ts'

/** Null for a language of which there is no file. */
export type FileBlocks = { readonly [L in Language]: readonly ImportBlock[] | null }

/**
 * `known` is the text that the file is compared with, in plain words. Kinds are those of the matched blocks: a file
 * does not say them reliably. The ids of what is new depend on its place alone, so that the same file gives the same.
 */
export function fileText(file: FileBlocks, known: BilingualText): BilingualText {
  const read = { fr: matched(file.fr, known, 'fr'), ja: matched(file.ja, known, 'ja') }
  const unitOf = newUnits(read)
  const blocks = (language: Language) =>
    read[language]?.map(({ block, gap, place }) =>
      gap === null ? block : { ...block, unit: unitOf(language, gap, place) },
    ) ?? known[language]
  return { fr: blocks('fr'), ja: blocks('ja') }
}

type Matched = {
  readonly block: Block
  /** For a block that is nothing of what we have: the unit it stands after ('' at the start), and its place there. */
  readonly gap: UnitId | '' | null
  readonly place: number
}

function matched(
  file: readonly ImportBlock[] | null,
  known: BilingualText,
  language: Language,
): Matched[] | null {
  if (file === null) return null
  const written = file.map(({ kind, level, text }, index): Block => {
    const id = `file-${language}-${index}`
    return normalBlock({
      id: id as BlockId,
      unit: id as UnitId,
      kind,
      level,
      content: importedContent(text),
    })
  })
  const lexicon = createLexicon(language)
  const links = alignBlocks(flatBlocks(known[language]), flatBlocks(written), lexicon)
  const ours = new Map(
    links.flatMap(link =>
      link.new.map((index, part) => [index, { block: known[language][link.old[0]!]!, part }] as const),
    ),
  )
  let gap: UnitId | '' = ''
  let place = 0
  return written.map((block, index): Matched => {
    const own = ours.get(index)
    if (!own) return { block, gap, place: place++ }
    const { id, unit, kind, level } = own.block
    gap = unit
    place = 0
    return { block: { ...block, id: own.part === 0 ? id : block.id, unit, kind, level }, gap: null, place }
  })
}

/** New paragraphs of both languages after the same unit belong together when they are equally many. */
function newUnits(read: { readonly [L in Language]: readonly Matched[] | null }) {
  const counts = new Map<string, number>()
  for (const language of LANGUAGES)
    for (const { gap } of read[language] ?? [])
      if (gap !== null) counts.set(`${language} ${gap}`, (counts.get(`${language} ${gap}`) ?? 0) + 1)
  return (language: Language, gap: string, place: number): UnitId => {
    const together = counts.get(`fr ${gap}`) === counts.get(`ja ${gap}`)
    return `file-unit-${together ? '' : `${language}-`}${gap}-${place}` as UnitId
  }
}
