import { speak } from '../../i18n/messages/speak.ts'
import { useText } from '../../i18n/use-text.ts'

/** « 1 min 20 »: a duration in whole seconds, in words. */
export function useDuration(): (seconds: number) => string {
  const t = useText(speak)
  return duration => {
    const whole = Math.round(duration)
    const [minutes, seconds] = [Math.floor(whole / 60), whole % 60]
    if (!minutes) return t('seconds', { seconds })
    if (!seconds) return t('minutes', { minutes })
    return t('minutesSeconds', { minutes, seconds: String(seconds).padStart(2, '0') })
  }
}
