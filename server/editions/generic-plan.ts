/**
 * The plan every edition starts from: two proposals by the side that holds the pen, two answers by the
 * other, the workshop summaries, a joint reading, the adoption. Without dates; an edition adds its own.
 */
import type { Side } from '../../shared/model/bilingual-text.ts'
import type { BilingualLabel } from '../../shared/model/language.ts'
import type { StageTemplate } from './edition-template.ts'

/** The steps by the handle under which an edition dates them. */
export type PlanStep =
  | 'first-proposal'
  | 'first-answer'
  | 'second-proposal'
  | 'second-answer'
  | 'workshop-summaries'
  | 'final-reading'
  | 'adoption'

/** What an edition knows about a step: its due date, and the words of the source for turn and date. */
export type StepDate = Pick<StageTemplate, 'due' | 'dueStatus' | 'evidence'>

/**
 * The stages in order, with positions 10, 20, 30… so that one can be put between two others.
 * `adoptedLabel` names the version that adoption makes; `dates` may leave any step out.
 */
export function genericPlan(
  penholder: Side,
  adoptedLabel: string,
  dates: { readonly [S in PlanStep]?: StepDate } = {},
): StageTemplate[] {
  const answering: Side = penholder === 'jap' ? 'fra' : 'jap'
  const answer = answering.toUpperCase()
  const steps: readonly Step[] = [
    {
      step: 'first-proposal',
      turn: penholder,
      versionLabel: 'V1',
      startsFrom: 'previous-edition',
      name: {
        fr: 'Proposition de la première version (V1)',
        ja: '第1案（V1）の提案',
        en: 'First draft proposed (V1)',
      },
    },
    {
      step: 'first-answer',
      turn: answering,
      versionLabel: `V1-${answer}`,
      startsFrom: 'last-received',
      name: { fr: 'Réponse à la V1', ja: '第1案（V1）への回答', en: 'Answer to V1' },
    },
    {
      step: 'second-proposal',
      turn: penholder,
      versionLabel: 'V2',
      startsFrom: 'last-own',
      name: {
        fr: 'Proposition de la deuxième version (V2)',
        ja: '第2案（V2）の提案',
        en: 'Second draft proposed (V2)',
      },
    },
    {
      step: 'second-answer',
      turn: answering,
      versionLabel: `V2-${answer}`,
      startsFrom: 'last-received',
      confirmsEssential: true,
      name: {
        fr: 'Réponse à la V2 et confirmation de l’essentiel du contenu',
        ja: '第2案（V2）への回答及び主要内容の確認',
        en: 'Answer to V2 and confirmation of the essential content',
      },
    },
    {
      step: 'workshop-summaries',
      turn: 'leads',
      versionLabel: null,
      startsFrom: 'last-received',
      name: {
        fr: 'Remise et intégration des résumés d’atelier',
        ja: '分科会の要旨の提出と最終宣言への反映',
        en: 'Workshop summaries returned and integrated',
      },
    },
    {
      step: 'final-reading',
      turn: 'joint',
      versionLabel: 'V3',
      startsFrom: 'last-received',
      name: {
        fr: 'Relecture bilingue finale',
        ja: '日仏両文の最終読み合わせ',
        en: 'Bilingual final reading',
      },
    },
    {
      step: 'adoption',
      turn: 'joint',
      versionLabel: adoptedLabel,
      startsFrom: 'last-received',
      adopts: true,
      name: {
        fr: 'Adoption de la déclaration finale',
        ja: '最終宣言の採択',
        en: 'Adoption of the final declaration',
      },
    },
  ]
  return steps.map(({ step, confirmsEssential = false, adopts = false, ...rest }, index) => ({
    position: (index + 1) * 10,
    confirmsEssential,
    adopts,
    ...rest,
    ...(dates[step] ?? UNDATED),
  }))
}

type Step = Pick<StageTemplate, 'turn' | 'versionLabel' | 'startsFrom'> & {
  readonly step: PlanStep
  readonly name: BilingualLabel
  readonly confirmsEssential?: boolean
  readonly adopts?: boolean
}

const UNDATED: StepDate = { due: null, dueStatus: 'to-confirm', evidence: '' }
