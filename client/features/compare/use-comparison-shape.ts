/** How a comparison is shown. The address follows; it is not waited for, so that a box ticks when it is ticked. */
import { useCallback, useState } from 'react'
import { useNavigate } from 'react-router'
import { type ComparisonAddress, type ComparisonShape, comparisonAddress } from './comparison-address.ts'

export function useComparisonShape(address: ComparisonAddress): {
  readonly shape: ComparisonShape
  readonly show: (changed: Partial<ComparisonShape>) => void
} {
  const navigate = useNavigate()
  const { from, to, ...asked } = address
  const [shape, setShape] = useState<ComparisonShape>(asked)
  const show = useCallback(
    (changed: Partial<ComparisonShape>) => {
      const next = { ...shape, ...changed }
      setShape(next)
      void navigate(comparisonAddress({ from, to, ...next }), { replace: true, preventScrollReset: true })
    },
    [from, navigate, shape, to],
  )
  return { shape, show }
}
