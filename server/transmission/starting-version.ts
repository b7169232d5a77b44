/** Which version the draft of a stage continues. */
import type { Audience } from '../../shared/model/bilingual-text.ts'
import type { Stage, Version } from '../../shared/model/edition.ts'

/**
 * [R3] `last-own`: the side's last version; if it has none, the last one received; if there is none either,
 * the previous edition's. For a joint draft the last version of either side counts as its own and as
 * received; an adopted version is one. Undefined when the text has no version at all: the draft starts from a blank page.
 */
export function startingVersion<V extends Pick<Version, 'number' | 'origin' | 'side'>>(
  versions: readonly V[],
  audience: Audience,
  startsFrom: Stage['startsFrom'],
): V | undefined {
  const latestFirst = versions.toSorted((a, b) => b.number - a.number)
  const transmitted = latestFirst.filter(version => version.origin !== 'import')
  const own = transmitted.find(
    version => audience === 'joint' || version.side === audience || version.side === null,
  )
  const received = transmitted.find(version => audience === 'joint' || version.side !== audience)
  const previous = latestFirst.find(version => version.origin === 'import')
  if (startsFrom === 'previous-edition') return previous ?? own ?? received
  if (startsFrom === 'last-received') return received ?? previous ?? own
  return own ?? received ?? previous
}
