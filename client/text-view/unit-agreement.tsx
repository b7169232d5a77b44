/** What a page says in the margin of how far the sides agree on a unit, in an editor as on a page for reading. */
import { createContext, type ReactNode, useContext } from 'react'
import type { UnitId } from '../../shared/model/ids.ts'

export type InAgreementMargin = {
  /** `number`: of the unit in the text, from 1. */
  readonly mark: (unit: UnitId, number: number) => ReactNode
  /** The units that the reader asked to see; null for all of them. */
  readonly shown: ReadonlySet<UnitId> | null
}

const UnitAgreementContext = createContext<InAgreementMargin | null>(null)

export const UnitAgreementProvider = UnitAgreementContext

export function UnitAgreement({ unit, number }: { readonly unit: UnitId; readonly number: number }) {
  return useContext(UnitAgreementContext)?.mark(unit, number) ?? null
}

/** Null where every unit is shown. */
export function useUnitsShown(): ReadonlySet<UnitId> | null {
  return useContext(UnitAgreementContext)?.shown ?? null
}

/** Whether the margins of this page say anything of agreement. */
export function useHasAgreement(): boolean {
  return useContext(UnitAgreementContext) !== null
}
