/** A comparison as the page holds it, and its words with what is only for the ear left out. */
import { renderToStaticMarkup } from 'react-dom/server'
import type { ComparisonLayout, ShownLanguages } from '../../../client/features/compare/comparison-address.ts'
import { ComparisonBody } from '../../../client/features/compare/comparison-body.tsx'
import { type ComparisonFilters, NO_FILTERS } from '../../../client/features/compare/comparison-filters.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { FactValues } from '../../../shared/model/canonical-form.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { ComparedView } from '../../../shared/protocol/views.ts'

type Shown = {
  readonly layout?: ComparisonLayout
  readonly filters?: ComparisonFilters
  readonly languages?: ShownLanguages
  readonly swapped?: readonly Language[]
  readonly to?: Partial<ComparedView>
  readonly open?: readonly string[]
  /** Values of the facts in each text. */
  readonly facts?: { readonly old: FactValues; readonly new: FactValues }
}

export function draw(
  a: BilingualText,
  b: BilingualText,
  { layout = 'redline', filters = NO_FILTERS, languages = 'both', swapped = [], to, open, facts }: Shown = {},
): HTMLElement {
  const compared = { at: null, sha256: '', adopted: false }
  document.body.innerHTML = renderToStaticMarkup(
    <ComparisonBody
      comparison={compareTexts(a, b, facts ? { facts } : {})}
      facts={facts?.new ?? {}}
      oldFacts={facts?.old}
      layout={layout}
      languages={languages}
      heads={{
        from: { ref: 'version:1', label: 'V1', ...compared },
        to: { ref: 'version:2', label: 'V1-FRA', ...compared, ...to },
        swapped,
        onSwap: () => {},
      }}
      filters={filters}
      open={new Set(open)}
      onOpen={() => {}}
      current={null}
    />,
  )
  return document.body
}

export function silent(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true) as Element | undefined
  for (const said of copy?.querySelectorAll('.unseen') ?? []) said.remove()
  return copy?.textContent ?? ''
}

export function all(root: Element, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map(silent)
}
