/** Names and titles as people type them: what does not make another name is folded before they are compared. */

/**
 * Without regard to width, case, accents, apostrophes, dashes, other signs and spaces. 「第１分科会」 and 「第1分科会」
 * fold to the same, so do « L’Économie » and « l'economie ». The long vowel sign and the voicing of kana stay: バ is
 * not ハ.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replaceAll(/\p{Script=Latin}\p{Mn}+/gu, letter => letter[0]!)
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** As `foldName`, without what French and English put before the name of a local government. */
export function foldOrganisation(name: string): string {
  return foldName(
    name
      .normalize('NFKC')
      .replace(/^\s*(?:la\s+)?(?:ville|commune|city|town)\s+(?:de\s+la\s+|de\s+|du\s+|d['’]|of\s+)/iu, ''),
  )
}

/** Whether a name is written in Japanese: it has kana or kanji. */
export function isJapanese(name: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(name.normalize('NFKC'))
}
