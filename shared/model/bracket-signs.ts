/** [A5] How brackets are printed in each language of the texts, with the side that asks for the words. */
import type { Side } from './bilingual-text.ts'
import type { Language } from './language.ts'

export const BRACKET_SIGNS: {
  readonly [L in Language]: { readonly opens: string; readonly closes: string }
} = {
  fr: { opens: '[', closes: ']' },
  ja: { opens: '［', closes: '］' },
}

const SIDE_SIGNS: { readonly [L in Language]: { readonly [S in Side | '']: string } } = {
  fr: { fra: 'FRA', jap: 'JAP', '': '' },
  ja: { fra: '仏側', jap: '日本側', '': '' },
}

/** The side as it stands after the opening sign; '' when nobody is named. */
export function bracketSide(by: Side | '', language: Language): string {
  return SIDE_SIGNS[language][by]
}
