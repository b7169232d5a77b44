/** What a page puts into the margin of each unit, whichever way its text is laid out. */
import { createContext, type ReactNode, useContext } from 'react'
import type { UnitId } from '../../shared/model/ids.ts'

type InMargin = (unit: UnitId, number: number) => ReactNode

const UnitMarginContext = createContext<InMargin | null>(null)

export const UnitMarginProvider = UnitMarginContext

/** `number`: of the unit in the text, from 1. */
export function UnitMargin({ unit, number }: { readonly unit: UnitId; readonly number: number }) {
  const inMargin = useContext(UnitMarginContext)
  return inMargin?.(unit, number) ?? null
}
