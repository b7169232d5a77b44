/**
 * The Japanese committee's private draft of the second version, half way. It continues version 1. Before it
 * decided anything, its drafter had written some of the answer's words and some of its own; then it decided five
 * of the nine amendments, and gave one of them other words.
 */
import type { Outcome } from '../../../shared/model/amendment.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import { amend, fact, insertAfter, missing, type Revision, revise, text, unit } from './text-source.ts'
import { version1 } from './version-1.ts'
import { version1Answer } from './version-1-answer.ts'

export type DemoDecision = {
  /** The unit that the amendment changes. */
  readonly unit: string
  readonly outcome: Outcome
  readonly reason: BilingualLabel | null
  /** ISO 8601 UTC. */
  readonly at: string
}

const written: readonly Revision[] = [
  asAnswered('u33'),
  insertAfter('u18', version1Answer.find(({ id }) => id === 'u19')!),
  // Begun in Japanese; the French still says what version 1 said.
  amend('u40', {
    ja: '地域の魅力は、経済成長のみならず、そこに暮らし、働き、また訪れる人々の生活の質、さらには豊かな自然環境によっても測られるものであることを考慮し、',
  }),
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
]

/** What the draft said when its drafter began to decide. */
export const version2Begun = revise(version1, ...written)

/** In the order in which they were taken; `u19` `u33` `u40` `u43` are undecided. */
export const version2Decisions: readonly DemoDecision[] = [
  { unit: 'u03', outcome: 'accepted', reason: null, at: '2026-06-10T04:32:00Z' },
  { unit: 'u18', outcome: 'accepted', reason: null, at: '2026-06-10T04:41:00Z' },
  {
    unit: 'u15',
    outcome: 'rejected',
    reason: {
      fr: 'Ce paragraphe rend compte des interventions de l’atelier. L’économie sociale et solidaire n’y a pas été abordée du côté japonais ; nous proposons d’en parler dans le compte rendu de l’atelier.',
      ja: '本段落は分科会での発言をまとめたものであり、日本側からは社会的連帯経済についての発言がありませんでした。分科会の報告の中で触れることを提案いたします。',
    },
    at: '2026-06-10T05:06:00Z',
  },
  { unit: 'u34', outcome: 'accepted', reason: null, at: '2026-06-10T05:15:00Z' },
  {
    unit: 'u42',
    outcome: 'modified',
    reason: {
      fr: 'Nous partageons l’idée d’un nombre prudent et proposons « une dizaine », qui permet de lever les crochets.',
      ja: '人数を控えめに示すというご趣旨に賛同し、「10名程度」とすることでブラケットを外すことを提案いたします。',
    },
    at: '2026-06-10T05:24:00Z',
  },
]

/** What it says now. */
export const version2Draft = revise(
  version1,
  ...written,
  asAnswered('u03'),
  asAnswered('u18'),
  asAnswered('u34'),
  // Taken with other words, and without the brackets.
  amend('u42', {
    fr: 'encourager chaque année l’échange d’une dizaine de jeunes agents territoriaux entre nos collectivités, dans la limite des moyens de chacune.',
    ja: '毎年、各自治体の可能な範囲で、10名程度の若手職員の相互派遣を推進すること。',
  }),
)

function asAnswered(id: string): Revision {
  const answered = version1Answer.find(entry => entry.id === id)!
  return amend(id, { fr: { several: answered.fr }, ja: { several: answered.ja } })
}
