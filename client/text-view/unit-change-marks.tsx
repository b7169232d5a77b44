/** What a page says in the margin of a unit of which a change is asked for, in an editor as on a page for reading. */
import { createContext, type ReactNode, useContext } from 'react'
import type { UnitId } from '../../shared/model/ids.ts'

const UnitChangeContext = createContext<((unit: UnitId) => ReactNode) | null>(null)

export const UnitChangeMarksProvider = UnitChangeContext

export function UnitChangeMarks({ unit }: { readonly unit: UnitId }) {
  return useContext(UnitChangeContext)?.(unit) ?? null
}
