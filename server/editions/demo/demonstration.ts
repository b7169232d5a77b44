/**
 * The demonstration: the edition, its texts and what was said when each was transmitted. The wording of
 * every text is invented. Facts stand in the texts by key: pass them through `withFactIds` first.
 */
import type { BilingualText, Side } from '../../../shared/model/bilingual-text.ts'
import type { BilingualLabel } from '../../../shared/model/language.ts'
import { cannes2026 } from '../cannes-2026.ts'
import type { EditionTemplate } from '../edition-template.ts'
import { previousDeclaration } from './previous-declaration.ts'
import { bilingualText } from './text-source.ts'
import { version1 } from './version-1.ts'
import { version1Answer } from './version-1-answer.ts'
import { type DemoDecision, version2Draft, version2Steps } from './version-2-draft.ts'

/** The same edition, said to be a demonstration. */
export const demoEdition: EditionTemplate = {
  ...cannes2026,
  edition: { ...cannes2026.edition, demonstration: true },
}

/** A version of the declaration to be stored, oldest first: each is the base of the next. */
export type DemoVersion = {
  readonly label: string
  readonly origin: 'import' | 'transmission'
  readonly side: Side | null
  /** `position` of the stage that made it; null for the declaration of the previous edition. */
  readonly stage: number | null
  readonly text: BilingualText
  readonly coverNote: BilingualLabel
  /** ISO 8601 UTC. The stage that follows opened at this instant. */
  readonly madeAt: string
  /** When the other side acknowledged receipt; null when there was nobody to do so. */
  readonly receivedAt: string | null
}

export type DemoTexts = {
  readonly title: BilingualLabel
  readonly versions: readonly DemoVersion[]
  /** What stands in the draft of the current stage. */
  readonly draft: {
    readonly audience: Side
    readonly stage: number
    /** Label of the version it continues. */
    readonly base: string
    /** Label of the version whose amendments it decides. */
    readonly answer: string
    readonly text: BilingualText
    /** How it came to say that: who (by sign-in name), when, and what it then said. The last step says `text`. */
    readonly steps: readonly {
      readonly by: string
      readonly at: string
      readonly text: BilingualText
      readonly decision: DemoDecision | null
    }[]
  }
}

export const demoTexts: DemoTexts = {
  title: {
    fr: 'Déclaration finale des 9es Rencontres franco-japonaises',
    ja: '第9回日仏自治体交流会議の最終宣言',
    en: 'Final declaration of the 9th meeting',
  },
  versions: [
    {
      label: 'Shizuoka 2024',
      origin: 'import',
      side: null,
      stage: null,
      text: bilingualText(previousDeclaration),
      coverNote: { fr: '', ja: '' },
      madeAt: '2026-01-19T09:20:00Z',
      receivedAt: null,
    },
    {
      label: 'V1',
      origin: 'transmission',
      side: 'jap',
      stage: 10,
      text: bilingualText(version1),
      coverNote: {
        fr: 'Le COPIL japonais a l’honneur de proposer la première version de la déclaration finale des 9es Rencontres. Elle part de la Déclaration de Shizuoka, dont elle conserve la structure. Les intitulés des ateliers et le thème général sont ceux de la présente édition, un considérant sur la qualité de vie a été ajouté, de même qu’un engagement relatif à l’échange de jeunes agents. Le nombre de collectivités participantes et la prochaine ville hôte ne sont pas encore connus et figurent entre crochets. Nous remercions par avance le COPIL français de bien vouloir nous adresser sa réponse au plus tard le 31 mai 2026.',
        ja: '日本側推進委員会は、第9回会議の最終宣言の第1案を提案いたします。本案は、静岡宣言を基とし、その構成を維持しています。全体テーマ及び分科会の名称を今回のものに改めたほか、生活の質に関する一文と、若手職員の相互派遣に関する約束を新たに加えました。参加自治体数及び次回開催都市は未定のため、ブラケットを付しています。つきましては、2026年5月31日までにフランス側のご回答を賜りますよう、お願い申し上げます。',
      },
      madeAt: '2026-04-17T06:40:00Z',
      receivedAt: '2026-04-17T08:05:00Z',
    },
    {
      label: 'V1-FRA',
      origin: 'transmission',
      side: 'fra',
      stage: 20,
      text: bilingualText(version1Answer),
      coverNote: {
        fr: 'Le COPIL français remercie le COPIL japonais de cette première version, dont il partage l’esprit et la structure. Sa réponse comporte neuf amendements. Deux d’entre eux ne font qu’accorder une langue avec l’autre (artisanat d’art ; partage annuel des bonnes pratiques). Nous souhaitons rétablir le paragraphe sur la sur-fréquentation touristique et ajouter un paragraphe sur l’égalité entre les femmes et les hommes. Le nombre de jeunes agents est placé entre crochets, dans l’attente de la confirmation des collectivités concernées.',
        ja: 'フランス側推進委員会は、第1案のご提案に感謝するとともに、その趣旨及び構成に賛同いたします。本回答には9件の修正案が含まれています。うち2件は、日仏両文を一致させるためのものです（美術工芸、先進事例の毎年の共有）。また、オーバーツーリズムに関する段落の復活と、男女平等に関する段落の追加を希望いたします。若手職員の人数については、関係自治体の確認が得られるまで、ブラケットを付しています。',
      },
      madeAt: '2026-05-29T14:45:00Z',
      receivedAt: '2026-06-01T00:30:00Z',
    },
  ],
  draft: {
    audience: 'jap',
    stage: 30,
    base: 'V1',
    answer: 'V1-FRA',
    text: bilingualText(version2Draft),
    steps: version2Steps.map(({ units, ...step }) => ({ ...step, text: bilingualText(units) })),
  },
}
