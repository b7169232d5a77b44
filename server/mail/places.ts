/** Addresses of pages, as mails link to them. Paths; the origin is the first of the room's. */
import type { DraftId, TextId, UnitChangeId, UnitId, VersionId, WorkshopId } from '../../shared/model/ids.ts'
import { type Place, readPlace } from '../../shared/model/thread.ts'
import type { AwaitingView } from '../../shared/protocol/news-views.ts'
import type { ComparisonRef } from '../../shared/protocol/views.ts'

/** A comparison, brought to one of its rows. */
export function comparePath(from: ComparisonRef, to: ComparisonRef, row: string): string {
  return `/compare?from=${ref(from)}&to=${ref(to)}&at=${encodeURIComponent(row)}`
}

/** A draft or version, brought to one of its threads. */
export function threadPath(place: Place, thread: string): string {
  const found = readPlace(place)
  if (!found) throw new Error(`no place: ${place}`)
  const page = 'draft' in found ? `/drafts/${found.draft}` : `/versions/${found.version}`
  return `${page}?thread=${encodeURIComponent(thread)}`
}

export function textPath(text: TextId): string {
  return `/texts/${text}`
}

export function versionPath(version: VersionId): string {
  return `/versions/${version}`
}

/** The draft with the list of its undecided amendments open. */
export function undecidedPath(draft: DraftId): string {
  return `/drafts/${draft}?amendments=undecided`
}

/** A draft, brought to one of its units. */
export function unitPath(draft: DraftId, unit: UnitId): string {
  return `/drafts/${draft}#unit-${encodeURIComponent(unit)}`
}

/** A joint draft, brought to a change that is asked for in it. */
export function unitChangePath(draft: DraftId, change: UnitChangeId): string {
  return `/drafts/${draft}?change=${encodeURIComponent(change)}`
}

/** The text on the table, with the paragraphs that await somebody. */
export function agreementPath({ kind, place, side }: AwaitingAgreement): string {
  const [where, id] = place.split(':')
  const filter = { consents: `proposed-${side}`, confirmations: 'ad-referendum', reopenings: 'reopened' }[
    kind
  ]
  return `/${where}s/${id}?agreement=${filter}`
}
type AwaitingAgreement = Extract<AwaitingView, { readonly kind: 'consents' | 'confirmations' | 'reopenings' }>

export function adoptionPath(text: TextId): string {
  return `/texts/${text}/adoption`
}

/** The amendments from workshops. */
export function proposalsPath(text: TextId): string {
  return `/texts/${text}/proposals`
}

export function workshopPath(workshop: WorkshopId): string {
  return `/workshops/${workshop}`
}

export const PLAN_PATH = '/plan'
export const PROFILE_PATH = '/profile'

/** The token stands after `#`: it is sent in no request line. */
export function confirmPath(token: string): string {
  return `/digest/confirm#${token}`
}

export function endPath(token: string): string {
  return `/digest/end#${token}`
}

/** For the mail client's own button, which knows no fragments. */
export function oneClickPath(token: string): string {
  return `/api/digest/end/${token}`
}

/** As the pages write it: signs that a query may hold are left as they are. */
function ref(name: ComparisonRef): string {
  return encodeURIComponent(name).replaceAll(/%(3A|2C|40)/g, decodeURIComponent)
}

/** The address that mails name: the first of the room's. */
export function originOf(origins: readonly string[]): string {
  const [origin] = origins
  if (origin === undefined) throw new Error('a room without an address')
  return origin
}
