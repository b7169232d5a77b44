/** [S3] The adopted text as it is issued, from what the room has of it. */
import { ISSUED_FORMAT, type IssuedText } from '../../shared/issue/issued-text.ts'
import { SIDES } from '../../shared/model/bilingual-text.ts'
import type { Edition, Text } from '../../shared/model/edition.ts'
import { findAdoption } from '../store/adoption.ts'
import { corrigendaOf } from '../store/corrigenda.ts'
import type { Database } from '../store/database.ts'
import { listMandates } from '../store/people.ts'
import { findStoredVersion } from '../store/versions.ts'

/** Undefined while the text is not adopted. */
export async function readIssued(
  db: Database,
  edition: Edition,
  text: Text,
): Promise<IssuedText | undefined> {
  const adoption = await findAdoption(db, text.id)
  const version = adoption && (await findStoredVersion(db, adoption.version))
  if (!adoption || !version) return undefined
  const titles = new Map((await listMandates(db, edition.id)).map(({ id, title }) => [id, title]))
  const corrigenda = await corrigendaOf(db, version.id)
  const both = ({ fr, ja }: { readonly fr: string; readonly ja: string }) => ({ fr, ja })
  return {
    format: ISSUED_FORMAT,
    edition: { number: edition.number, name: both(edition.name), place: both(edition.place) },
    title: both(text.title),
    label: version.label,
    canonical: version.canonical,
    sha256: version.sha256,
    adoptedAt: adoption.at,
    zone: edition.zone,
    seals: SIDES.map(side => {
      const { by, at } = adoption.seals[side]
      const title = titles.get(by)
      return { side, by: title ? both(title) : null, at }
    }),
    corrigenda: corrigenda.map(({ canonical, sha256 }) => ({ canonical, sha256 })),
  }
}
