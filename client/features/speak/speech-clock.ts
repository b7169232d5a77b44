/** The speaker's clock: started, paused, set back. Instants are those of the device, in milliseconds. */
export type SpeechClock = {
  /** Milliseconds that ran before the last start. */
  readonly before: number
  /** When it was last started; null while it stands. */
  readonly since: number | null
}

export const STOPPED: SpeechClock = { before: 0, since: null }

export function startOrPause(clock: SpeechClock, now: number): SpeechClock {
  return clock.since === null
    ? { ...clock, since: now }
    : { before: elapsedSeconds(clock, now) * 1_000, since: null }
}

/** A clock that runs goes on from nothing. */
export function setBack({ since }: SpeechClock, now: number): SpeechClock {
  return { before: 0, since: since === null ? null : now }
}

/** In seconds, with fractions. A device whose clock is put back loses nothing that was counted before. */
export function elapsedSeconds({ before, since }: SpeechClock, now: number): number {
  return (before + (since === null ? 0 : Math.max(0, now - since))) / 1_000
}

/** 754 → « 12:34 »; an hour and more as « 1:02:34 ». */
export function clockFace(seconds: number): string {
  const whole = Math.floor(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60]
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${two(minutes)}:${two(whole % 60)}`
}
