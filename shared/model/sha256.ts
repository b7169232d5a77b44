/**
 * SHA-256 without the platform's help (FIPS 180-4): browsers give `crypto.subtle` over HTTPS and on localhost only, and a
 * room on a local network is opened over plain HTTP too. About a hundred times slower than theirs.
 */

/** Lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  const blocks = padded(bytes)
  const hash = Uint32Array.from(FIRST)
  const schedule = new Uint32Array(64)
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    for (let t = 0; t < 16; t++) schedule[t] = blocks.getUint32(offset + 4 * t)
    for (let t = 16; t < 64; t++) {
      const [two, fifteen] = [schedule[t - 2]!, schedule[t - 15]!]
      const small1 = rotated(two, 17) ^ rotated(two, 19) ^ (two >>> 10)
      const small0 = rotated(fifteen, 7) ^ rotated(fifteen, 18) ^ (fifteen >>> 3)
      schedule[t] = small1 + schedule[t - 7]! + small0 + schedule[t - 16]!
    }
    round(hash, schedule)
  }
  return [...hash].map(word => word.toString(16).padStart(8, '0')).join('')
}

function round(hash: Uint32Array, schedule: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = hash as unknown as Eight
  for (let t = 0; t < 64; t++) {
    const big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    const t1 = h + big1 + ((e & f) ^ (~e & g)) + CONSTANTS[t]! + schedule[t]!
    const big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    const t2 = big0 + ((a & b) ^ (a & c) ^ (b & c))
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) hash[index] = hash[index]! + word
}

type Eight = [number, number, number, number, number, number, number, number]

function rotated(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

/** The message, a bit, zeros, and its length in bits, in blocks of 64 bytes. */
function padded(bytes: Uint8Array): DataView {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  blocks.set(bytes)
  blocks[bytes.length] = 0x80
  const view = new DataView(blocks.buffer)
  view.setBigUint64(blocks.length - 8, BigInt(bytes.length) * 8n)
  return view
}

/** The first primes: of their cube roots the constants of the rounds are taken, of the square roots the first hash. */
const PRIMES = Array.from({ length: 312 }, (_, n) => n).filter(
  n => n > 1 && !Array.from({ length: n }, (_, m) => m).some(m => m > 1 && n % m === 0),
)
const CONSTANTS = PRIMES.slice(0, 64).map(prime => fraction(prime, 3))
const FIRST = PRIMES.slice(0, 8).map(prime => fraction(prime, 2))

/** The first 32 bits of the fractional part of a root; exact, by whole numbers. */
function fraction(prime: number, degree: 2 | 3): number {
  const goal = BigInt(prime) << BigInt(32 * degree)
  let [low, high] = [0n, BigInt(prime) << 32n]
  while (low < high) {
    const middle = (low + high + 1n) / 2n
    if (middle ** BigInt(degree) <= goal) low = middle
    else high = middle - 1n
  }
  return Number(low & 0xffff_ffffn)
}
