/** Words of a text shown for reading, wherever it stands. */
import { defineMessages } from '../define-messages.ts'

export const textView = defineMessages('text-view', {
  fr: {
    unit: 'Paragraphe',
    missingFr: 'Sans équivalent en français',
    missingJa: 'Sans équivalent en japonais',
  },
  ja: { unit: '段落', missingFr: 'フランス語の対応段落なし', missingJa: '日本語の対応段落なし' },
  en: { unit: 'Paragraph', missingFr: 'No French counterpart', missingJa: 'No Japanese counterpart' },
})
