/** An answer that changes every third unit and brings some, all of it undecided and shown over the text. */
import type * as Y from 'yjs'
import type { EditorAmendments } from '../../../client/editor/amendments/editor-amendments.ts'
import { createMarkStore } from '../../../client/editor/amendments/mark-store.ts'
import { planMarks } from '../../../client/editor/amendments/plan-marks.ts'
import { createLiveText, sameOrder } from '../../../client/editor/live-text.ts'
import { createDeskStore } from '../../../client/features/amendments/desk-store.ts'
import { planAmendments } from '../../../shared/compare/amendments.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { BilingualText, Block } from '../../../shared/model/bilingual-text.ts'
import type { BlockId, UnitId } from '../../../shared/model/ids.ts'
import type { AmendmentsView, VersionView } from '../../../shared/protocol/views.ts'

export function answeredBy(doc: Y.Doc, base: BilingualText): EditorAmendments {
  const comparison = compareTexts(base, answerTo(base))
  const plan = planAmendments(comparison)
  const view: AmendmentsView = {
    base: { label: 'V1', side: 'jap' } as VersionView,
    answer: { label: 'V1-FRA', side: 'fra' } as VersionView,
    comparison,
    facts: { base: {}, answer: {} },
    amendments: plan.amendments,
    decisions: [],
    mayDecide: true,
  }
  const live = createLiveText(doc)
  const desks = createDeskStore(live)
  const marks = createMarkStore()
  const words = { goes: 'à supprimer : ', comes: 'à ajouter : ', caption: () => '' }
  let shown: { desk: unknown; draft: BilingualText } | undefined
  const show = () => {
    const [desk, draft] = [desks.get()!, live.get()]
    if (shown?.desk === desk && sameOrder(shown.draft, draft)) return
    shown = { desk, draft }
    const { items, accepted } = desk
    const standing = items.filter(item => item.standing === 'base')
    marks.set(planMarks(standing, draft, { plan, accepted, facts: {}, words }))
  }
  desks.subscribe(() => {})
  desks.setView(view)
  show()
  live.subscribe(show)
  const states = new Map(plan.amendments.map(({ key }) => [key, 'undecided'] as const))
  return {
    marks,
    byUnit: new Map([...states].map(([amendment, state]) => [amendment, [{ amendment, state }]])),
    states,
    open: () => {},
    toList: () => false,
  }
}

function answerTo(base: BilingualText): BilingualText {
  const amended = (blocks: readonly Block[], words: string) =>
    blocks.flatMap((block, index): Block[] => {
      if (index % 3 !== 1) return [block]
      const more: Block = { ...block, content: [...block.content, { type: 'text', text: ` ${words}` }] }
      if (index % 12 !== 1) return [more]
      const fresh: Block = {
        ...block,
        id: `new ${block.id}` as BlockId,
        unit: `new ${block.unit}` as UnitId,
        content: [{ type: 'text', text: `${words} ${index}` }],
      }
      return [more, fresh]
    })
  return { fr: amended(base.fr, 'et ce qui suit.'), ja: amended(base.ja, 'および次のこと。') }
}
