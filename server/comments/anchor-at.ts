/**
 * Which of a thread's anchors holds at a place. Each draft has its own: where the words of a private draft went is
 * not told elsewhere. A place without one takes that of the version it continues, and so on back; else that of
 * where the thread was begun.
 */
import type { DraftId } from '../../shared/model/ids.ts'
import {
  type Anchor,
  draftPlace,
  type Place,
  readPlace,
  type Thread,
  versionPlace,
} from '../../shared/model/thread.ts'
import type { Database } from '../store/database.ts'
import { anchorsAt, putAnchor } from '../store/threads.ts'
import type { VersionRecord } from '../store/versions.ts'
import type { TextSituation } from '../texts/text-situation.ts'
import { findDraftIn, findVersionIn } from './readable-threads.ts'

export function anchorAt(
  situation: TextSituation,
  thread: Pick<Thread, 'origin'>,
  anchors: ReadonlyMap<Place, Anchor>,
  place: Place,
): Anchor {
  for (const each of lineOf(situation, place)) {
    const anchor = anchors.get(each)
    if (anchor) return anchor
  }
  return anchors.get(thread.origin)!
}

/** The place, and the versions that it continues, the nearest first. */
function lineOf(situation: TextSituation, place: Place): Place[] {
  const named = readPlace(place)!
  const line = [place]
  let version =
    'draft' in named ? findDraftIn(situation, named.draft)?.base : baseOf(situation, named.version)
  while (version && !line.includes(versionPlace(version))) {
    line.push(versionPlace(version))
    version = baseOf(situation, version)
  }
  return line
}

function baseOf(situation: TextSituation, version: VersionRecord['id']) {
  return findVersionIn(situation, version)?.base ?? null
}

/**
 * When a draft becomes a version, its anchors become those of the version, whose words are the same. Without the
 * relative positions: those name who typed what.
 */
export async function carryAnchors(
  trx: Database,
  draft: DraftId,
  version: Pick<VersionRecord, 'id' | 'madeAt'>,
): Promise<void> {
  for (const [thread, anchor] of await anchorsAt(trx, draftPlace(draft)))
    await putAnchor(trx, thread, versionPlace(version.id), withoutRelative(anchor), version.madeAt)
}

export function withoutRelative(anchor: Anchor): Anchor {
  return anchor.passage ? { ...anchor, passage: { ...anchor.passage, relative: null } } : anchor
}
