/** The connection of one draft, for as long as its page is open. */
import { useEffect, useState } from 'react'
import { LANGUAGES } from '../../../shared/model/language.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { fragmentOf } from '../../../shared/schema/y-text.ts'
import { call, Refusal } from '../../api.ts'
import { fillAttributes } from '../../editor/blocks/fill-attributes.ts'
import {
  connectDraft,
  type DraftConnection,
  type DraftConnectionOptions,
} from '../../editor/connection/draft-connection.ts'
import { rescueUnseenWords } from '../../editor/rescue/unseen-words.ts'
import { useSession } from '../../session.tsx'

/** `connection` is null until the first sync, or until this device's copy is read. */
export function useDraftConnection(
  { draft, epoch }: DraftView,
  access: DraftView['access'],
): DraftConnection | null {
  const { person } = useSession()
  const [connection, setConnection] = useState<DraftConnection | null>(null)
  useEffect(() => {
    let left = false
    const opened = connectDraft({
      draft: draft.id,
      person: person.id,
      epoch,
      access,
      server: location.origin.replace(/^http/, 'ws'),
      askWhy: () => whyRefused(draft.id, epoch),
    })
    const newId = () => crypto.randomUUID()
    const rescue = access === 'write' ? rescueUnseenWords(opened.doc, newId, opened.isStored) : null
    if (rescue) opened.onContent(rescue.hear)
    void opened.ready.then(() => {
      if (left) return
      // A block that lost an attribute would close the draft for writing; see there.
      if (access === 'write')
        for (const language of LANGUAGES) fillAttributes(fragmentOf(opened.doc, language), newId)
      setConnection(opened)
    })
    return () => {
      left = true
      setConnection(null)
      rescue?.destroy()
      void opened.destroy()
    }
  }, [draft.id, person.id, epoch, access])
  return connection
}

/** A refused socket does not say why; the draft's own address does. */
async function whyRefused(id: string, epoch: string): ReturnType<DraftConnectionOptions['askWhy']> {
  try {
    const view = await call('GET /api/drafts/:id', { params: { id } })
    if (view.draft.closedAt !== null) return 'closed'
    return view.epoch === epoch ? 'try-later' : 'schema'
  } catch (error) {
    if (!(error instanceof Refusal)) return 'try-later'
    if (error.id === 'not-signed-in') return 'signed-out'
    return error.id === 'not-found' ? 'not-found' : 'try-later'
  }
}
