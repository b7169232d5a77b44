import { beforeEach, expect, test } from 'vitest'
import { decisionRecords, decisionsFileName } from '../../../client/features/decisions/decisions-file.ts'
import type { TableSetting } from '../../../client/features/decisions/decisions-table.tsx'
import { entriesOf } from '../../../client/features/decisions/shown-entries.ts'
import { speak } from '../../../client/i18n/i18n.ts'
import { LANGUAGES, type Language } from '../../../shared/model/language.ts'
import type { RoundView } from '../../../shared/protocol/round-views.ts'
import { amendment, entry, round, said, thread } from './round.ts'

beforeEach(() => speak('fr'))

function records(view: RoundView, languages: readonly Language[] = LANGUAGES): Record<string, string>[] {
  const setting: TableSetting = {
    languages,
    names: { base: 'V1', answer: 'V1-FRA', end: view.end.state === 'transmitted' ? 'V2' : null },
    facts: view.facts,
    answer: view.answer,
    end: view.end,
    called: view.called,
  }
  const [heads, ...rows] = decisionRecords(entriesOf(view), setting, mention => mention.kind, 'fr')
  for (const row of rows) expect(row).toHaveLength(heads!.length)
  return rows.map(row => Object.fromEntries(heads!.map((head, index) => [head, row[index]!])))
}

const view = round([
  entry('u2', 2, {
    amendment: amendment(
      'u2',
      ['Nous coopérons.', '私たちは協力する。'],
      ['Nous coopérons partout.', '私たちは各地で協力する。'],
      { outcome: 'rejected', reason: { fr: 'Trop large.', ja: '範囲が広すぎるため。' } },
      { fate: 'in-part', differs: true },
    ),
    threads: [
      thread(
        't',
        [
          said('jap', '2026-05-02T00:00:00Z', '> Nous coopérons\n@{side:fra} 「各地」とは？'),
          said('fra', '2026-05-03T00:00:00Z', null),
          said('fra', '2026-05-04T00:00:00Z', '=partout'),
        ],
        { audience: 'fra', quote: { language: 'ja', words: '各地' } },
      ),
    ],
  }),
])

test('[A1] an amendment is a record with its old and new words, outcome and reason in both languages', () => {
  const [first] = records(view)
  expect(first).toMatchObject({
    'Paragraphe / 段落': 'V1-FRA § 2',
    'Premiers mots / 冒頭 – Français': 'Mots de u2',
    'Nature / 種別': 'Amendement / 修正案',
    'Diffusion / 取扱範囲': 'Partagé · les deux délégations / 共有・日仏双方',
    'Partie / 側': 'COPIL FRA / フランス側',
    'Texte de V1 / V1の本文 – Français': 'Nous coopérons.',
    'Texte de V1 / V1の本文 – 日本語': '私たちは協力する。',
    'Texte proposé par V1-FRA / V1-FRAの修正案 – 日本語': '私たちは各地で協力する。',
    'Issue / 対応 – Français': 'Rejeté',
    'Issue / 対応 – 日本語': '却下',
    'Sort constaté / 実際の取扱い': 'Pris en partie / 一部採用',
    'Motif / 理由 – Français': 'Trop large.',
    'Motif / 理由 – 日本語': '範囲が広すぎるため。',
  })
})

test('[T3] a thread is a record with its passage, its first comment and the replies; deleted words are not there', () => {
  const [, second] = records(view)
  expect(second).toMatchObject({
    'Nature / 種別': 'Commentaire / コメント',
    'Diffusion / 取扱範囲': 'Interne · COPIL FRA / 内部・フランス側',
    'Partie / 側': 'COPIL JAP / 日本側',
    'Auteur / 発言者': 'Secrétariat',
    'Passage cité / 引用箇所': '各地',
    'Commentaire / コメント': '> Nous coopérons\n\n@side 「各地」とは？',
    'Réponse / 回答':
      'COPIL FRA – rédaction, 2026-05-03T00:00:00Z\nCommentaire supprimé\n\nCOPIL FRA – rédaction, 2026-05-04T00:00:00Z\n=partout',
    'Issue / 対応 – Français': 'Ouvert',
  })
})

test('[U7] with one language shown, the words of the other are left out; outcome and reason stay in both', () => {
  const heads = Object.keys(records(view, ['ja'])[0]!)
  expect(heads.filter(head => head.startsWith('Texte de V1'))).toEqual(['Texte de V1 / V1の本文 – 日本語'])
  expect(heads.filter(head => head.startsWith('Motif'))).toHaveLength(2)
})

test('[M3] a decision that was not transmitted, and a table with internal threads, say so in the file and in its name', () => {
  const draft = { state: 'draft', draft: 'd' } as unknown as RoundView['end']
  const open = { ...view, end: draft }
  expect(records(open)[0]!['Diffusion / 取扱範囲']).toBe('Non transmis – interne / 未提出・内部限り')
  expect(decisionsFileName(view)).toBe('V1-FRA-decisions.csv')
  expect(decisionsFileName(open)).toBe('V1-FRA-decisions-internal.csv')
  expect(decisionsFileName({ ...view, internal: true })).toBe('V1-FRA-decisions-internal.csv')
})
