import type { BlockKind, BlockLevel } from '../../../shared/model/bilingual-text.ts'

/** The kinds as one chooses them, each with its digit for Alt+Shift. Items take their level from Tab. */
export const KIND_CHOICES = [
  { name: 'paragraph', kind: 'paragraph', level: 1, key: '0' },
  { name: 'heading1', kind: 'heading', level: 1, key: '1' },
  { name: 'heading2', kind: 'heading', level: 2, key: '2' },
  { name: 'heading3', kind: 'heading', level: 3, key: '3' },
  { name: 'title', kind: 'title', level: 1, key: '4' },
  { name: 'recital', kind: 'recital', level: 1, key: '5' },
  { name: 'commitment', kind: 'commitment', level: 1, key: '6' },
  { name: 'number', kind: 'number', level: 1, key: '7' },
  { name: 'bullet', kind: 'bullet', level: 1, key: '8' },
  { name: 'signature', kind: 'signature', level: 1, key: '9' },
] as const satisfies readonly {
  readonly name: string
  readonly kind: BlockKind
  readonly level: BlockLevel
  readonly key: string
}[]

export type KindChoice = (typeof KIND_CHOICES)[number]

/** The choice that a block of this kind and level stands for. */
export function choiceOf(kind: BlockKind, level: BlockLevel): KindChoice {
  return (
    KIND_CHOICES.find(choice => choice.kind === kind && (kind !== 'heading' || choice.level === level)) ??
    KIND_CHOICES[0]
  )
}
