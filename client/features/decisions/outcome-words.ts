/** What an amendment's or a thread's outcome is called, in any language of the interface, and its shape. */
import type { InterfaceLanguage } from '../../../shared/model/language.ts'
import type { RoundAmendment, RoundThread, RoundView } from '../../../shared/protocol/round-views.ts'
import { STATE_SIGNS } from '../../editor/amendments/state-signs.ts'
import { decisions } from '../../i18n/messages/decisions.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { sayIn } from '../../i18n/use-text.ts'
import type { RoundOutcome } from './decisions-address.ts'

export type SaidOutcome = {
  readonly key: RoundOutcome
  /** Empty where there is none. */
  readonly sign: string
  readonly say: (language: InterfaceLanguage) => string
}

/** Without a decision: to be decided, still awaited, or never recorded. */
export function saidOutcome(
  { decision }: Pick<RoundAmendment, 'decision'>,
  end: Pick<RoundView['end'], 'state'>,
): SaidOutcome {
  if (decision) {
    const { outcome } = decision
    return {
      key: outcome,
      sign: STATE_SIGNS[outcome],
      say: each => sayIn(fates, each)(`decision.${outcome}`),
    }
  }
  const key = end.state === 'draft' ? 'undecided' : end.state === 'waiting' ? 'waiting' : 'none'
  const sign = key === 'none' ? '' : STATE_SIGNS.undecided
  return { key: 'undecided', sign, say: each => sayIn(decisions, each)(`outcome.${key}`) }
}

export function saidState({ resolved }: Pick<RoundThread, 'resolved'>): SaidOutcome {
  const key = resolved ? 'resolved' : 'open'
  return { key, sign: resolved ? '✓' : '○', say: each => sayIn(decisions, each)(key) }
}
