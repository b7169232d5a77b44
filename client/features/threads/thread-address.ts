/** Where a thread is opened: in the draft or the version, beside the words it hangs on. */
import { type Place, readPlace } from '../../../shared/model/thread.ts'

/** `/drafts/<id>?thread=<id>` or `/versions/<id>?thread=<id>`. */
export function threadAddress(place: Place, thread: string): string {
  const found = readPlace(place)
  if (!found) throw new Error(`no place of a thread: ${place}`)
  const path = 'draft' in found ? `/drafts/${found.draft}` : `/versions/${found.version}`
  return `${path}?thread=${encodeURIComponent(thread)}`
}
