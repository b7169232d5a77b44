/** [W5] When each unit of a text should be spoken, and how far from that the speaker is. All times in seconds. */
import { plainText, type Unit } from './bilingual-text.ts'
import type { Language } from './language.ts'
import { lengthOf, speakingSeconds } from './speech.ts'
import type { SpokenUnit } from './spoken-units.ts'

export type SpeechPlan = {
  readonly units: readonly PlannedUnit[]
  /** From the first word to the end of the last interpretation. */
  readonly seconds: number
  /** What the text would take at the pace of `speech.ts`; more than `seconds` when it has to be said faster. */
  readonly natural: number
  /** The speaker's share of the plenary; null when it is not known, or the text has none. */
  readonly allotted: number | null
}
export type PlannedUnit = {
  readonly startsAt: number
  readonly speaking: number
  /** 0 without consecutive interpretation. */
  readonly interpreting: number
}
export type SpeechPhase = 'speaking' | 'interpreting'

type PlanSettings = {
  /** The language the speaker speaks; a unit that lacks it is counted in the other. */
  readonly language: Language
  readonly interpreted: boolean
  readonly allotted: number | null
}

/** By length; a text longer than its share is planned faster, in proportion, so that following the plan ends in time. */
export function planSpeech(units: readonly SpokenUnit[], settings: PlanSettings): SpeechPlan {
  const { language, interpreted, allotted } = settings
  const lengths = units.map(unit => lengthIn([...unit.opens, unit], language))
  const natural = lengths.reduce((sum, seconds) => sum + seconds, 0) * (interpreted ? 2 : 1)
  const rate = allotted !== null && natural > allotted ? allotted / natural : 1
  let startsAt = 0
  const planned = lengths.map((length): PlannedUnit => {
    const speaking = length * rate
    const unit = { startsAt, speaking, interpreting: interpreted ? speaking : 0 }
    startsAt += unit.speaking + unit.interpreting
    return unit
  })
  return { units: planned, seconds: startsAt, natural, allotted }
}

/** The restitutions share the plenary's time equally. */
export function shareOf(minutes: number, workshops: number): number | null {
  return workshops > 0 ? (minutes * 60) / workshops : null
}

/** Less than this is on time: nobody speaks by the second. */
const ON_TIME = 10

/**
 * How late the speaker is: above 0 behind, below 0 ahead, 0 on time. One is behind when the planned end of what is
 * being said has passed, and ahead when its planned beginning is still to come.
 */
export function paceAt(plan: SpeechPlan, index: number, phase: SpeechPhase, elapsed: number): number {
  const unit = plan.units[index]
  if (!unit) return 0
  const turn = unit.startsAt + unit.speaking
  const [begins, ends] = phase === 'speaking' ? [unit.startsAt, turn] : [turn, turn + unit.interpreting]
  const off = elapsed > ends ? elapsed - ends : elapsed < begins ? elapsed - begins : 0
  return Math.abs(off) < ON_TIME ? 0 : off
}

/** Where a full minute of the plan falls: at `fraction` (0 to 1) of a unit's words, or in its interpretation. */
export type MinuteMark = {
  readonly minute: number
  readonly index: number
  readonly phase: SpeechPhase
  readonly fraction: number
}

export function minuteMarks({ units, seconds }: SpeechPlan): MinuteMark[] {
  const marks: MinuteMark[] = []
  let index = 0
  for (let minute = 1; minute * 60 < seconds; minute++) {
    const at = minute * 60
    while (units[index + 1] && units[index + 1]!.startsAt <= at) index++
    const { startsAt, speaking, interpreting } = units[index]!
    const into = at - startsAt
    marks.push(
      into <= speaking
        ? { minute, index, phase: 'speaking', fraction: into / speaking }
        : { minute, index, phase: 'interpreting', fraction: (into - speaking) / interpreting },
    )
  }
  return marks
}

function lengthIn(units: readonly Unit[], language: Language): number {
  const other = language === 'fr' ? 'ja' : 'fr'
  const secondsIn = (unit: Unit, of: Language) =>
    unit[of].reduce((sum, block) => sum + lengthOf(plainText(block), of), 0)
  return units.reduce((sum, unit) => {
    const said = unit[language].length ? language : other
    return sum + speakingSeconds(secondsIn(unit, said), said, false)
  }, 0)
}
