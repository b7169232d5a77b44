/**
 * The Japanese committee's private draft of the second version, half way: it continues version 1, five of
 * the nine amendments of the answer are in, one is in with other words, and new text is only Japanese yet.
 */
import { amend, fact, insertAfter, missing, revise, text, unit } from './text-source.ts'
import { version1 } from './version-1.ts'
import { version1Answer } from './version-1-answer.ts'

export const version2Draft = revise(
  version1,
  asAnswered('u03'),
  asAnswered('u18'),
  asAnswered('u33'),
  asAnswered('u34'),
  insertAfter('u18', version1Answer.find(({ id }) => id === 'u19')!),
  // Taken with other words, and without the brackets.
  amend('u42', {
    fr: 'encourager chaque année l’échange d’une dizaine de jeunes agents territoriaux entre nos collectivités, dans la limite des moyens de chacune.',
    ja: '毎年、各自治体の可能な範囲で、10名程度の若手職員の相互派遣を推進すること。',
  }),
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
)

function asAnswered(id: string) {
  const answered = version1Answer.find(entry => entry.id === id)!
  return amend(id, { fr: { several: answered.fr }, ja: { several: answered.ja } })
}
