/** How this device shows the text to the room. */
import { useState } from 'react'
import { z } from 'zod'

/** Each step is a tenth larger or smaller. */
export const SIZE_STEPS = { smallest: -6, largest: 6 } as const

const schema = z.object({
  size: z.number().int().min(SIZE_STEPS.smallest).max(SIZE_STEPS.largest).catch(0),
  /** One unit large, the others dimmed; else the whole text in one size. */
  focus: z.boolean().catch(true),
  /** Light letters on a dark ground: a projector shows more on white. */
  dark: z.boolean().catch(false),
})
export type RoomPreferences = z.infer<typeof schema>

const KEPT = 'concordance.adoption-day'

export function useRoomPreferences(): readonly [RoomPreferences, (change: Partial<RoomPreferences>) => void] {
  const [preferences, setPreferences] = useState(() => schema.parse(kept()))
  const change = (changed: Partial<RoomPreferences>) => {
    const next = { ...preferences, ...changed }
    setPreferences(next)
    try {
      localStorage.setItem(KEPT, JSON.stringify(next))
    } catch {
      // No room, or storage forbidden: it holds while the page is open.
    }
  }
  return [preferences, change]
}

function kept(): object {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}')
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : {}
  } catch {
    // Not ours, or storage forbidden.
    return {}
  }
}
