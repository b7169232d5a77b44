/**
 * Which encoding a text file is in, by what its bytes can mean: a byte order mark, else UTF-8 when the
 * bytes are valid UTF-8 (other encodings hardly ever are), else UTF-16 when every second byte tells so,
 * else Shift_JIS when the result reads as Japanese, else Windows-1252.
 *
 * A French file in Windows-1252 is often *valid* Shift_JIS too (an é swallows the letter after it and
 * becomes a kanji), so Shift_JIS must also be plausible: Japanese prose is full of kana, and a list of
 * Japanese names, which may have none, has its characters side by side.
 */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'windows-1252'

export type DecodedText = { readonly text: string; readonly encoding: Encoding }

/** The characters of a text file without byte order mark, line ends as `\n`; undefined when no encoding fits. */
export function decodeBytes(bytes: Uint8Array): DecodedText | undefined {
  const decoded =
    byMark(bytes) ?? asUtf8(bytes) ?? asUtf16(bytes) ?? asShiftJis(bytes) ?? asWindows1252(bytes)
  return decoded && { ...decoded, text: decoded.text.replace(/\r\n?/g, '\n') }
}

function byMark(bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes)
  return undefined
}

/** UTF-8 with a zero character is UTF-16 of Latin letters, or no text at all. */
function asUtf8(bytes: Uint8Array): DecodedText | undefined {
  return bytes.includes(0) ? undefined : decodeAs('utf-8', bytes)
}

/** Without a mark, UTF-16 is known by the zero halves of spaces, line ends and ASCII punctuation. */
function asUtf16(bytes: Uint8Array): DecodedText | undefined {
  if (bytes.length % 2 !== 0) return undefined
  const zeros = [0, 0]
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2]!++
  if (zeros[0] === zeros[1]) return undefined
  const decoded = decodeAs(zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be', bytes)
  return decoded && !CONTROLS.test(decoded.text) ? decoded : undefined
}

function asShiftJis(bytes: Uint8Array): DecodedText | undefined {
  const decoded = decodeAs('shift_jis', bytes)
  if (!decoded || CONTROLS.test(decoded.text)) return undefined
  const foreign = decoded.text.match(/[^\p{ASCII}]/gu)?.length ?? 0
  const japanese = decoded.text.match(/[\u3041-\u30ff、。]/gu)?.length ?? 0
  const together = decoded.text.match(JAPANESE_RUNS)?.reduce((sum, run) => sum + run.length, 0) ?? 0
  return japanese >= foreign * MIN_KANA || together >= foreign * MIN_TOGETHER ? decoded : undefined
}

/** Windows-1252 gives every byte a meaning; binary files show by their control characters. */
function asWindows1252(bytes: Uint8Array): DecodedText | undefined {
  const decoded = decodeAs('windows-1252', bytes)
  return decoded && !CONTROLS.test(decoded.text) ? decoded : undefined
}

/**
 * Share of kana and Japanese punctuation among the characters outside ASCII. Laws and declarations have
 * half; French misread as Shift_JIS has none, since its accented letters become kanji or half-width kana.
 */
const MIN_KANA = 0.2

/**
 * Share of characters in runs of two and more, for lists of names in kanji: 静岡市,1. French misread has its kanji
 * alone among Latin letters, since an accented letter takes the one after it along: d’Aix, créé.
 */
const MIN_TOGETHER = 0.8
const JAPANESE_RUNS = /[\u3005\u3041-\u30ff\u4e00-\u9fff\uff01-\uff5e、。（）]{2,}/gu

/** C0 controls other than tab, line feed, form feed, carriage return; DEL; C1 controls. */
const CONTROLS = /[^\P{Cc}\t\n\f\r]/u

function decodeAs(encoding: Encoding, bytes: Uint8Array): DecodedText | undefined {
  try {
    return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    // The bytes are not valid in this encoding: the caller tries the next one.
    return undefined
  }
}
