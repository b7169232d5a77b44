import { describe, expect, test } from 'vitest'
import { awaitedTexts, reminderWords } from '../../../client/features/workshops/progress/reminder-words.ts'
import type { SubmissionState } from '../../../shared/model/workshop.ts'
import type { WorkshopsView } from '../../../shared/protocol/workshop-views.ts'

const due = { at: '2026-09-30T21:59:59.000Z', zone: 'Europe/Paris' }
const text = (fr: string, ja: string, state: SubmissionState, overdue = false) => ({
  text: { title: { fr, ja } },
  ...{ state, due, overdue },
})
/** Only what the reminder reads. */
const view = {
  due,
  workshops: [
    {
      workshop: { number: 1, title: { fr: 'Économie', ja: '経済' } },
      leads: [{ side: 'fra', title: { fr: 'Cheffe', ja: '座長' }, mine: false }],
      texts: [
        text('Résumé A', '要旨A', 'none', true),
        text('Résumé B', '要旨B', 'returned'),
        text('Résumé C', '要旨C', 'submitted'),
        text('Résumé D', '要旨D', 'accepted'),
      ],
    },
    {
      workshop: { number: 2, title: { fr: 'Culture', ja: '文化' } },
      leads: [],
      texts: [text('Résumé E', '要旨E', 'resubmitted')],
    },
  ],
} as unknown as WorkshopsView

describe('[W2] the reminder', () => {
  test('names those who have something to submit, with the deadline on both clocks, and nobody else', () => {
    const awaited = awaitedTexts(view)
    expect(awaited.map(({ workshop }) => workshop.workshop.number)).toEqual([1])
    const fr = reminderWords(awaited, view.due, 'fr')
    expect(fr.replaceAll(/[\u00A0\u202F]/g, ' ')).toContain(
      [
        'Échéance des résumés : mer. 30 septembre 2026, 23:59 (Paris) · jeu. 1er octobre, 06:59 (Tokyo)',
        '',
        'Atelier 1 – Économie',
        'À l’attention de : Cheffe ; partie japonaise : à désigner',
        '- Résumé A, échéance passée',
        '- Résumé B, à remettre de nouveau',
        '',
      ].join('\n'),
    )
    expect(fr).not.toMatch(/Résumé [CDE]/)
  })

  test('says the same in Japanese', () => {
    expect(reminderWords(awaitedTexts(view), view.due, 'ja')).toContain(
      [
        '要旨の提出期限：2026年9月30日（水）23:59（パリ）・10月1日（木）06:59（東京）',
        '',
        '第1分科会　経済',
        '担当：座長、日本側は未定',
        '・要旨A（期限超過）',
        '・要旨B（再提出）',
      ].join('\n'),
    )
  })
})
