/** JSON kept as text, bytes kept as bytes: the few conversions between rows and values. */

export function toJson(value: unknown): string {
  return JSON.stringify(value)
}

/** `T` is what this column was written with: only the store writes it. */
export function fromJson<T>(json: string): T {
  return JSON.parse(json) as T
}

/** Bytes as every caller may rely on them: a plain view, not SQLite's Buffer. */
export function toBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
