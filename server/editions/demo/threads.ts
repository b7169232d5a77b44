/**
 * What the people of the demonstration say to each other about its texts: questions across delegations, and talk
 * within each. The words are invented, like the texts they are about.
 */
import type { Audience } from '../../../shared/model/bilingual-text.ts'
import type { Language } from '../../../shared/model/language.ts'

/** Whoever is called in a comment stands in it as `@<sign-in name>`, a side as `@fra` or `@jap`. */
export type DemoThread = {
  readonly audience: Audience
  /** Label of the version it was begun on; null for the draft under way. */
  readonly on: string | null
  readonly unit: string
  /** Words of one language that it hangs on; null for the unit. */
  readonly passage: readonly [language: Language, words: string] | null
  readonly comments: readonly {
    readonly by: string
    /** ISO 8601 UTC. */
    readonly at: string
    readonly body: string
  }[]
  readonly assignee: string | null
  readonly resolved: { readonly by: string; readonly at: string } | null
}

export const demoThreads: readonly DemoThread[] = [
  {
    audience: 'joint',
    on: 'V1',
    unit: 'u18',
    passage: ['fr', 'artisanat d’art'],
    comments: [
      {
        by: 'demo-fra-drafting',
        at: '2026-05-06T09:12:00Z',
        body: 'Le français parle d’« artisanat d’art », le japonais d’« artisanat ». Lequel des deux est voulu ?',
      },
      {
        by: 'demo-jap-french',
        at: '2026-05-07T01:40:00Z',
        body: 'ご指摘のとおりです。日本語の「美術工芸」が正しい意味ですので、回答で合わせていただければ幸いです。',
      },
      {
        by: 'demo-fra-drafting',
        at: '2026-05-07T07:55:00Z',
        body: 'Merci, nous l’accordons dans notre réponse.',
      },
    ],
    assignee: null,
    resolved: { by: 'demo-fra-drafting', at: '2026-05-29T14:02:00Z' },
  },
  {
    audience: 'joint',
    on: 'V1-FRA',
    unit: 'u19',
    passage: ['fr', 'sur-fréquentation touristique'],
    comments: [
      {
        by: 'demo-jap-french',
        at: '2026-06-02T02:05:00Z',
        body: '前回の宣言では「訪問客の過度な集中」としていました。今回「オーバーツーリズム」とされたのは意図的でしょうか。',
      },
      {
        by: 'demo-fra-tokyo',
        at: '2026-06-03T08:20:00Z',
        body: '> 今回「オーバーツーリズム」とされたのは意図的でしょうか。\nOui : le mot est désormais courant dans les deux pays. Nous pouvons aussi revenir à l’expression de 2024 si le COPIL japonais le préfère.',
      },
      {
        by: 'demo-jap-french',
        at: '2026-06-08T23:50:00Z',
        body: 'ありがとうございます。委員会内で確認のうえ、第2案で回答いたします。',
      },
    ],
    assignee: null,
    resolved: null,
  },
  {
    audience: 'joint',
    on: 'V1-FRA',
    unit: 'u15',
    passage: ['fr', 'acteurs de l’économie sociale et solidaire'],
    comments: [
      {
        by: 'demo-jap-drafting',
        at: '2026-06-05T00:30:00Z',
        body: '@fra 「社会的連帯経済の担い手」について、分科会での発言の予定がありますか。日本側では予定がなく、本文に残すことが難しい状況です。',
      },
    ],
    assignee: null,
    resolved: null,
  },
  {
    audience: 'fra',
    on: 'V1-FRA',
    unit: 'u43',
    passage: null,
    comments: [
      {
        by: 'demo-fra-review',
        at: '2026-06-04T12:10:00Z',
        body: 'Ce paragraphe est notre priorité : à défendre même si la V2 le raccourcit. @demo-fra-chair d’accord pour le dire ainsi au COPIL japonais ?',
      },
      {
        by: 'demo-fra-workshop-1',
        at: '2026-06-05T06:45:00Z',
        body: 'L’atelier 1 peut l’appuyer par un exemple chiffré.',
      },
    ],
    assignee: 'demo-fra-chair',
    resolved: null,
  },
  {
    audience: 'jap',
    on: null,
    unit: 'u33',
    passage: ['fr', 'chaque année'],
    comments: [
      {
        by: 'demo-jap-french',
        at: '2026-06-09T02:15:00Z',
        body: '「毎年」は日本語側に合わせた修正ですので、受け入れて問題ないと考えます。@demo-jap-chair ご判断をお願いします。',
      },
    ],
    assignee: 'demo-jap-chair',
    resolved: null,
  },
  {
    audience: 'jap',
    on: null,
    unit: 'u40',
    passage: ['ja', '生活の質'],
    comments: [
      {
        by: 'demo-jap-review',
        at: '2026-06-08T05:20:00Z',
        body: '「生活の質」は他の段落と表記をそろえてください。',
      },
      { by: 'demo-jap-drafting', at: '2026-06-09T00:40:00Z', body: 'そろえました。' },
    ],
    assignee: null,
    resolved: { by: 'demo-jap-review', at: '2026-06-09T00:58:00Z' },
  },
]
