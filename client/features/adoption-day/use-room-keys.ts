/** The keyboard of the room's view, and the number that is being typed. */
import { useEffect, useRef, useState } from 'react'
import { useSingleKeysOn } from '../../single-keys.ts'
import { giveBack, isForControl } from '../speak/use-speak-keys.ts'
import { type RoomAct, roomActOf } from './room-keys.ts'

/** Acts without the typing of a number, which is ended here: `go` says to which. */
export type RoomDeed = Exclude<RoomAct, { kind: 'digit' | 'jump' | 'erase' }> | { kind: 'go'; number: number }

export function useRoomKeys(act: (deed: RoomDeed) => void) {
  const [singleKeys, setSingleKeys] = useSingleKeysOn()
  const [typed, setTyped] = useState('')
  const latest = useRef({ act, typed, singleKeys })
  useEffect(() => {
    latest.current = { act, typed, singleKeys }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const now = latest.current
      if (isForControl(event)) return
      const found = roomActOf(event, now.singleKeys, now.typed)
      if (!found) return
      event.preventDefault()
      if (found.kind === 'digit') return setTyped(`${now.typed}${found.digit}`.slice(0, 4))
      if (found.kind === 'erase') return setTyped(now.typed.slice(0, -1))
      setTyped('')
      if (found.kind === 'jump') return now.act({ kind: 'go', number: Number(now.typed) })
      if (found.kind === 'leave' && now.typed) return
      now.act(found)
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('click', giveBack)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('click', giveBack)
    }
  }, [])
  return { typed, singleKeys: { on: singleKeys, set: setSingleKeys } }
}
