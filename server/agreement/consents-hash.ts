/** [A3] What the log of acts keeps of consents: a hash of all that were given at once, so that no row can change unnoticed. */
import { createHash } from 'node:crypto'
import type { Consent } from '../../shared/model/agreement.ts'
import { canonicalJson } from '../../shared/model/canonical-form.ts'

/** Lower-case hexadecimal; in whatever order they come. */
export function consentsHash(consents: readonly Pick<Consent, 'unit' | 'side' | 'pair' | 'kind'>[]): string {
  const said = consents.map(({ unit, side, pair, kind }) => [unit, side, pair, kind].join(' ')).sort()
  return createHash('sha256').update(canonicalJson(said)).digest('hex')
}
