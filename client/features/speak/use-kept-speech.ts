/** Place and clock of a speech under way, kept by the window: a clicker's « play » key may reload the page. */
import { useEffect, useState } from 'react'
import { z } from 'zod'
import type { VersionId } from '../../../shared/model/ids.ts'
import { type SpeechClock, STOPPED } from './speech-clock.ts'
import { BEGINNING, type Place } from './speech-course.ts'

const schema = z.object({
  place: z.object({
    index: z.number().int().min(0),
    phase: z.enum(['speaking', 'interpreting']),
    step: z.number().int().min(0),
  }),
  clock: z.object({ before: z.number().min(0), since: z.number().nullable() }),
})

/** `count`: how many units are spoken; a place past them is none. */
export function useKeptSpeech(version: VersionId, count: number) {
  const key = `concordance.speak.${version}`
  const [kept] = useState(() => readKept(key, count))
  const [place, setPlace] = useState<Place>(kept?.place ?? BEGINNING)
  const [clock, setClock] = useState<SpeechClock>(kept?.clock ?? STOPPED)
  useEffect(() => {
    try {
      sessionStorage.setItem(key, JSON.stringify({ place, clock }))
    } catch {
      // No room, or storage forbidden: it holds while the page is open.
    }
  }, [key, place, clock])
  return { place, setPlace, clock, setClock }
}

function readKept(key: string, count: number): z.infer<typeof schema> | undefined {
  try {
    const { data } = schema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null'))
    return data && data.place.index < count ? data : undefined
  } catch {
    // Not ours, or storage forbidden.
    return undefined
  }
}
