/** In the columns of successive versions: what was decided of an amendment, why, and what became of it. */
import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { VersionId } from '../../../shared/model/ids.ts'
import type { AmendmentFateView, ComparisonView, FatesView } from '../../../shared/protocol/views.ts'
import { call } from '../../api.ts'
import { fates } from '../../i18n/messages/fates.ts'
import { useText } from '../../i18n/use-text.ts'
import { keyOf } from '../../queries.ts'
import type { ChainRow } from '../compare/columns/chain.ts'
import type { ChainRemarks } from '../compare/columns/columns-table.tsx'
import { Reason } from './decision-cell.tsx'
import styles from './marks.module.css'
import { DecisionMark, FateMark } from './marks.tsx'

/** For the versions of the chain that follow an answer which is in the chain too. */
export function useFateRemarks(steps: readonly ComparisonView[]): ChainRemarks {
  const states = useMemo(() => [steps[0]!.from, ...steps.map(step => step.to)].map(({ ref }) => ref), [steps])
  const known = useQueries({
    // The first has nothing before it in the chain that it could have answered to.
    queries: states.slice(2).flatMap(ref => {
      const [, id] = /^version:(.+)$/.exec(ref) ?? []
      if (id === undefined) return []
      const asked = { params: { id: id as VersionId } }
      return {
        queryKey: keyOf('GET /api/versions/:id/fates', asked),
        queryFn: () => call('GET /api/versions/:id/fates', asked),
      }
    }),
    combine: answered,
  })
  return useMemo(
    () => row =>
      known.flatMap(view =>
        amendmentsOf(row, view, states).map(amendment => (
          <FateRemark key={`${view.version.id} ${amendment.amendment}`} view={view} amendment={amendment} />
        )),
      ),
    [known, states],
  )
}

/** Outside the hook, so that the list keeps its identity as long as it says the same. */
function answered(answers: readonly UseQueryResult<FatesView | null, Error>[]): FatesView[] {
  return answers.flatMap(({ data }) => data ?? [])
}

function FateRemark({
  view,
  amendment: { decision, fate, differs },
}: {
  readonly view: FatesView
  readonly amendment: AmendmentFateView
}) {
  const t = useText(fates)
  return (
    <>
      <strong>{t('remarkOf', { answer: view.answer.label, version: view.version.label })}</strong>{' '}
      {decision && (
        <>
          <DecisionMark outcome={decision.outcome} />{' '}
        </>
      )}
      <FateMark fate={fate} />
      {differs && (
        <span className={styles.differs}>
          <span aria-hidden="true">▲ </span>
          {t('difference')}
        </span>
      )}
      {decision?.reason && <Reason reason={decision.reason} />}
    </>
  )
}

/** The amendments of the answer that stand in this row, in the answer's column or, where it deleted, in the base's. */
function amendmentsOf(
  { units }: ChainRow,
  { base, answer, amendments }: FatesView,
  states: readonly string[],
): AmendmentFateView[] {
  const [before, asked] = [base, answer].map(({ id }) => states.indexOf(`version:${id}`))
  if (asked === -1) return []
  return amendments.filter(({ rows }) =>
    rows.some(({ newUnit, oldUnits }) =>
      newUnit !== null
        ? units[asked!]!.includes(newUnit)
        : before !== -1 && oldUnits.some(unit => units[before!]!.includes(unit)),
    ),
  )
}
