/** [A5] Settling a bracket of a joint draft: for each unit it stands in a change to exactly the words that are left. */
import { wordsOfUnits } from '../../../shared/integrate/unit-words.ts'
import { pairForm } from '../../../shared/model/agreement.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { readBrackets } from '../../../shared/model/bracket.ts'
import { canonicalHash } from '../../../shared/model/canonical-form.ts'
import type { UnitId } from '../../../shared/model/ids.ts'
import { resolveBracket, type Settlement } from '../../../shared/model/resolve-bracket.ts'
import type { BodyOf } from '../../../shared/protocol/api.ts'

type Asked = Pick<BodyOf<'POST /api/drafts/:id/changes'>, 'unit' | 'beforePair' | 'blocks' | 'bracket'>

/** In reading order; none when the bracket is not in the text. */
export async function changesThatSettle(
  text: BilingualText,
  group: string,
  settlement: Settlement,
): Promise<Asked[]> {
  const bracket = readBrackets(text).find(each => each.group === group)
  const settled = resolveBracket(text, group, settlement)
  const blocksOf = (unit: UnitId, language: 'fr' | 'ja') =>
    settled[language]
      .filter(block => block.unit === unit)
      .map(({ id, kind, level, content }) => ({
        ...{ id: id as string, kind, level },
        content: content.map(inline =>
          inline.type === 'text' ? { ...inline, marks: [...(inline.marks ?? [])] } : { ...inline },
        ),
      }))
  return Promise.all(
    (bracket?.units ?? []).map(async unit => ({
      unit,
      beforePair: await canonicalHash(pairForm(wordsOfUnits(text, [unit]))),
      blocks: { fr: blocksOf(unit, 'fr'), ja: blocksOf(unit, 'ja') },
      bracket: group,
    })),
  )
}
