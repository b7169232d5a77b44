/**
 * A round of the negotiation: a version, the other side's answer to it, and what became of the answer in the version
 * that followed. It is named by its answer.
 */
import type { Version } from './edition.ts'
import type { VersionId } from './ids.ts'

type RoundVersion = Pick<Version, 'id' | 'origin' | 'side' | 'base'> & {
  /** On which answer decisions left with it. */
  readonly decisions?: { readonly answer: VersionId } | null
}

/** The answers among these versions, in their order: each of them has a round. */
export function answersAmong<V extends RoundVersion>(versions: readonly V[]): V[] {
  return versions.filter(
    version =>
      continuesOther(version, versions) || versions.some(({ decisions }) => decisions?.answer === version.id),
  )
}

/** A side transmitted it, and it continues what the other side had transmitted. */
export function continuesOther(
  { origin, side, base }: Omit<RoundVersion, 'id' | 'decisions'>,
  versions: readonly RoundVersion[],
): boolean {
  const before = base && versions.find(({ id }) => id === base)
  if (!before || origin !== 'transmission' || before.origin !== 'transmission') return false
  return side !== null && before.side !== null && side !== before.side
}
