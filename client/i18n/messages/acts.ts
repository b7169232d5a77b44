import { ACT_WORDS } from '../../../shared/words/act-words.ts'
import { defineMessages } from '../define-messages.ts'

/** The log of acts; the digest by mail says the same sentences. */
export const acts = defineMessages('acts', ACT_WORDS)
