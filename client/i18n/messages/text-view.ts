/** Words of a text shown for reading, wherever it stands. */
import { defineMessages } from '../define-messages.ts'

export const textView = defineMessages('text-view', {
  fr: {
    unit: 'Paragraphe',
    missingFr: 'Sans équivalent en français',
    missingJa: 'Sans équivalent en japonais',
    sameInFrench: 'Le même paragraphe en français',
    sameInJapanese: 'Le même paragraphe en japonais',
  },
  ja: {
    unit: '段落',
    missingFr: 'フランス語の対応段落なし',
    missingJa: '日本語の対応段落なし',
    sameInFrench: '同じ段落をフランス語で表示',
    sameInJapanese: '同じ段落を日本語で表示',
  },
  en: {
    unit: 'Paragraph',
    missingFr: 'No French counterpart',
    missingJa: 'No Japanese counterpart',
    sameInFrench: 'The same paragraph in French',
    sameInJapanese: 'The same paragraph in Japanese',
  },
})
