/** [D1] [A1] [C6] What the first page says of amendments: those to decide in one's own draft, and what became of one's own. */
import type { Mandate } from '../../shared/model/mandate.ts'
import type { DeskView } from '../../shared/protocol/views.ts'
import { isRefusal } from '../http/respond.ts'
import { isMemberOf } from '../policies/membership.ts'
import type { TextDeps } from '../texts/text-deps.ts'
import { draftFor, type TextSituation, versionsFor } from '../texts/text-situation.ts'
import { unlessUnreadable } from '../texts/unless-unreadable.ts'
import { readOpenAnswer } from './open-answer.ts'
import { versionFates } from './version-fates.ts'

type Deps = Pick<TextDeps, 'db' | 'comparisons' | 'fates'>

/** Of the drafts that these mandates may read; nobody else is told that there is anything to decide. */
export async function amendmentsToDecide(
  deps: Deps,
  situations: readonly TextSituation[],
  mandates: readonly Mandate[],
): Promise<DeskView['toDecide']> {
  const lines: DeskView['toDecide'][number][] = []
  for (const situation of situations) {
    const draft = draftFor(situation, mandates)
    const open = draft && (await unlessUnreadable(readOpenAnswer(deps, situation, draft)))
    if (!draft || !open || isRefusal(open)) continue
    const { amendments } = open.plan
    const decided = new Set(open.decisions.map(({ amendment }) => amendment))
    lines.push({
      text: situation.text.id,
      draft: draft.id,
      answer: { id: open.answer.id, label: open.answer.label },
      undecided: amendments.filter(({ key }) => !decided.has(key)).length,
      amendments: amendments.length,
    })
  }
  return lines
}

/** Of the latest version of each text, when it follows an answer of a side that these mandates belong to. */
export async function fatesReceived(
  deps: Deps,
  situations: readonly TextSituation[],
  mandates: readonly Mandate[],
): Promise<DeskView['fates']> {
  const lines: DeskView['fates'][number][] = []
  for (const situation of situations) {
    const version = versionsFor(situation, mandates).at(-1)
    const found = version && (await unlessUnreadable(versionFates(deps, situation, mandates, version)))
    if (!version || !found || isRefusal(found) || !isMemberOf(mandates, found.answer.side!)) continue
    lines.push({
      text: situation.text.id,
      version: { id: version.id, label: version.label },
      answer: { id: found.answer.id, label: found.answer.label },
      counts: found.fates.counts,
    })
  }
  return lines
}
