/**
 * [D4] One pass over everybody's digests. A day is claimed in the database before anything else is done for it: a
 * process that dies while sending leaves it claimed, and nobody gets the same digest twice (ADR 22).
 */
import type { Edition } from '../../shared/model/edition.ts'
import type { PersonId } from '../../shared/model/ids.ts'
import { activeMandates, type Person } from '../../shared/model/mandate.ts'
import type { AwaitingView, NewsView } from '../../shared/protocol/news-views.ts'
import type { Deps } from '../app.ts'
import type { Readership } from '../http/reader.ts'
import { isTurnOf } from '../policies/turn.ts'
import type { Database } from '../store/database.ts'
import { insertDigestLink } from '../store/digest-links.ts'
import { claimDay, type Digest, listDigests, planTry, recordTold } from '../store/digests.ts'
import { getCurrentEdition } from '../store/editions.ts'
import { listMandatesOf } from '../store/people.ts'
import { listStages } from '../store/stages.ts'
import { DESK, lastLook } from '../store/visits.ts'
import { composeMail } from './compose-mail.ts'
import { type DueDay, dueDay } from './digest-day.ts'
import { countNews, digestDocument } from './digest-document.ts'
import type { Mail, Mailer } from './mailer.ts'
import { originOf } from './places.ts'

/** Where the contents come from: server/news, by the rights that hold when it is asked. */
export type DigestSources = {
  news(reader: Readership, since: string): Promise<NewsView>
  awaiting(reader: Readership): Promise<readonly AwaitingView[]>
}

export type DigestDeps = Pick<Deps, 'db' | 'clock' | 'log' | 'origins'> & {
  readonly mailer: Mailer
  readonly sources: DigestSources
}

/** After a failure, in milliseconds; as many tries more. A day has so many tries and no more. */
const NEXT_TRIES = [5, 15, 60, 120].map(minutes => minutes * 60_000)

/** A deadline alone brings a mail on the two days before it. */
const SOON = 2 * 86_400_000

/** One person after the other. What goes wrong for one is logged and does not keep the others from theirs. */
export async function sendDigests(deps: DigestDeps, isStopping = () => false): Promise<void> {
  const edition = await getCurrentEdition(deps.db)
  if (!edition || edition.demonstration) return
  for (const { digest, person } of await listDigests(deps.db)) {
    if (isStopping()) return
    const due = dueDay(deps.clock(), digest.hour, person.zone)
    if (!due || !isOpen(digest, due, deps.clock())) continue
    try {
      await sendTo(deps, edition, digest, person, due)
    } catch (error) {
      deps.log.fault('a digest could not be made', error)
    }
  }
}

/** Cheap and without promise: `claimDay` decides. An hour that struck before the address was confirmed is not due. */
function isOpen({ confirmedAt, day, tryAt }: Digest, due: DueDay, now: string): boolean {
  if (confirmedAt === null || due.at < confirmedAt) return false
  if (day === null || day < due.day) return true
  return day === due.day && tryAt !== null && tryAt <= now
}

async function sendTo(
  deps: DigestDeps,
  edition: Edition,
  digest: Digest,
  person: Person,
  { day }: DueDay,
): Promise<void> {
  const { db, clock, mailer } = deps
  const now = clock()
  const reader = { person, edition, mandates: await mandatesNow(deps, person.id, edition) }
  // [M4] Rights are those of this moment: without a mandate there is nothing to tell.
  if (reader.mandates.length === 0) return
  if (!(await claimDay(db, digest, day, now))) return
  const retry = async () => {
    const pause = NEXT_TRIES[digest.day === day ? digest.tries : 0]
    if (pause === undefined) return
    await planTry(db, person.id, day, new Date(Date.parse(clock()) + pause).toISOString())
  }
  try {
    const mail = await makeMail(deps, reader, digest, { day, now })
    // Making it may have taken a while; mandates that ended meanwhile end the mail.
    if (!mail || !sameMandates(reader, await mandatesNow(deps, person.id, edition))) return
    const sending = await mailer.send(mail)
    if (sending === 'accepted' || sending === 'unknown') await recordTold(db, person.id, now)
    if (sending === 'failed') await retry()
  } catch (error) {
    await retry()
    throw error
  }
}

/** Undefined when there is nothing to say. */
async function makeMail(
  { db, origins, sources }: DigestDeps,
  reader: Readership,
  digest: Digest,
  { day, now }: { readonly day: string; readonly now: string },
): Promise<Mail | undefined> {
  const { person, edition, mandates } = reader
  const { address, hour } = digest
  const since = await sinceWhen(db, digest, now)
  const news = await sources.news(reader, since)
  const awaiting = await sources.awaiting(reader)
  if (!isWorthAMail(news, awaiting, since, now)) return undefined
  const stages = await listStages(db, edition.id)
  const current = stages.find(stage => stage.state === 'current')
  const { token } = await insertDigestLink(db, { purpose: 'end', person: person.id, address }, now)
  const origin = originOf(origins)
  const document = digestDocument({
    person,
    edition: edition.name,
    hour,
    origin,
    endToken: token,
    now,
    news,
    awaiting,
    stages,
    myTurn: current !== undefined && isTurnOf(mandates, current),
  })
  const key = `digest ${person.id} ${day} ${address}`
  return composeMail(document, { to: address, origin, key, endToken: token })
}

async function mandatesNow({ db, clock }: DigestDeps, person: PersonId, edition: Edition) {
  return activeMandates(await listMandatesOf(db, person, edition.id), clock())
}

function sameMandates({ mandates }: Readership, now: Readership['mandates']): boolean {
  return mandates.length === now.length && mandates.every(({ id }) => now.some(mandate => mandate.id === id))
}

/** Since the last digest or the last look at the first page, whichever is later; at first since the confirmation. */
async function sinceWhen(db: Database, digest: Digest, now: string): Promise<string> {
  const look = await lastLook(db, digest.person, DESK)
  const known = [digest.toldUntil, look].filter(at => at !== null).sort()
  return known.at(-1) ?? digest.confirmedAt ?? now
}

/** Something happened, began to wait, or is due soon. What merely goes on waiting is no reason for another mail. */
function isWorthAMail(
  news: NewsView,
  awaiting: readonly AwaitingView[],
  since: string,
  now: string,
): boolean {
  if (countNews(news) > 0) return true
  return awaiting.some(item =>
    item.kind === 'deadline' ? !item.late && Date.parse(item.at) - Date.parse(now) < SOON : item.at > since,
  )
}
