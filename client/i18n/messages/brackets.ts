/** Brackets: words that are not agreed, with who asks for them. */
import { defineMessages } from '../define-messages.ts'

export const brackets = defineMessages('brackets', {
  fr: {
    saidOpens: 'Début de crochets',
    saidOpensFor: 'Début de crochets, {{side}}',
    saidCloses: 'Fin de crochets',
  },
  ja: {
    saidOpens: 'ブラケット始まり',
    saidOpensFor: 'ブラケット始まり、{{side}}',
    saidCloses: 'ブラケット終わり',
  },
  en: {
    saidOpens: 'Bracket begins',
    saidOpensFor: 'Bracket begins, {{side}}',
    saidCloses: 'Bracket ends',
  },
})
