/** [W1] Who takes part in which workshop: how many, and how long they speak. */
import type { Organisation } from './edition.ts'
import type { OrganisationId, WorkshopId } from './ids.ts'
import type { Participation, SpeechSettings, WorkshopSlot } from './workshop.ts'

/** From the least to the most: they differ while it is not decided whether a pair speaks in one time or in two. */
export type Minutes = { readonly least: number; readonly most: number }

export type ParticipationCounts = {
  readonly firstChoices: number
  readonly secondChoices: number
  /** Who speaks in it, and how many of them alone and as a pair. */
  readonly speaking: number
  readonly alone: number
  readonly pairs: number
  /** Of all who speak in it, without interpretation. */
  readonly minutes: Minutes
}

export function participationCounts(
  workshop: WorkshopId,
  participations: readonly Participation[],
  speech: Pick<SpeechSettings, 'interventionMinutes' | 'pairs'>,
): ParticipationCounts {
  const speaking = participations.filter(each => each.workshop === workshop)
  const pairs = speaking.filter(isPair).length
  const alone = speaking.length - pairs
  const { interventionMinutes: each } = speech
  return {
    firstChoices: participations.filter(({ choices }) => choices[0] === workshop).length,
    secondChoices: participations.filter(({ choices }) => choices[1] === workshop).length,
    speaking: speaking.length,
    alone,
    pairs,
    minutes: {
      least: (alone + pairs * (speech.pairs === 'each' ? 2 : 1)) * each,
      most: (alone + pairs * (speech.pairs === 'joint' ? 1 : 2)) * each,
    },
  }
}

/** How long the workshop lasts, in minutes; null while its beginning or its end is not known. */
export function slotMinutes({ startsAt, endsAt }: Pick<WorkshopSlot, 'startsAt' | 'endsAt'>): number | null {
  if (startsAt === null || endsAt === null) return null
  return Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)
}

/** A binôme: a French and a Japanese local government together. */
export function isPair({ fra, jap }: Pick<Participation, 'fra' | 'jap'>): boolean {
  return fra !== null && jap !== null
}

/** The same who speak: a local government may take part alone and, besides, in a pair. */
export function sameSpeakers<Id>(
  a: { readonly fra: Id | null; readonly jap: Id | null },
  b: { readonly fra: Id | null; readonly jap: Id | null },
): boolean {
  return a.fra === b.fra && a.jap === b.jap
}

/** Those who speak, the French side first. */
export function speakersOf(
  { fra, jap }: Pick<Participation, 'fra' | 'jap'>,
  organisations: readonly Organisation[],
): Organisation[] {
  const find = (id: OrganisationId | null) => organisations.filter(each => each.id === id)
  return [...find(fra), ...find(jap)]
}
