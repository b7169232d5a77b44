/** The typography the texts written by hand have to keep, as lists of what offends against it. */

/** In French: straight apostrophes and quotes, missing no-break spaces, doubled or trailing spaces. */
export function frenchFaults(words: string): string[] {
  return matches(words, [
    /['"]/gu,
    /[^\u00A0\u202F][;!?»]/gu,
    /[^\u00A0\u202F\d]:(?!\/\/)/gu,
    /«(?!\u00A0)/gu,
    / {2}|^ | $/gu,
    /[\u3000-\u30FF\uFF01-\uFF60]/gu,
  ])
}

/** In Japanese: half-width punctuation, spaces, full-width digits, half-width kana, Western quotes. */
export function japaneseFaults(words: string): string[] {
  return matches(words, [/[\s\u00A0\u202F]/gu, /[,.;:!?()[\]'"«»“”｡､｢｣]/gu, /[\uFF10-\uFF19]/gu, /[ｦ-ﾟ]/gu])
}

function matches(words: string, patterns: readonly RegExp[]): string[] {
  return patterns.flatMap(pattern => [...words.matchAll(pattern)].map(found => around(words, found.index)))
}

function around(words: string, index: number): string {
  return words.slice(Math.max(0, index - 12), index + 12)
}
