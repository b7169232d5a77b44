/** A parallel text with generated merges, splits and drops, and the alignment that is then true. */
import type { AlignedBead, ImportedBlock } from '../../../shared/align/align-languages.ts'
import type { Random } from '../../support/seeded.ts'

type TrueBead = Pick<AlignedBead, 'fr' | 'ja'>
type Row = { readonly fr: readonly ImportedBlock[]; readonly ja: readonly ImportedBlock[] }
export type DamagedPair = {
  readonly fr: ImportedBlock[]
  readonly ja: ImportedBlock[]
  readonly truth: TrueBead[]
}

export type Rates = { readonly merged: number; readonly split: number; readonly dropped: number }

export function damagedPair(random: Random, rows: readonly Row[], rates: Rates): DamagedPair {
  const damaged: Row[] = []
  for (const row of rows) {
    const language = random.below(2) ? 'fr' : 'ja'
    const last = damaged.at(-1)
    const chance = random.next()
    if (last && chance < rates.merged && mayMerge(last, row)) {
      damaged.pop()
      damaged.push({ ...joined(last, row), [language]: [mergedBlock([...last[language], ...row[language]])] })
    } else if (chance < rates.merged + rates.split)
      damaged.push({ ...row, [language]: row[language].flatMap(splitBlock) })
    else if (chance < rates.merged + rates.split + rates.dropped) damaged.push({ ...row, [language]: [] })
    else damaged.push(row)
  }
  const fr: ImportedBlock[] = []
  const ja: ImportedBlock[] = []
  const truth = damaged.map(row => ({ fr: appended(fr, row.fr), ja: appended(ja, row.ja) }))
  return { fr, ja, truth: truth.filter(bead => bead.fr.length || bead.ja.length) }
}

/** Exact beads: how many of those found are true, and the harmonic mean of precision and recall. */
export function beadScore(found: readonly TrueBead[], truth: readonly TrueBead[]) {
  const keyOf = (bead: TrueBead) => `${bead.fr.join()}|${bead.ja.join()}`
  const known = new Set(truth.map(keyOf))
  const right = found.filter(bead => known.has(keyOf(bead))).length
  return { right, found: found.length, truth: truth.length, f1: (2 * right) / (found.length + truth.length) }
}

function mayMerge(a: Row, b: Row): boolean {
  return (
    [...a.fr, ...b.fr, ...a.ja, ...b.ja].every(({ kind }) => kind === 'paragraph' || kind === 'number') &&
    [a.fr, b.fr, a.ja, b.ja].every(blocks => blocks.length === 1)
  )
}

function joined(a: Row, b: Row): Row {
  return { fr: [...a.fr, ...b.fr], ja: [...a.ja, ...b.ja] }
}

function mergedBlock(blocks: readonly ImportedBlock[]): ImportedBlock {
  return {
    ...blocks[0]!,
    text: blocks.map(({ text }) => text).join(/\p{Script=Latin}/u.test(blocks[0]!.text) ? ' ' : ''),
  }
}

/** At the sentence end nearest the middle, else at a comma; a short block stays whole. */
function splitBlock(block: ImportedBlock): ImportedBlock[] {
  for (const ends of [/[.。;；](?=.)/g, /[,、]/g]) {
    const cuts = [...block.text.matchAll(ends)].map(({ index }) => index + 1)
    const middle = block.text.length / 2
    const cut = cuts.sort((x, y) => Math.abs(x - middle) - Math.abs(y - middle))[0]
    if (cut !== undefined && cut > 8 && block.text.length - cut > 8)
      return [
        { ...block, text: block.text.slice(0, cut).trim() },
        { ...block, text: block.text.slice(cut).trim() },
      ]
  }
  return [block]
}

function appended(list: ImportedBlock[], blocks: readonly ImportedBlock[]): number[] {
  return blocks.map(block => list.push(block) - 1)
}
