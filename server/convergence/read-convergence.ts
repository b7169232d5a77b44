/**
 * [A6] [M3] How a text has converged: of the past its versions, of the present the joint draft or the last version. No
 * private draft is looked at, not even one's own side's, and of threads only shared ones count: both sides see the same.
 */
import { pairHashes } from '../../shared/model/agreement.ts'
import { type BilingualText, unitsOf } from '../../shared/model/bilingual-text.ts'
import { type FactValues, parseCanonicalForm } from '../../shared/model/canonical-form.ts'
import { type Convergence, convergenceOf } from '../../shared/model/convergence.ts'
import type { Stage } from '../../shared/model/edition.ts'
import { factValues } from '../../shared/model/fact-values.ts'
import { firstWords } from '../../shared/model/first-words.ts'
import type { ThreadId, UnitId, VersionId } from '../../shared/model/ids.ts'
import { unitNow } from '../../shared/model/locate-thread.ts'
import type { Mandate } from '../../shared/model/mandate.ts'
import { asPlainWords } from '../../shared/model/plain-words.ts'
import { type Anchor, draftPlace, type Place, type Thread, versionPlace } from '../../shared/model/thread.ts'
import type {
  ConvergencePoint,
  ConvergenceSection,
  ConvergenceView,
} from '../../shared/protocol/convergence-views.ts'
import type { Deps } from '../app.ts'
import { anchorAt } from '../comments/anchor-at.ts'
import { readableThreads } from '../comments/readable-threads.ts'
import { isRefusal } from '../http/respond.ts'
import { mayHear } from '../policies/act-audience.ts'
import { mayReadAgreement } from '../policies/agreement-policies.ts'
import { mayReadDraft } from '../policies/policies.ts'
import { allConsentsOf, type StoredConsent } from '../store/agreement.ts'
import { draftHasContent } from '../store/drafts.ts'
import { anchorsOfText, marksOfText, type ThreadMark } from '../store/threads.ts'
import { findStoredVersion, type VersionRecord } from '../store/versions.ts'
import { readDraft } from '../texts/read-draft.ts'
import { type TextSituation, versionsFor } from '../texts/text-situation.ts'

/** The reader must be one who may read the text. */
export async function readConvergence(
  deps: Pick<Deps, 'db' | 'sync' | 'clock'>,
  situation: TextSituation,
  mandates: readonly Mandate[],
): Promise<ConvergenceView> {
  const { db } = deps
  const { text, stages, current } = situation
  const [showsAgreement, readable] = [mayReadAgreement(mandates), versionsFor(situation, mandates)]
  const known: Known = {
    situation,
    consents: showsAgreement ? await allConsentsOf(db, text.id) : [],
    threads: (await readableThreads(db, situation, mandates)).filter(({ audience }) => audience === 'joint'),
    anchors: await anchorsOfText(db, text.id),
    marks: await marksOfText(db, text.id),
  }
  const read = new Map<VersionId, ReadText>()
  for (const { id } of readable) read.set(id, await readVersion(db, id))

  const points: ConvergencePoint[] = []
  const add = async (at: string, words: ReadText, point: Named) => {
    const base = point.continues === null ? undefined : readable.find(({ id }) => id === point.continues)
    const place = point.place.kind === 'draft' ? draftPlace(point.place.id) : versionPlace(point.place.id)
    const convergence = convergenceOf({
      text: words.text,
      pairs: words.pairs,
      basePairs: base ? read.get(base.id)!.pairs : null,
      consents: known.consents,
      discussed: discussedAt(known, place, words.text, at),
      at,
    })
    const { continues: _, ...named } = point
    points.push({ ...named, at, base: base?.label ?? null, ...inSections(convergence, words) })
  }
  // What was imported is the declaration of an edition that is over.
  const versions = readable.filter(({ origin }) => origin !== 'import')
  for (const version of versions)
    await add(version.madeAt, read.get(version.id)!, namedVersion(version, stages))
  const last = versions.at(-1)
  if (last) {
    const joint = await readJointDraft(deps, situation, mandates)
    const stage = current?.name ?? null
    if (joint) await add(deps.clock(), joint.words, { ...joint.named, now: true, stage })
    else await add(deps.clock(), read.get(last.id)!, { ...namedVersion(last, stages), now: true, stage })
  }
  return {
    text: { id: text.id, title: text.title },
    points,
    showsAgreement,
    showsThreads: mayHear(mandates, 'joint'),
  }
}

type Known = {
  readonly situation: TextSituation
  readonly consents: readonly StoredConsent[]
  /** Shared ones that the reader may read. */
  readonly threads: readonly Thread[]
  readonly anchors: ReadonlyMap<ThreadId, ReadonlyMap<Place, Anchor>>
  readonly marks: ReadonlyMap<ThreadId, readonly ThreadMark[]>
}

type ReadText = {
  readonly text: BilingualText
  readonly facts: FactValues
  readonly pairs: ReadonlyMap<UnitId, string>
}

type Named = Pick<ConvergencePoint, 'now' | 'place' | 'stage' | 'side'> & {
  /** The version that amendments are counted from. */
  readonly continues: VersionId | null
}

async function readVersion(db: Deps['db'], id: VersionId): Promise<ReadText> {
  const stored = await findStoredVersion(db, id)
  if (!stored) throw new Error(`no version ${id}`)
  const { text, facts } = parseCanonicalForm(stored.canonical)
  return { text, facts, pairs: await pairHashes(text) }
}

function namedVersion(version: VersionRecord, stages: readonly Stage[]): Named {
  return {
    now: false,
    place: { kind: 'version', id: version.id, label: version.label },
    stage: stages.find(({ id }) => id === version.stage)?.name ?? null,
    side: version.side,
    continues: version.base,
  }
}

/** Null where there is none that the reader may read, or nobody has written in it. */
async function readJointDraft(
  { db, sync }: Pick<Deps, 'db' | 'sync'>,
  situation: TextSituation,
  mandates: readonly Mandate[],
) {
  const draft = situation.openDrafts.find(({ audience }) => audience === 'joint')
  if (!draft || !mayReadDraft(mandates, situation.text, draft) || !(await draftHasContent(db, draft.id)))
    return null
  const text = await readDraft(sync, draft.id)
  if (isRefusal(text)) return null
  const facts = factValues(text, situation.facts)
  const place = { kind: 'draft', id: draft.id } as const
  return {
    words: { text, facts, pairs: await pairHashes(text) },
    named: { place, side: null, continues: draft.base },
  }
}

/** Units on which a shared thread was open at the instant. */
function discussedAt(known: Known, place: Place, text: BilingualText, at: string): ReadonlySet<UnitId> {
  const units = known.threads
    .filter(thread => isOpenAt(thread, known.marks.get(thread.id) ?? [], at))
    .map(thread => unitNow(anchorAt(known.situation, thread, known.anchors.get(thread.id)!, place), text))
  return new Set(units.filter(unit => unit !== undefined))
}

function isOpenAt({ createdAt }: Thread, marks: readonly ThreadMark[], at: string): boolean {
  if (createdAt > at) return false
  const last = marks.findLast(mark => mark.at <= at && (mark.kind === 'resolved' || mark.kind === 'reopened'))
  return last?.kind !== 'resolved'
}

/** As long as a line of the table. */
const TITLE_WORDS = 80

function inSections(
  { counts, sections }: Convergence,
  { text, facts }: ReadText,
): { counts: Convergence['counts']; sections: ConvergenceSection[] } {
  const plain = new Map(unitsOf(asPlainWords(text, facts)).map(unit => [unit.id, unit]))
  return {
    counts,
    sections: sections.map(section => {
      const heading = section.heading === null ? undefined : plain.get(section.heading)
      const title = {
        fr: firstWords(heading?.fr[0] ?? null, TITLE_WORDS),
        ja: firstWords(heading?.ja[0] ?? null, TITLE_WORDS),
      }
      return { ...section, title }
    }),
  }
}
