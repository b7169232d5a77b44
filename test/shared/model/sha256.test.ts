import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256 } from '../../../shared/model/sha256.ts'
import { seeded } from '../../support/seeded.ts'

it('[R4] the hash without the platform’s help is that of the platform, at every length and in both languages', () => {
  const random = seeded(1)
  const messages = [
    ...Array.from({ length: 140 }, (_, length) => Uint8Array.from({ length }, () => random.below(256))),
    ...['', 'abc', 'Réunis à Cannes, 𠮷野家。', '合意'.repeat(5_000)].map(text =>
      new TextEncoder().encode(text),
    ),
  ]
  for (const message of messages)
    expect(sha256(message), `${message.length} bytes`).toBe(
      createHash('sha256').update(message).digest('hex'),
    )
})
