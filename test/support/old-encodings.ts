/** Bytes in old encodings, by asking the decoder what every byte sequence means, since there is no encoder for them. */
export function encoded(text: string, encoding: 'windows-1252' | 'shift_jis'): Uint8Array {
  const bytesOf = new Map<string, number[]>()
  const decoder = new TextDecoder(encoding)
  for (let a = 0; a < 256; a++) {
    for (let b = 0; b < 256; b++) {
      const pair = decoder.decode(new Uint8Array([a, b]))
      if ([...pair].length === 1 && !bytesOf.has(pair)) bytesOf.set(pair, [a, b])
    }
    const single = decoder.decode(new Uint8Array([a]))
    if (single !== '\ufffd') bytesOf.set(single, [a])
  }
  return new Uint8Array([...text].flatMap(character => bytesOf.get(character)!))
}
