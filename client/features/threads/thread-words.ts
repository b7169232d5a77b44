/** Names of those who speak and are called, and of the circles that read, in the language of the interface. */
import { useMemo } from 'react'
import type { MandateId } from '../../../shared/model/ids.ts'
import type { Mention } from '../../../shared/model/thread.ts'
import type { CommenterView, ThreadsView } from '../../../shared/protocol/thread-views.ts'
import { common } from '../../i18n/messages/common.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'
import type { CallNames } from './mention-text.ts'

export function useCallNames(): CallNames {
  const t = useText(threads)
  const c = useText(common)
  const language = useLanguage()
  return useMemo(
    () => ({
      person: title => labelIn(title, language).text,
      role: (role, side) => t('callRole', { role: c(`role.${role}`), side: c(`side.${side}`) }),
      side: side => t('callSide', { side: c(`side.${side}`) }),
    }),
    [t, c, language],
  )
}

/** What a mention is read as. */
export function useMentionName(called: ThreadsView['called']): (mention: Mention) => string {
  const t = useText(threads)
  const names = useCallNames()
  return useMemo(
    () => mention => {
      switch (mention.kind) {
        case 'mandate': {
          const title = called[mention.mandate as MandateId]
          return title ? names.person(title) : t('callUnknown')
        }
        case 'role':
          return names.role(mention.role, mention.side)
        case 'side':
          return names.side(mention.side)
      }
    },
    [called, names, t],
  )
}

/** Across delegations people speak by mandate; one's own words are marked as such. */
export function useCommenterName(): (by: CommenterView) => string {
  const language = useLanguage()
  return by => labelIn(by.title, language).text
}
