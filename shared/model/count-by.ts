/** How many of `values` are of each kind; 0 where there is none. */
export function countBy<Kind extends string, T>(
  kinds: readonly Kind[],
  values: readonly T[],
  kindOf: (value: T) => Kind | null,
): { readonly [K in Kind]: number } {
  const counts = Object.fromEntries(kinds.map(kind => [kind, 0])) as Record<Kind, number>
  for (const value of values) {
    const kind = kindOf(value)
    if (kind !== null) counts[kind]++
  }
  return counts
}
