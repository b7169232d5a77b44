/** How a new version is called. */
import type { Stage, Version } from '../../shared/model/edition.ts'

/** The label and number that the next version of a text gets at this stage; `versions` are all of the text's. */
export function nextVersion(
  stage: Pick<Stage, 'versionLabel'>,
  versions: readonly Pick<Version, 'label' | 'number'>[],
): { readonly label: string; readonly number: number } {
  const number = Math.max(0, ...versions.map(version => version.number)) + 1
  const labels = versions.map(version => version.label)
  return { number, label: freeLabel(stage.versionLabel ?? `V${number}`, labels) }
}

/**
 * The label that the stage gives, or, when a version has it already (a stage opened again), the label with
 * the next free ordinal: "V1", "V1 (2)", "V1 (3)".
 */
export function freeLabel(wanted: string, taken: Iterable<string>): string {
  const labels = new Set(taken)
  if (!labels.has(wanted)) return wanted
  let ordinal = 2
  while (labels.has(`${wanted} (${ordinal})`)) ordinal++
  return `${wanted} (${ordinal})`
}
