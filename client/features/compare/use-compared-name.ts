import { useCallback } from 'react'
import type { InterfaceLanguage } from '../../../shared/model/language.ts'
import type { ComparedView } from '../../../shared/protocol/views.ts'
import { onOneClock } from '../../../shared/words/dates.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { sayIn, useLanguage } from '../../i18n/use-text.ts'
import { useSessionIfAny } from '../../session.tsx'

export type ComparedName = (
  compared: Pick<ComparedView, 'ref' | 'label' | 'at'>,
  language?: InterfaceLanguage,
) => string

/**
 * What a text is called: a version by its label, a draft and what was agreed as what they are, and a draft as it stood by
 * the reader's clock. In the
 * language of the interface unless another is asked for.
 */
export function useComparedName(): ComparedName {
  const spoken = useLanguage()
  const zone = useSessionIfAny()?.person.zone ?? 'UTC'
  return useCallback(
    ({ ref, label, at }, language = spoken) => {
      const t = sayIn(compare, language)
      if (ref.startsWith('draft:')) return t('draft')
      if (ref.startsWith('agreed:')) return t('agreedText')
      return ref.startsWith('state:') && at ? t('draftOf', { when: onOneClock(at, language, zone) }) : label
    },
    [spoken, zone],
  )
}
