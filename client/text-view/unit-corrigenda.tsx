/** What a page for reading says beside a unit of the corrigenda that correct it. */
import { createContext, type ReactNode, useContext } from 'react'
import type { UnitId } from '../../shared/model/ids.ts'

const UnitCorrigendaContext = createContext<((unit: UnitId) => ReactNode) | null>(null)

export const UnitCorrigendaProvider = UnitCorrigendaContext

export function UnitCorrigenda({ unit }: { readonly unit: UnitId }) {
  return useContext(UnitCorrigendaContext)?.(unit) ?? null
}
