// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { beforeEach, describe, expect, test } from 'vitest'
import { FateTable } from '../../../client/features/fates/fate-table.tsx'
import { speak } from '../../../client/i18n/i18n.ts'
import { planAmendments } from '../../../shared/compare/amendments.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import { fatesOf } from '../../../shared/compare/fate.ts'
import type { Outcome } from '../../../shared/model/amendment.ts'
import { unitOrder } from '../../../shared/model/bilingual-text.ts'
import { decisionDiffers } from '../../../shared/model/decision-check.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import type { AmendmentFateView } from '../../../shared/protocol/views.ts'
import { declaration, type Lines } from '../compare/texts.ts'

beforeEach(() => speak('fr'))

const base: Lines = {
  u1: ['Nous coopérons.', '私たちは協力する。'],
  u2: ['Nous échangeons.', '私たちは交流する。'],
  u3: ['Nous accueillons.', '私たちは迎え入れる。'],
}
const answer: Lines = {
  u1: ['Nous coopérons partout.', '私たちは各地で協力する。'],
  u2: ['Nous échangeons bien.', '私たちは交流する。'],
}

/** The table for a following text, with decisions by unit. */
function table(
  following: Lines,
  decided: Readonly<Record<string, readonly [Outcome, BilingualLabel | null]>>,
  decideAt: string | null = null,
): HTMLElement {
  const [b, a, f] = [declaration(base), declaration(answer), declaration(following)]
  const comparison = compareTexts(b, a)
  const { amendments } = planAmendments(comparison)
  const fates = fatesOf({ base: b, answer: a, following: f, amendments, comparison })
  const order = unitOrder(f)
  const since = compareTexts(a, f)
  const views = amendments.map((amendment, index): AmendmentFateView => {
    const fate = fates[index]!
    const decision = decided[[...amendment.oldUnits, ...amendment.newUnits][0]!]
    return {
      amendment: amendment.key,
      kinds: amendment.kinds,
      alarm: amendment.alarm,
      rows: comparison.rows.filter(row => amendment.rows.includes(row.key)),
      fate: fate.fate,
      fr: fate.fr,
      ja: fate.ja,
      places: fate.in.map(unit => ({ unit, position: order.indexOf(unit) })),
      now: since.rows.filter(row => row.oldUnits.some(unit => amendment.newUnits.includes(unit))),
      decision: decision ? { outcome: decision[0], reason: decision[1] } : null,
      differs: decision !== undefined && decisionDiffers(decision[0], fate, f),
    }
  })
  const setting = {
    names: { base: 'V1', answer: 'V1-FRA', version: 'V2' },
    facts: { base: {}, answer: {}, version: {} },
    compareAt: null,
    decideAt,
  }
  document.body.innerHTML = renderToStaticMarkup(
    <MemoryRouter>
      <FateTable amendments={views} setting={setting} />
    </MemoryRouter>,
  )
  return document.body
}
const part = (root: HTMLElement, unit: string) =>
  root.querySelector<HTMLElement>(`[data-amendment="${unit}"]`)!
const said = (element: HTMLElement) => element.textContent.replaceAll(/\s+/g, ' ')

describe('the table of fates', () => {
  test('[C6] folds what was taken, and shows beside the rest what stands in its place now', () => {
    const root = table({ ...base, u1: answer.u1! }, { u1: ['accepted', null], u2: ['rejected', null] })
    expect(said(part(root, 'u1'))).toContain('V2 : tel que proposé')
    expect(said(part(root, 'u1'))).not.toContain('V1-FRA → V2')
    expect(said(part(root, 'u2'))).toContain('V1-FRA → V2')
    expect(part(root, 'u2').querySelector('del')?.textContent).toContain('bien')
  })

  test('[C6] [D2] says a fate by word and shape, for each language, and that one is not concerned', () => {
    const root = table({ ...base, u1: answer.u1! }, { u1: ['accepted', null], u2: ['rejected', null] })
    expect(said(part(root, 'u1'))).toMatch(/● ?Pris.*Français ?● ?Pris.*日本語 ?● ?Pris/)
    expect(said(part(root, 'u2'))).toMatch(/○ ?Non pris.*Français ?○ ?Non pris.*日本語 ?non concerné/)
  })

  test('[C6] frames in words where decision and text differ, and only there', () => {
    const root = table(base, { u1: ['accepted', null], u2: ['rejected', null] })
    expect(part(root, 'u1').dataset.differs).toBe('true')
    expect(said(part(root, 'u1'))).toContain('La décision dit « accepté », mais V2 ne reprend pas ces mots.')
    expect(part(root, 'u2').dataset.differs).toBeUndefined()
    speak('ja')
    expect(said(part(table(answer, { u1: ['rejected', null] }), 'u1'))).toContain(
      '対応は「却下」ですが、V2にこの文言が入っています。',
    )
  })

  test('[C6] says that a deletion was taken, without words to show', () => {
    const deleted = part(table(answer, { u3: ['accepted', null] }), '-u3')
    expect(said(deleted)).toContain('V2 : supprimé, comme proposé')
    expect(deleted.querySelector('button')).toBeNull()
    expect(said(deleted)).toContain('V1 : § 3')
  })

  test('[A1] gives reasons in the languages in which they were given, and says when one is missing', () => {
    const reason = { fr: 'Déjà dit.', ja: '既述のため。' }
    const root = table(base, { u1: ['rejected', reason], u2: ['rejected', { fr: '', ja: '不要。' }] })
    const [fr, ja] = part(root, 'u1').querySelectorAll('td p[lang]:not([data-kind])')
    expect(said(part(root, 'u1'))).toContain('Déjà dit.既述のため。')
    expect([fr, ja]).toBeDefined()
    expect(said(part(root, 'u1'))).not.toContain('seulement')
    expect(said(part(root, 'u2'))).toContain('Motif donné en japonais seulement')
  })

  test('[R5] before it leaves, what is undecided has the way to decide it; afterwards it has none', () => {
    const open = part(table(base, {}, '/drafts/d1?amendments=undecided'), 'u1')
    expect(open.querySelector('a')?.getAttribute('href')).toBe('/drafts/d1?amendments=undecided')
    expect(said(open)).toContain('À décider')
    const left = part(table(base, {}), 'u1')
    expect(left.querySelector('a')).toBeNull()
    expect(said(left)).toContain('Aucune décision enregistrée')
  })

  test('[D2] is one table: a head for each column, and for each amendment a row head that spans its rows', () => {
    const root = table(base, { u1: ['accepted', null] })
    expect([...root.querySelectorAll('thead th')].map(th => th.textContent)).toEqual([
      'Paragraphe',
      'Français',
      '日本語',
      'Décision et motif',
      'Sort',
    ])
    for (const body of root.querySelectorAll('tbody')) {
      const rows = body.querySelectorAll('tr').length
      expect(body.querySelector('th[scope=rowgroup]')?.getAttribute('rowspan')).toBe(String(rows))
      // Every row of the grid has five columns, spans counted.
      const width = (from: number) =>
        [...body.querySelectorAll('tr')].reduce(
          (sum, row) =>
            sum +
            [...row.children].reduce((cells, cell) => {
              const { colSpan, rowSpan } = cell as HTMLTableCellElement
              return cells + colSpan * rowSpan
            }, 0),
          from,
        )
      expect(width(0)).toBe(rows * 5)
    }
  })
})
