/** How a new version is called. */

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
