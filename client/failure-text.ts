import { Refusal, Unreachable } from './api.ts'
import { refusals } from './i18n/messages/refusals.ts'
import { useText } from './i18n/use-text.ts'

/** Says any error of `call` in the language of the interface. */
export function useFailureText(): (error: unknown) => string {
  const t = useText(refusals)
  return error =>
    t(error instanceof Refusal ? error.id : error instanceof Unreachable ? 'unreachable' : 'internal')
}
