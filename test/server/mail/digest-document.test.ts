import { describe, expect, test } from 'vitest'
import { changedLines } from '../../../server/mail/changed-words.ts'
import { composeMail } from '../../../server/mail/compose-mail.ts'
import { type DigestMatter, digestDocument } from '../../../server/mail/digest-document.ts'
import { compareTexts } from '../../../shared/compare/comparison.ts'
import type { BilingualText, Block, Inline } from '../../../shared/model/bilingual-text.ts'
import type { Stage } from '../../../shared/model/edition.ts'
import type { BlockId, StageId, TextId, ThreadId, UnitId } from '../../../shared/model/ids.ts'
import type { InterfaceLanguage } from '../../../shared/model/language.ts'
import type { TextNews, ThreadNews, UnitNews } from '../../../shared/protocol/news-views.ts'

function block(unit: string, language: string, content: string | readonly Inline[]): Block {
  return {
    id: `${language}-${unit}` as BlockId,
    unit: unit as UnitId,
    kind: 'paragraph',
    level: 1,
    content: typeof content === 'string' ? [{ type: 'text', text: content }] : content,
  }
}

type Row = readonly [unit: string, fr: string | readonly Inline[], ja: string | readonly Inline[]]

function textOf(rows: readonly Row[]): BilingualText {
  return {
    fr: rows.map(([unit, fr]) => block(unit, 'fr', fr)),
    ja: rows.map(([unit, , ja]) => block(unit, 'ja', ja)),
  }
}

const NO_FACTS = { facts: {}, oldFacts: {}, numbers: { old: {}, new: {} } }

function lines(before: Row, after: Row, facts = NO_FACTS) {
  const options = { facts: { old: facts.oldFacts, new: facts.facts } }
  const [row] = compareTexts(textOf([before]), textOf([after]), options).rows
  const said = (language: 'fr' | 'ja') =>
    changedLines(row!, language, facts).map(line =>
      line.map(({ text, change }) => (change ? `${change[0] === 'i' ? '{+' : '{-'}${text}}` : text)).join(''),
    )
  return { fr: said('fr'), ja: said('ja') }
}

describe('[D4] [C3] the words of a change', () => {
  test('are inserted and deleted in both languages', () => {
    expect(
      lines(['u', 'Nous coopérons.', '協力する。'], ['u', 'Nous coopérons bien.', '大いに協力する。']),
    ).toEqual({
      fr: ['Nous coopérons{+ bien}.'],
      ja: ['{+大いに}協力する。'],
    })
  })

  test('have facts by their values, notes and readings in parentheses, brackets with the side that asks', () => {
    const fact: Inline = { type: 'fact', fact: 'f' as never }
    const unknown: Inline = { type: 'fact', fact: 'g' as never }
    const bracket: Inline = { type: 'text', text: 'ou pas', marks: [{ type: 'bracket', id: 'b', by: 'fra' }] }
    const ruby: Inline = { type: 'text', text: '礎', marks: [{ type: 'ruby', rt: 'いしずえ' }] }
    const note: Inline = { type: 'note', text: 'voir' }
    const text = (words: string): Inline => ({ type: 'text', text: words })
    const facts = {
      ...NO_FACTS,
      facts: { f: { fr: '40', ja: '四十' } },
      oldFacts: { f: { fr: '35', ja: '三十五' } },
    }
    expect(
      lines(
        ['u', [fact, text(' villes '), bracket], [ruby, fact]],
        ['u', [fact, text(' villes '), bracket, note, unknown], [ruby, fact]],
        facts as never,
      ),
    ).toEqual({
      fr: ['{-35}{+40} villes [FRA ou pas]{+ (voir)[…]}'],
      ja: ['礎（いしずえ）{-三十五}{+四十}'],
    })
  })

  test('have the generated number before them', () => {
    const numbers = { old: { 'fr-u': '2.' }, new: { 'fr-u': '3.', 'ja-u': '三' } }
    const [before, after] = [
      ['u', 'Un.', '一。'],
      ['u', 'Un, deux.', '一。'],
    ] as const
    expect(lines(before, after, { ...NO_FACTS, numbers } as never)).toEqual({
      fr: ['3. Un{+, deux}.'],
      ja: ['三　一。'],
    })
  })

  test('are not lost among unchanged ones: those far from a change are folded, in each language’s way', () => {
    const [long, ja] = ['mot '.repeat(200).trim(), '語'.repeat(600)]
    const said = lines(['u', `${long}. Fin.`, `${ja}。終`], ['u', `Début. ${long}. Fin.`, `始。${ja}。終`])
    expect(said.fr[0]!.length).toBeLessThan(300)
    expect(said.fr[0]).toMatch(/^\{\+Début\. \}(?:mot )+\(…\) $/)
    expect(said.ja[0]).toMatch(/^\{\+始。\}語{90}（略）$/)
  })

  test('of an endless insertion are cut', () => {
    const said = lines(['u', 'Un.', '一。'], ['u', `Un. ${'mot '.repeat(2000)}`, `一。${'語'.repeat(5000)}`])
    expect(said.fr[0]!.length).toBeLessThan(1_300)
    expect(said.fr[0]).toMatch(/ \(…\)\}$/)
    expect(said.ja[0]).toMatch(/（略）\}$/)
  })
})

const STAGE: Stage = {
  id: 'stage-1' as StageId,
  edition: 'edition-1' as Stage['edition'],
  position: 1,
  name: { fr: 'Réponse à la V1', ja: '第1案への回答' },
  turn: 'fra',
  versionLabel: 'V1-FRA',
  confirmsEssential: false,
  adopts: false,
  startsFrom: 'last-received',
  due: { at: '2026-05-31T21:59:00.000Z', zone: 'Europe/Paris' },
  dueStatus: 'confirmed',
  evidence: '',
  state: 'current',
  openedAt: '2026-04-01T00:00:00.000Z',
  closedAt: null,
}

function newsOf(count: number, words = 'Nous coopérons.'): TextNews {
  const rows = (mark: string): Row[] =>
    Array.from({ length: count }, (_, n) => [`u${n}`, mark + words, `${mark}協力する。`] as const)
  const comparison = compareTexts(textOf(rows('')), textOf(rows('Oui, ')))
  const units = comparison.rows.map(
    (change, index): UnitNews => ({
      unit: change.newUnit!,
      number: index + 1,
      words: { fr: words, ja: '協力する。' },
      change,
      threads: [],
    }),
  )
  return {
    text: {
      id: 'text-1' as TextId,
      edition: STAGE.edition,
      kind: 'declaration',
      workshop: null,
      title: { fr: 'Déclaration finale', ja: '最終宣言' },
      adoptedAt: null,
    },
    since: '2026-05-28T05:00:00.000Z',
    compared: {
      from: 'version:a',
      to: 'draft:b',
      facts: {},
      oldFacts: {},
      numbers: { old: {}, new: {} },
      changed: { units: count, fr: count, ja: count },
    },
    units,
    more: 0,
    detached: [],
  }
}

function matter(language: InterfaceLanguage, part: Partial<DigestMatter> = {}): DigestMatter {
  return {
    person: { language, zone: language === 'ja' ? 'Asia/Tokyo' : 'Europe/Paris' },
    edition: { fr: 'Rencontres', ja: '会議' },
    hour: 7,
    origin: 'https://room.example',
    endToken: 'token',
    now: '2026-05-29T05:00:00.000Z',
    news: { since: '2026-05-28T05:00:00.000Z', texts: [newsOf(2)], acts: [] },
    awaiting: [{ kind: 'deadline', at: STAGE.due!.at, stage: STAGE.id, late: false }],
    stages: [STAGE],
    myTurn: true,
    ...part,
  }
}

const mailOf = (said: DigestMatter) =>
  composeMail(digestDocument(said), {
    to: 'a@example.org',
    origin: said.origin,
    key: 'k',
    endToken: said.endToken,
  })

describe('[D4] the digest', () => {
  test('says in its subject how much is new, what awaits one, and whose turn it is', () => {
    expect(mailOf(matter('fr')).subject).toBe(
      'Concordance\u00A0: 2 nouveautés, 1 point vous attend – au tour du COPIL FRA, à vous',
    )
    expect(mailOf(matter('ja')).subject).toBe(
      '【Concordance】新着2件・要対応1件　現在の担当：フランス側（当方の対応待ち）',
    )
    expect(mailOf(matter('en', { myTurn: false, awaiting: [] })).subject).toBe(
      'Concordance: 2 things new – the French side’s turn',
    )
    expect(mailOf(matter('en', { stages: [] })).subject).toBe('Concordance: 2 things new, 1 thing awaits you')
  })

  test('[R7] has deadlines on both clocks, and everything else on the reader’s own', () => {
    const { text } = mailOf(matter('fr'))
    expect(text).toContain('Depuis le jeu. 28 mai 2026, 07:00')
    expect(text).toContain('Échéance\u00A0: dim. 31 mai 2026, 23:59 (Paris) · lun. 1er juin, 06:59 (Tokyo).')
    const japanese = mailOf(matter('ja')).text
    expect(japanese).toContain('2026年5月28日（木）14:00以降の動き')
    expect(japanese).toContain('期限：2026年5月31日（日）23:59（パリ）・6月1日（月）06:59（東京）')
  })

  test('[D2] marks changes by element, stroke and sign, never by colour alone, each language with its lang', () => {
    const { html, text } = mailOf(matter('ja'))
    expect(html).toMatch(
      /<p lang="fr"[^>]*><span[^>]*>\{\+<\/span><ins style="[^"]*text-decoration:underline[^"]*">Oui, <\/ins>/,
    )
    expect(html).toMatch(/<p lang="ja"[^>]*>.*<ins /)
    expect(text).toContain('FR  {+Oui, +}Nous coopérons.')
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).not.toMatch(/<table|<img|<script|<link|@import|url\(/)
  })

  test('leads to each change, to the settings and to the end, and nowhere else', () => {
    const { html, text, endAt } = mailOf(matter('fr'))
    expect(text).toContain('https://room.example/compare?from=version:a&to=draft:b&at=u1')
    expect(text).toMatch(/Ne plus recevoir ce message\nhttps:\/\/room\.example\/digest\/end#token/)
    expect(endAt).toBe('https://room.example/api/digest/end/token')
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!)
    expect(links.every(link => link.startsWith('https://room.example/'))).toBe(true)
  })

  test('is bounded, and says how much more there is', () => {
    const many = mailOf(
      matter('fr', { news: { since: null, texts: [{ ...newsOf(60), more: 7 }], acts: [] } }),
    )
    expect(many.text).toContain('et 42 autres paragraphes')
    const long = 'Une phrase assez longue pour compter. '.repeat(300)
    const huge = mailOf(matter('fr', { news: { since: null, texts: [newsOf(25, long)], acts: [] } }))
    for (const mail of [many, huge]) expect(Buffer.byteLength(mail.html)).toBeLessThan(100_000)
  })

  test('says that a text changed which is too long to be compared', () => {
    const long = newsOf(1)
    const texts = [{ ...long, compared: { ...long.compared!, changed: null }, units: [] }]
    const { text, subject } = mailOf(matter('en', { news: { since: null, texts, acts: [] }, awaiting: [] }))
    expect(text).toContain('too long to be compared here')
    expect(subject).toContain('1 thing new')
  })

  test('[T2] tells internal threads from shared ones by word and by shape, and says who is called', () => {
    const by = { title: { fr: 'Rédaction', ja: '起草' }, side: 'fra', mine: false } as const
    const thread = (audience: ThreadNews['audience'], body: string | null): ThreadNews => ({
      thread: `thread-${audience}` as ThreadId,
      audience,
      place: 'version:v',
      quote: { language: 'ja', words: '協力' },
      comments: [
        {
          id: 'comment-1' as never,
          by,
          at: '2026-05-28T06:00:00.000Z',
          body,
          editedAt: null,
          deletedAt: body === null ? '2026-05-28T07:00:00.000Z' : null,
          earlier: [],
          mayEdit: false,
        },
      ],
      marks: [{ kind: 'resolved', at: '2026-05-28T08:00:00.000Z', by, assignee: null }],
      callsMe: audience === 'joint',
      called: { 'm-1': { fr: 'Présidence', ja: '委員長' } } as never,
    })
    const threads = [
      thread('fra', '> cité\nBien. @{mandate:m-1} @{role:jap:drafter} @{side:jap}'),
      thread('joint', null),
    ]
    const news = newsOf(1)
    const texts = [{ ...news, units: news.units.map(unit => ({ ...unit, threads })) }]
    const { text, html } = mailOf(matter('fr', { news: { since: null, texts, acts: [] } }))
    expect(text).toContain('  ‖ Fil interne – COPIL FRA seul\n')
    expect(text).toContain('  ‖ > cité\n  ‖ Bien. @Présidence @Rédaction (COPIL JAP) @COPIL JAP\n')
    expect(text).toContain('  | Fil partagé – les deux parties – vous mentionne\n')
    expect(html).toMatch(/<span lang="">&gt; cité<br>Bien\./)
    expect(text).toContain('commentaire supprimé')
    expect(text).toContain('Rédaction a résolu le fil')
    expect(html).toMatch(/border-left:4px double.*border-left:2px solid/s)
    expect(html).toContain('<span lang="ja">«\u00A0協力\u00A0»</span>')
    expect(text).toContain('https://room.example/versions/v?thread=thread-fra')
  })
})
