/**
 * [A3] The agreement on a text around that text: a line that counts the states and shows those one asks for, and a
 * sign in the margin of each unit. Where nothing is known (an observer, a text that is no declaration) there is neither.
 */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { UnitAgreementProvider } from '../../text-view/unit-agreement.tsx'
import { useSingleKeys } from '../compare/use-single-keys.ts'
import { AgreementBar } from './agreement-bar.tsx'
import type { CardActs } from './agreement-card.tsx'
import { AgreementMark } from './agreement-mark.tsx'
import { goToMark } from './go-to-mark.ts'
import { ReopenDialog } from './reopen-dialog.tsx'
import { lacksConsentOf } from './unit-standing.ts'
import { type AgreementOf, useAgreement } from './use-agreement.ts'
import { useAgreementFilter } from './use-agreement-filter.ts'

type AgreementProps = AgreementOf & {
  /** As it reads now. */
  readonly text: () => BilingualText
  readonly facts: FactValues
  /** A draft of one side alone. */
  readonly isPrivate?: boolean
  /** The key `a` goes to the next unit without our consent; not where letters are typed or mean something else. */
  readonly letters?: boolean
  /** Brings a unit onto the page, where some are folded. */
  readonly reveal?: (unit: UnitId) => void
  readonly children: ReactNode
}

export function Agreement(props: AgreementProps) {
  const { of, place, live, since, text, facts, isPrivate = false, letters = false, reveal, children } = props
  const known = useAgreement({ of, place, live, since })
  const [reopening, setReopening] = useState<{ unit: UnitId; number: number } | null>(null)
  const side = known?.view.consentsFor ?? null
  const ours = side ?? known?.view.sides[0] ?? null
  const filter = useAgreementFilter(known?.standings, ours)
  const latest = useLatest({ text, reveal })
  const acts = useMemo(
    (): CardActs => ({
      ...{ text: of.id, place: place ?? 'draft:-', side, isPrivate, facts },
      wordsOf: unit => {
        const now = latest.current.text()
        const [fr, ja] = LANGUAGES.map(language => now[language].filter(block => block.unit === unit))
        return fr!.length + ja!.length > 0 ? { fr: fr!, ja: ja! } : undefined
      },
      reopen: (unit, number) => setReopening({ unit, number }),
    }),
    [of.id, place, side, isPrivate, facts, latest],
  )
  const standings = known?.standings
  const { shown } = filter
  const inMargin = useMemo(
    () =>
      standings
        ? {
            shown,
            mark: (unit: UnitId, number: number) => {
              const standing = standings.get(unit)
              return standing ? <AgreementMark standing={standing} number={number} acts={acts} /> : null
            },
          }
        : null,
    [standings, shown, acts],
  )
  const go = useCallback((unit: UnitId) => goToMark(unit, latest.current.reveal), [latest])
  const next = () => {
    const units = [...(standings?.values() ?? [])]
    const listed = units.filter(({ unit }) => !shown || shown.has(unit))
    const waiting = listed.filter(standing =>
      ours ? lacksConsentOf(standing, ours) : !['agreed', 'sealed'].includes(standing.state),
    )
    const at = document.activeElement?.closest<HTMLElement>('[data-unit]')?.dataset.unit
    const from = units.findIndex(({ unit }) => unit === at)
    const after = waiting.find(standing => units.indexOf(standing) > from) ?? waiting[0]
    if (after) go(after.unit)
  }
  useSingleKeys(letters ? { a: next } : NO_KEYS)
  return (
    <>
      {known && (
        <AgreementBar
          known={known}
          acts={acts}
          ours={ours}
          filter={filter}
          text={text}
          letters={letters}
          onGo={go}
          onNext={next}
        />
      )}
      <UnitAgreementProvider value={inMargin}>{children}</UnitAgreementProvider>
      {reopening && <ReopenDialog {...reopening} acts={acts} onClose={() => setReopening(null)} />}
    </>
  )
}

const NO_KEYS = {}

function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
