/** In which language somebody wrote, as far as the characters tell. */

/** A Japanese sentence needs about a third of the characters that a French one needs. */
const WEIGHT = 2

/**
 * `ja`, or `''` (unknown, for `lang`): Latin letters may be French or English, and a wrong `lang` reads worse aloud
 * than none. A French remark that quotes a Japanese word is not Japanese.
 */
export function languageOfWords(words: string): 'ja' | '' {
  const japanese = words.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu)?.length ?? 0
  const latin = words.match(/\p{Script=Latin}/gu)?.length ?? 0
  return japanese > 0 && japanese * WEIGHT >= latin ? 'ja' : ''
}
