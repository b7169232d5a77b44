/** What a page says in the margin of where a unit's words come from, in an editor as on a page for reading. */
import { createContext, type ReactNode, useContext } from 'react'
import type { UnitId } from '../../shared/model/ids.ts'

const UnitOriginsContext = createContext<((unit: UnitId) => ReactNode) | null>(null)

export const UnitOriginsProvider = UnitOriginsContext

export function UnitOrigins({ unit }: { readonly unit: UnitId }) {
  return useContext(UnitOriginsContext)?.(unit) ?? null
}
