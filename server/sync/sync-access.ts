/** Who may enter a draft's room. The policies answer; the sync server only asks. */
import type { DraftId, MandateId, PersonId } from '../../shared/model/ids.ts'

export type Admission = {
  readonly draft: DraftId
  readonly person: PersonId
  /** The mandate under which this connection acts: every update it sends is recorded with it. */
  readonly mandate: MandateId
  /** How the person is shown to the others of the audience. */
  readonly name: string
  readonly access: 'write' | 'read'
  /** False: nobody is told that this person is here, nor where. */
  readonly shows: boolean
}

export type AdmissionRefusal = 'not-signed-in' | 'not-found' | 'draft-closed'

export type SyncAccess = {
  /** Decides from the request's cookies, as of now. Called at the upgrade and at every re-check. */
  admit(headers: Headers, draft: DraftId): Promise<Admission | AdmissionRefusal>
}
