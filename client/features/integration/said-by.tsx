import type { SaidBy } from '../../../shared/protocol/integration-views.ts'
import { labelIn, useLanguage } from '../../i18n/use-text.ts'
import { SideMark } from '../../ui/side-mark.tsx'

/** A side and a mandate, in words. */
export function SaidByWords({ by: { side, title } }: { readonly by: SaidBy }) {
  const language = useLanguage()
  const said = title && labelIn(title, language)
  return (
    <>
      {side && <SideMark side={side} />} {said && <span lang={said.lang}>{said.text}</span>}
    </>
  )
}

/** The same for a placeholder of a message. */
export function useSaidBy(): (by: SaidBy) => string {
  const language = useLanguage()
  return ({ title }) => (title ? labelIn(title, language).text : '—')
}
