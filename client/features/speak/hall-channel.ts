/**
 * [W5] The speaker's window and the hall's, on one device, without the server: the speaker's says where it is; the
 * hall's says how many screens the unit takes there, and passes on the keys that reach it, because opening a window
 * takes the keyboard with it.
 */
import { useCallback, useEffect, useRef } from 'react'
import { z } from 'zod'
import type { VersionId } from '../../../shared/model/ids.ts'

const message = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('place'),
    index: z.number(),
    phase: z.enum(['speaking', 'interpreting']),
    step: z.number(),
    steps: z.number(),
  }),
  /** A hall's window has opened and asks where the speaker is. */
  z.object({ kind: z.literal('opened') }),
  z.object({ kind: z.literal('pages'), index: z.number(), pages: z.number() }),
  z.object({ kind: z.literal('key'), act: z.enum(['next', 'previous', 'first', 'last']) }),
])
export type HallMessage = z.infer<typeof message>

/** Returns how to say something; what the other window says is given to `onMessage`. */
export function useHallChannel(
  version: VersionId,
  onMessage: (message: HallMessage) => void,
): (said: HallMessage) => void {
  const channel = useRef<BroadcastChannel>(null)
  const latest = useRef(onMessage)
  useEffect(() => {
    latest.current = onMessage
  })
  useEffect(() => {
    const opened = new BroadcastChannel(`concordance.speak.${version}`)
    opened.onmessage = ({ data }: MessageEvent<unknown>) => {
      // A window left open over an update of the program may say what this one does not know.
      const said = message.safeParse(data)
      if (said.success) latest.current(said.data)
    }
    channel.current = opened
    return () => {
      opened.close()
      channel.current = null
    }
  }, [version])
  return useCallback(said => channel.current?.postMessage(said), [])
}
