/**
 * The Japanese committee's private draft of the second version, half way: three people in four sittings. It continues
 * version 1; five of the nine amendments of the answer are decided, two more have their words in the draft without
 * a decision, one was edited at the same place, and new text is only Japanese yet.
 */
import type { Outcome } from '../../../shared/model/amendment.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
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

export type DemoDecision = {
  /** The unit that the amendment changes. */
  readonly unit: string
  readonly outcome: Outcome
  readonly reason: BilingualLabel | null
}

/** One step of the work: who (by sign-in name), when (ISO 8601 UTC), and what then stood in the draft. */
export type DraftStep = {
  readonly by: string
  readonly at: string
  readonly units: readonly UnitSource[]
  /** Set when the words were not typed but carried out by deciding. */
  readonly decision: DemoDecision | null
}

/** `u19` `u33` `u40` `u43` stay undecided. */
export const version2Steps: readonly DraftStep[] = steps(
  ['demo-jap-drafting', '2026-06-03T01:12:08.214Z', ...accepted('u03')],
  ['demo-jap-drafting', '2026-06-03T01:19:41.870Z', ...accepted('u18')],
  [
    'demo-jap-drafting',
    '2026-06-03T01:26:30.052Z',
    insertAfter('u18', version1Answer.find(({ id }) => id === 'u19')!),
  ],
  ['demo-jap-french', '2026-06-04T08:05:17.406Z', asAnswered('u33')],
  ['demo-jap-french', '2026-06-04T08:11:59.330Z', ...accepted('u34')],
  [
    'demo-jap-drafting',
    '2026-06-09T00:51:47.633Z',
    unchanged,
    {
      unit: 'u15',
      outcome: 'rejected',
      reason: {
        fr: 'Ce paragraphe rend compte des interventions de l’atelier. L’économie sociale et solidaire n’y a pas été abordée du côté japonais ; nous proposons d’en parler dans le compte rendu de l’atelier.',
        ja: '本段落は分科会での発言をまとめたものであり、日本側からは社会的連帯経済についての発言がありませんでした。分科会の報告の中で触れることを提案いたします。',
      },
    },
  ],
  [
    'demo-jap-drafting',
    '2026-06-09T00:56:12.504Z',
    asAnswered('u42'),
    {
      unit: 'u42',
      outcome: 'modified',
      reason: {
        fr: 'Nous partageons l’idée d’un nombre prudent et proposons « une dizaine », qui permet de lever les crochets.',
        ja: '人数を控えめに示すというご趣旨に賛同し、「10名程度」とすることでブラケットを外すことを提案いたします。',
      },
    },
  ],
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

/** What it says now. */
export const version2Draft = version2Steps.at(-1)!.units

type Work = readonly [by: string, at: string, revision: Revision, decision?: DemoDecision]

function steps(...work: readonly Work[]): DraftStep[] {
  const made: DraftStep[] = []
  for (const [by, at, revision, decision = null] of work)
    made.push({ by, at, units: revise(made.at(-1)?.units ?? version1, revision), decision })
  return made
}

function accepted(id: string): readonly [Revision, DemoDecision] {
  return [asAnswered(id), { unit: id, outcome: 'accepted', reason: null }]
}

function asAnswered(id: string): Revision {
  const answered = version1Answer.find(entry => entry.id === id)!
  return amend(id, { fr: { several: answered.fr }, ja: { several: answered.ja } })
}

function unchanged(units: readonly UnitSource[]): readonly UnitSource[] {
  return units
}
