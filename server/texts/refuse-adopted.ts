/** [S1] Why nothing more is written, decided or agreed in a text. */
import type { Text } from '../../shared/model/edition.ts'
import type { Refusal } from '../http/respond.ts'

/**
 * `text-adopted` once both sides have sealed it. Asked before any other question of an act on the text, of one who may
 * read it: the policies say no as well, and the database after them; this one says why.
 */
export function refuseAdopted({ adoptedAt }: Pick<Text, 'adoptedAt'>): Refusal | undefined {
  return adoptedAt === null ? undefined : { refusal: 'text-adopted' }
}
