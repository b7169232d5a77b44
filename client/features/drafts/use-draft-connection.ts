/** The connection of one draft, for as long as its page is open. */
import { useEffect, useState } from 'react'
import * as Y from 'yjs'
import type { DraftId, TextId } from '../../../shared/model/ids.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { draftPlace } from '../../../shared/model/thread.ts'
import type { DraftView } from '../../../shared/protocol/views.ts'
import { fragmentOf } from '../../../shared/schema/y-text.ts'
import { call, Refusal } from '../../api.ts'
import { fillAttributes } from '../../editor/blocks/fill-attributes.ts'
import {
  connectDraft,
  type DraftConnection,
  type DraftConnectionOptions,
} from '../../editor/connection/draft-connection.ts'
import { recoverRefused } from '../../editor/connection/recover-refused.ts'
import type { LockStore } from '../../editor/locks/lock-store.ts'
import type { WordsNotTaken } from '../../editor/rescue/take-up-again.ts'
import { rescueUnseenWords } from '../../editor/rescue/unseen-words.ts'
import { useSession } from '../../session.tsx'
import { useWordsNotTaken } from './use-words-not-taken.ts'

export type OpenedDraft = {
  /** Null until the first sync, or until this device's copy is read; and while a refused one is taken up again. */
  readonly connection: DraftConnection | null
  /** [A4] Locked units in which one had written, since this page or an earlier one was opened. */
  readonly notTaken: readonly WordsNotTaken[]
  /** They have been copied, or are not wanted. */
  readonly forgetNotTaken: () => void
}

/** `locks` is what the editors of this draft keep to. */
export function useDraftConnection(
  { draft, epoch, text }: DraftView,
  access: DraftView['access'],
  locks: LockStore,
): OpenedDraft {
  const { person } = useSession()
  const [connection, setConnection] = useState<DraftConnection | null>(null)
  const [attempt, setAttempt] = useState<Attempt>({ number: 0 })
  const [notTaken, tellNotTaken, forgetNotTaken] = useWordsNotTaken(person.id, draft.id)
  useEffect(() => {
    let left = false
    const options: DraftConnectionOptions = {
      draft: draft.id,
      person: person.id,
      epoch,
      access,
      state: attempt.state,
      server: location.origin.replace(/^http/, 'ws'),
      askWhy: () => whyRefused(draft.id, epoch),
    }
    const opened = connectDraft(options)
    const newId = () => crypto.randomUUID()
    const rescue =
      access === 'write'
        ? rescueUnseenWords(opened.doc, newId, opened.isStored, undefined, unit => locks.get().has(unit))
        : null
    if (rescue) opened.onContent(rescue.hear)
    void opened.ready.then(() => {
      if (left || isLockedOut(opened)) return
      // A block that lost an attribute would close the draft for writing; see there.
      if (access === 'write')
        for (const language of LANGUAGES) fillAttributes(fragmentOf(opened.doc, language), newId)
      setConnection(opened)
    })
    let closing: Promise<void> | null = null
    const close = () => {
      rescue?.destroy()
      closing ??= opened.destroy()
      return closing
    }
    const takeUpAgain = async () => {
      const local = Y.encodeStateAsUpdate(opened.doc)
      setConnection(null)
      await close()
      const recovered = await recoverRefused({ ...options, state: undefined }, local, () =>
        unitsLocked(text.id, draft.id),
      ).catch(() => null)
      if (left) return
      if (recovered) tellNotTaken(recovered.notTaken)
      setAttempt(({ number }) => ({ number: number + 1, state: recovered?.state, gaveUp: !recovered }))
    }
    const leave = opened.subscribe(() => {
      // Once again and again: what was locked meanwhile may be refused as well. Without an answer one is told.
      if (isLockedOut(opened) && !attempt.gaveUp && attempt.number < ATTEMPTS) {
        leave()
        void takeUpAgain()
      } else if (isLockedOut(opened)) setConnection(opened)
    })
    return () => {
      left = true
      leave()
      setConnection(null)
      void close()
    }
  }, [draft.id, text.id, person.id, epoch, access, locks, attempt, tellNotTaken])
  return { connection, notTaken, forgetNotTaken }
}

/** Of opening the draft after it was refused. */
type Attempt = { readonly number: number; readonly state?: Uint8Array | undefined; readonly gaveUp?: boolean }

const ATTEMPTS = 5

function isLockedOut({ getSaving }: DraftConnection): boolean {
  const saving = getSaving()
  return saving.state === 'refused' && saving.why === 'locked'
}

async function unitsLocked(text: TextId, draft: DraftId): Promise<ReadonlySet<string>> {
  const view = await call('GET /api/texts/:id/agreement', {
    params: { id: text },
    query: { place: draftPlace(draft) },
  })
  return new Set(view.units.filter(({ locked }) => locked).map(({ unit }) => unit))
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
