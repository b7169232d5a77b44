/** How the page of facts names things: kinds, owners, and what a fact prints as. */
import type { FactOwner, FactStatement, Organisation } from '../../../shared/model/edition.ts'
import type { WrittenValue } from '../../../shared/model/fact-value.ts'
import { renderFact } from '../../../shared/model/fact-values.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import { facts } from '../../i18n/messages/facts.ts'
import { labelIn, useLanguage, useText } from '../../i18n/use-text.ts'

export const STATUS_SIGNS = { open: '○', confirmed: '●' } as const

/** The owner as one reads it; an organisation that the edition no longer has reads as a dash. */
export function useOwnerName(
  organisations: readonly Organisation[],
): (owner: FactOwner) => ReturnType<typeof labelIn> {
  const t = useText(facts)
  const language = useLanguage()
  return owner => {
    if ('side' in owner) return { text: t(`side.${owner.side}`), lang: language }
    const name: BilingualLabel =
      'title' in owner
        ? owner.title
        : (organisations.find(({ id }) => id === owner.organisation)?.name ?? { fr: '—', ja: '—' })
    return labelIn(name, language)
  }
}

/** With the brackets of each language while it is open; null while it is not known. */
export function printed(
  said: Pick<FactStatement, 'label' | 'value' | 'unit' | 'status'>,
): WrittenValue | null {
  return said.value && renderFact(said)
}
