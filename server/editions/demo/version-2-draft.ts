/**
 * The Japanese committee's private draft of the second version, half way: it continues version 1, five of
 * the nine amendments of the answer are in, one is in with other words, and new text is only Japanese yet.
 */
import {
  amend,
  fact,
  insertAfter,
  missing,
  type Revision,
  revise,
  text,
  type UnitSource,
  unit,
} from './text-source.ts'
import { version1 } from './version-1.ts'
import { version1Answer } from './version-1-answer.ts'

/** One step of the work: who (by sign-in name), when (ISO 8601 UTC), and what then stood there. */
export type DraftStep = { readonly by: string; readonly at: string; readonly units: readonly UnitSource[] }

/** Four sittings of three people. */
export const version2Steps: readonly DraftStep[] = steps(
  ['demo-jap-drafting', '2026-06-03T01:12:08.214Z', asAnswered('u03')],
  ['demo-jap-drafting', '2026-06-03T01:19:41.870Z', asAnswered('u18')],
  [
    'demo-jap-drafting',
    '2026-06-03T01:26:30.052Z',
    insertAfter('u18', version1Answer.find(({ id }) => id === 'u19')!),
  ],
  ['demo-jap-french', '2026-06-04T08:05:17.406Z', asAnswered('u33')],
  ['demo-jap-french', '2026-06-04T08:11:59.330Z', asAnswered('u34')],
  [
    'demo-jap-drafting',
    '2026-06-09T00:58:22.118Z',
    // Taken with other words, and without the brackets.
    amend('u42', {
      fr: 'encourager chaque année l’échange d’une dizaine de jeunes agents territoriaux entre nos collectivités, dans la limite des moyens de chacune.',
      ja: '毎年、各自治体の可能な範囲で、10名程度の若手職員の相互派遣を推進すること。',
    }),
  ],
  [
    'demo-jap-drafting',
    '2026-06-09T01:06:03.745Z',
    // Begun in Japanese; the French still says what version 1 said.
    amend('u40', {
      ja: '地域の魅力は、経済成長のみならず、そこに暮らし、働き、また訪れる人々の生活の質、さらには豊かな自然環境によっても測られるものであることを考慮し、',
    }),
  ],
  [
    'demo-jap-chair',
    '2026-06-10T06:30:44.901Z',
    // New, and not yet in French.
    insertAfter(
      'u36',
      unit(
        'u44',
        'paragraph',
        missing,
        text`あわせて、${fact('next-year')}の次回会議までの間、日仏合同推進委員会を通じて本宣言の実施状況を共有することとした。`,
      ),
    ),
  ],
)

export const version2Draft = version2Steps.at(-1)!.units

function steps(...work: readonly (readonly [by: string, at: string, revision: Revision])[]): DraftStep[] {
  const made: DraftStep[] = []
  for (const [by, at, revision] of work)
    made.push({ by, at, units: revise(made.at(-1)?.units ?? version1, revision) })
  return made
}

function asAnswered(id: string) {
  const answered = version1Answer.find(entry => entry.id === id)!
  return amend(id, { fr: { several: answered.fr }, ja: { several: answered.ja } })
}
