/** How this device shows a text that is spoken; the lectern's window and the hall's each have their own. */
import { useState } from 'react'
import { z } from 'zod'
import { interfaceLanguage } from '../../i18n/i18n.ts'

export type Screen = 'speaker' | 'hall'
export type ShownLanguages = 'fr' | 'ja' | 'both'

/** Each step is a tenth larger or smaller. */
export const SIZE_STEPS = { smallest: -6, largest: 6 } as const

export type SpeakPreferences = z.infer<typeof schema>

const schema = z.object({
  shown: z.enum(['fr', 'ja', 'both']).catch('both'),
  /** The language the speaker speaks in: the plan counts its words. Null: that of the interface. */
  spokenIn: z.enum(['fr', 'ja']).nullable().catch(null),
  size: z.number().int().min(SIZE_STEPS.smallest).max(SIZE_STEPS.largest).catch(0),
  notes: z.boolean().catch(true),
  /** Light letters on a dark ground. */
  dark: z.boolean(),
  /** Null: as the edition says. */
  interpreted: z.boolean().nullable().catch(null),
})

const KEPT = { speaker: 'concordance.speak', hall: 'concordance.speak.hall' } as const

export function useSpeakPreferences(
  screen: Screen,
): readonly [SpeakPreferences, (change: Partial<SpeakPreferences>) => void] {
  const [preferences, setPreferences] = useState(() => readPreferences(localStorage, screen))
  const change = (changed: Partial<SpeakPreferences>) => {
    const next = { ...preferences, ...changed }
    setPreferences(next)
    try {
      localStorage.setItem(KEPT[screen], JSON.stringify(next))
    } catch {
      // No room, or storage forbidden: it holds while the page is open.
    }
  }
  return [preferences, change]
}

/** What was kept; for what was not, or cannot be read, the way a first visitor finds it. */
export function readPreferences(storage: Pick<Storage, 'getItem'>, screen: Screen): SpeakPreferences {
  // A lectern stands in a dark room; a projector shows more on white.
  const shape = schema.extend({ dark: z.boolean().catch(screen === 'speaker') })
  return shape.parse(keptEntry(storage, KEPT[screen]))
}

function keptEntry(storage: Pick<Storage, 'getItem'>, key: string): object {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '{}')
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? kept : {}
  } catch {
    // Not ours, or storage forbidden.
    return {}
  }
}

export function spokenLanguage({ spokenIn }: Pick<SpeakPreferences, 'spokenIn'>): 'fr' | 'ja' {
  return spokenIn ?? (interfaceLanguage() === 'ja' ? 'ja' : 'fr')
}
