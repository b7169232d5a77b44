/**
 * [W1] A file of participations, row by row: what was understood, and what somebody must look at. Nothing is decided
 * here: a row is changed in the review until nothing stands against it, or it is left out.
 */
import type { Organisation, Workshop } from '../model/edition.ts'
import type { OrganisationId, WorkshopId } from '../model/ids.ts'
import type { BilingualLabel } from '../model/language.ts'
import { sameSpeakers } from '../model/participation.ts'
import { foldOrganisation, isJapanese } from '../model/same-name.ts'
import type { Participation } from '../model/workshop.ts'
import type { Table } from './csv.ts'
import { findWorkshop } from './find-workshop.ts'
import { columnOf, nameIn, type ParticipationColumn, saysPair } from './participation-columns.ts'

/** A local government: one that the edition has, one that it gets with this row, or none. */
export type Speaker =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly id: OrganisationId }
  | { readonly kind: 'new'; readonly name: BilingualLabel }

/** A workshop that was named: found; or not, and then the words that name none. Null where nothing was said. */
export type Chosen = { readonly id: WorkshopId } | { readonly words: string } | null

export type ParticipationRow = {
  /** Line of the file, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  readonly fra: Speaker
  readonly jap: Speaker
  /** The file says that it is a pair. */
  readonly pairSaid: boolean
  /** The review says that it is none. */
  readonly alone: boolean
  readonly first: Chosen
  readonly second: Chosen
  readonly speaks: Chosen
  readonly note: string
  readonly leftOut: boolean
}

export type ReadTable = {
  readonly headings: readonly string[]
  /** What each column was taken for; undefined: for nothing, and its words are in no field. */
  readonly columns: readonly (ParticipationColumn | undefined)[]
  readonly rows: readonly ParticipationRow[]
}

export type RowContext = {
  readonly workshops: readonly Workshop[]
  readonly organisations: readonly Organisation[]
  readonly participations: readonly Participation[]
}

/** Undefined when the first row heads no column of ours, or none that names a local government. */
export function readParticipationTable({ rows }: Table, context: RowContext): ReadTable | undefined {
  const [head, ...lines] = rows
  if (!head) return undefined
  const seen = new Set<ParticipationColumn>()
  // A heading that comes twice: the first is taken, the second shown as not understood.
  const columns = head.cells.map(heading => {
    const column = columnOf(heading)
    if (!column || seen.has(column)) return undefined
    seen.add(column)
    return column
  })
  if (!seen.has('fra') && !seen.has('jap')) return undefined
  return {
    headings: head.cells,
    columns,
    rows: lines.map(({ line, cells }) => readRow(line, cells, columns, context)),
  }
}

function readRow(
  line: number,
  cells: readonly string[],
  columns: ReadTable['columns'],
  { workshops, organisations }: RowContext,
): ParticipationRow {
  const cell = (column: ParticipationColumn) => cells[columns.indexOf(column)] ?? ''
  const [fra, jap] = [nameIn(cell('fra')), nameIn(cell('jap'))]
  const chosen = (words: string): Chosen => {
    if (nameIn(words).name === '') return null
    const found = findWorkshop(words, workshops)
    return found ? { id: found.id } : { words }
  }
  return {
    line,
    cells,
    fra: speakerOf('fra', [fra.name, cell('fraOther')], organisations),
    jap: speakerOf('jap', [jap.name, cell('japOther')], organisations),
    pairSaid: saysPair(cell('form')) || fra.unknownYet || jap.unknownYet,
    alone: false,
    first: chosen(cell('first')),
    second: chosen(cell('second')),
    speaks: chosen(cell('speaks')),
    note: cell('note'),
    leftOut: false,
  }
}

/** `names`: what the file calls it; either may be empty. */
function speakerOf(
  side: 'fra' | 'jap',
  names: readonly [string, string],
  organisations: readonly Organisation[],
): Speaker {
  const given = names.filter(name => name !== '')
  if (given.length === 0) return { kind: 'none' }
  const known = findOrganisation(side, given, organisations)
  if (known) return { kind: 'known', id: known.id }
  return {
    kind: 'new',
    name: {
      fr: given.find(name => !isJapanese(name)) ?? '',
      ja: given.find(isJapanese) ?? '',
    },
  }
}

/** One of the side that bears one of the names, in any language. */
export function findOrganisation(
  side: 'fra' | 'jap',
  names: readonly string[],
  organisations: readonly Organisation[],
): Organisation | undefined {
  const folded = names.map(foldOrganisation).filter(name => name !== '')
  return organisations.find(
    ({ side: theirs, name }) =>
      theirs === side &&
      [name.fr, name.ja, name.en ?? ''].some(each => each && folded.includes(foldOrganisation(each))),
  )
}

/** What must be mended before a row can be taken over. */
export const ROW_FAULTS = [
  'nobody',
  'counterpart-missing',
  'workshop-unknown',
  'same-workshop',
  'second-without-first',
  'duplicate-of-existing',
  'duplicate-of-row',
] as const
export type RowFault = {
  readonly fault: (typeof ROW_FAULTS)[number]
  /** The words that name no workshop; the line of the row that says the same. */
  readonly detail: string
}

/** What only needs to be seen. */
export const ROW_NOTICES = [
  'new-organisation',
  'one-language',
  'takes-part-already',
  'no-choice',
  'cells-beyond',
] as const
export type RowNotice = (typeof ROW_NOTICES)[number]

export type JudgedRow = { readonly faults: readonly RowFault[]; readonly notices: readonly RowNotice[] }

/** Of each row, in order. A row that is left out counts for nothing, and has no faults. */
export function judgeRows(
  { rows, headings }: Pick<ReadTable, 'rows' | 'headings'>,
  context: RowContext,
): JudgedRow[] {
  const earlier: { readonly line: number; readonly speakers: Speakers }[] = []
  return rows.map(row => {
    if (row.leftOut) return { faults: [], notices: [] }
    const speakers = speakersIn(row)
    const twin = earlier.find(each => sameSpeakers(each.speakers, speakers))
    const judged = {
      faults: faultsOf(row, speakers, twin?.line ?? null, context),
      notices: noticesOf(row, speakers, headings.length, context),
    }
    earlier.push({ line: row.line, speakers })
    return judged
  })
}

/** By id, or by folded name for those that are new. */
type Speakers = { readonly fra: string | null; readonly jap: string | null }

function speakersIn({ fra, jap }: Pick<ParticipationRow, 'fra' | 'jap'>): Speakers {
  return { fra: keyOf(fra), jap: keyOf(jap) }
}

function keyOf(speaker: Speaker): string | null {
  if (speaker.kind === 'none') return null
  if (speaker.kind === 'known') return speaker.id
  const name = foldOrganisation(speaker.name.fr) || foldOrganisation(speaker.name.ja)
  return name === '' ? null : `new ${name}`
}

function faultsOf(
  row: ParticipationRow,
  speakers: Speakers,
  twin: number | null,
  { participations }: RowContext,
): RowFault[] {
  const faults: RowFault[] = []
  const nobody = speakers.fra === null && speakers.jap === null
  const nameless = [row.fra, row.jap].some(speaker => speaker.kind === 'new' && keyOf(speaker) === null)
  if (nobody || nameless) faults.push({ fault: 'nobody', detail: '' })
  if (row.pairSaid && !row.alone && (speakers.fra === null) !== (speakers.jap === null))
    faults.push({ fault: 'counterpart-missing', detail: '' })
  for (const chosen of [row.first, row.second, row.speaks])
    if (chosen && 'words' in chosen) faults.push({ fault: 'workshop-unknown', detail: chosen.words })
  if (idOf(row.first) !== null && idOf(row.first) === idOf(row.second))
    faults.push({ fault: 'same-workshop', detail: '' })
  if (row.first === null && row.second !== null) faults.push({ fault: 'second-without-first', detail: '' })
  if (!nobody && participations.some(each => sameSpeakers<string>(each, speakers)))
    faults.push({ fault: 'duplicate-of-existing', detail: '' })
  if (!nobody && twin !== null) faults.push({ fault: 'duplicate-of-row', detail: String(twin) })
  return faults
}

function noticesOf(
  row: ParticipationRow,
  speakers: Speakers,
  width: number,
  { participations }: RowContext,
): RowNotice[] {
  const notices: RowNotice[] = []
  const added = [row.fra, row.jap].filter(speaker => speaker.kind === 'new')
  if (added.length > 0) notices.push('new-organisation')
  if (added.some(({ name }) => !name.fr.trim() || !name.ja.trim())) notices.push('one-language')
  const takesPart = participations.some(
    each =>
      !sameSpeakers<string>(each, speakers) &&
      ((each.fra !== null && each.fra === speakers.fra) || (each.jap !== null && each.jap === speakers.jap)),
  )
  if (takesPart) notices.push('takes-part-already')
  if (row.first === null && row.second === null) notices.push('no-choice')
  if (row.cells.slice(width).some(cell => cell !== '')) notices.push('cells-beyond')
  return notices
}

export function idOf(chosen: Chosen): WorkshopId | null {
  return chosen && 'id' in chosen ? chosen.id : null
}
