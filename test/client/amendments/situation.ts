/** A base, an answer and a draft written by hand, with what the server would say of them. */

import type { LiveText } from '../../../client/editor/live-text.ts'
import { createDeskStore, type DeskStore } from '../../../client/features/amendments/desk-store.ts'
import { planAmendments } from '../../../shared/compare/amendments.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { Outcome } from '../../../shared/model/amendment.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import type { AmendmentsView, DecisionView, VersionView } from '../../../shared/protocol/views.ts'

export function viewOf(
  base: BilingualText,
  answer: BilingualText,
  decisions: Readonly<Record<string, Outcome>> = {},
): AmendmentsView {
  const comparison = compareTexts(base, answer)
  return {
    base: { label: 'V1', side: 'jap' } as VersionView,
    answer: { label: 'V1-FRA', side: 'fra' } as VersionView,
    comparison,
    facts: { base: {}, answer: {} },
    amendments: planAmendments(comparison).amendments,
    decisions: Object.entries(decisions).map(
      ([amendment, outcome]): DecisionView => ({
        amendment,
        outcome,
        reason: outcome === 'rejected' ? { fr: 'Trop tôt.', ja: '' } : null,
        by: { fr: 'COPIL JAP', ja: '日本側' },
        at: '2026-06-03T01:00:00.000Z',
        carried: true,
      }),
    ),
    mayDecide: true,
  }
}

/** A text that changes when it is told to. */
export function liveText(first: BilingualText): LiveText & { set(text: BilingualText): void } {
  let text = first
  const listeners = new Set<() => void>()
  return {
    get: () => text,
    read: () => text,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(next) {
      text = next
      for (const listener of [...listeners]) listener()
    },
  }
}

export function openStore(view: AmendmentsView, live: LiveText): DeskStore {
  const store = createDeskStore(live)
  store.subscribe(() => {})
  store.setView(view)
  return store
}
