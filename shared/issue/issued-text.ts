/**
 * [S3] An adopted text as it is issued: all that is needed to print it and to check it without the room that it was
 * adopted in. The words are in `canonical`; what else is said of them (titles, seals) is not under its hash, which the
 * two committees publish by other ways.
 */
import { z } from 'zod'
import { SIDES } from '../model/bilingual-text.ts'

export const ISSUED_FORMAT = 'concordance-issued/1'

const both = z.object({ fr: z.string(), ja: z.string() })
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.iso.datetime()

const issuedText = z.object({
  format: z.literal(ISSUED_FORMAT),
  edition: z.object({ number: z.number(), name: both, place: both }),
  /** Of the text. */
  title: both,
  /** Of the adopted version. */
  label: z.string(),
  /** The characters that `sha256` is taken over; see shared/model/canonical-form.ts. */
  canonical: z.string(),
  sha256,
  adoptedAt: instant,
  /** IANA zone of the host, in which the day of the adoption is said. */
  zone: z.string(),
  seals: z.array(z.object({ side: z.enum(SIDES), by: both.nullable(), at: instant })),
  /** By number; see shared/model/corrigendum.ts. */
  corrigenda: z.array(z.object({ canonical: z.string(), sha256 })),
})

export type IssuedText = z.infer<typeof issuedText>

/** The issued text that a JSON value is; undefined when it is something else. */
export function parseIssuedText(value: unknown): IssuedText | undefined {
  const parsed = issuedText.safeParse(value)
  return parsed.success ? parsed.data : undefined
}
