/** [W5] Where the speaker is, and where each step leads: within a unit that needs several screens, then on. */
import type { SpeechPhase } from '../../../shared/model/speech-plan.ts'

export type Place = {
  /** Among the units that are spoken, from 0. */
  readonly index: number
  readonly phase: SpeechPhase
  /** Screen within the unit, from 0. */
  readonly step: number
}

export type Course = {
  /** How many units are spoken. */
  readonly count: number
  /** How many screens the present unit takes, at least 1. */
  readonly steps: number
  readonly interpreted: boolean
}

export const BEGINNING: Place = { index: 0, phase: 'speaking', step: 0 }

/** The last place leads to itself. */
export function onward(place: Place, { count, steps, interpreted }: Course): Place {
  const { index, phase, step } = place
  if (phase === 'speaking' && step + 1 < steps) return { ...place, step: step + 1 }
  if (phase === 'speaking' && interpreted) return { ...place, phase: 'interpreting' }
  return index + 1 < count ? at(index + 1) : place
}

/** Back through the screens of a unit, from an interpretation to its words, else to the unit before. */
export function back(place: Place): Place {
  const { index, phase, step } = place
  if (phase === 'interpreting') return { ...place, phase: 'speaking' }
  if (step > 0) return { ...place, step: step - 1 }
  return at(Math.max(0, index - 1))
}

export function jump(index: number, { count }: Pick<Course, 'count'>): Place {
  return at(Math.min(Math.max(0, index), Math.max(0, count - 1)))
}

/** Which of the `pages` of one window belongs to a step, when the widest window of all takes `steps`. */
export function pageAt(step: number, steps: number, pages: number): number {
  return Math.min(pages - 1, Math.floor((Math.min(step, steps - 1) * pages) / steps))
}

function at(index: number): Place {
  return { ...BEGINNING, index }
}
