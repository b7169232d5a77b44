/** Threads in a digest: who may read them by word and shape, the passage, and what was said. */
import { type CommentPiece, readComment } from '../../shared/model/comment-body.ts'
import { languageOfWords } from '../../shared/model/language-of-words.ts'
import { isInternal, type Mention } from '../../shared/model/thread.ts'
import type { ThreadNews } from '../../shared/protocol/news-views.ts'
import type { CommentView, ThreadMarkView } from '../../shared/protocol/thread-views.ts'
import type { Writing } from './digest-document.ts'
import { type MailBlock, type MailPiece, plain } from './mail-document.ts'
import { threadPath } from './places.ts'

const MOST_THREADS = 5
const MOST_COMMENTS = 5
/** Characters of a comment, and of a passage that is quoted. */
const MOST_WORDS = 700
const MOST_QUOTED = 200

/** `href` leads to the rest. */
export function threadBlocks(threads: readonly ThreadNews[], href: string, writing: Writing): MailBlock[] {
  const listed = threads.slice(0, MOST_THREADS)
  const more = threads.length - listed.length
  return [
    ...listed.map(thread => threadBlock(thread, writing)),
    ...(more > 0
      ? [
          {
            type: 'paragraph',
            pieces: [{ text: writing.t('more-threads', { count: more }), href }],
          } satisfies MailBlock,
        ]
      : []),
  ]
}

function threadBlock(news: ThreadNews, writing: Writing): MailBlock {
  const { t, language, address } = writing
  const href = address(threadPath(news.place, news.thread))
  const comments = news.comments.slice(-MOST_COMMENTS)
  const more = news.comments.length - comments.length
  const { quote } = news
  return {
    type: 'thread',
    internal: isInternal(news),
    blocks: [
      {
        type: 'paragraph',
        pieces: [
          { text: t(`thread.${news.audience}`), href },
          ...(news.callsMe
            ? [{ text: language === 'ja' ? '　' : ' – ' }, { text: t('calls-you'), strong: true }]
            : []),
        ],
      },
      ...(quote
        ? [
            {
              type: 'quote',
              pieces: [{ text: t('quote', { words: cut(quote.words, MOST_QUOTED) }), lang: quote.language }],
            } satisfies MailBlock,
          ]
        : []),
      ...(more > 0
        ? [
            {
              type: 'paragraph',
              pieces: [{ text: t('more-comments', { count: more }), href }],
            } satisfies MailBlock,
          ]
        : []),
      ...comments.map(comment => commentBlock(comment, news, writing)),
      ...news.marks.map(mark => markBlock(mark, writing)),
    ],
  }
}

function commentBlock({ by, at, body }: CommentView, news: ThreadNews, writing: Writing): MailBlock {
  const { t, when, name } = writing
  const said = { by: name(by.title).text, when: when(at) }
  if (body === null) return { type: 'paragraph', pieces: plain(t('comment-deleted', said)) }
  return {
    type: 'paragraph',
    pieces: [
      { text: t('comment', said), strong: true },
      { text: '\n' },
      inItsLanguage(cut(bodyWords(body, news, writing), MOST_WORDS), writing),
    ],
  }
}

/** What a person wrote, marked where it is not in the language of the mail. */
function inItsLanguage(words: string, { language }: Writing): MailPiece {
  const lang = languageOfWords(words)
  return lang === language ? { text: words } : { text: words, lang }
}

/** As typed, with those who are called by name. Addresses stay words: no link in a mail leads elsewhere. */
function bodyWords(body: string, { called }: ThreadNews, writing: Writing): string {
  const piece = (each: CommentPiece) =>
    each.type === 'mention' ? `@${mentionWords(each.mention, called, writing)}` : each.text
  return readComment(body)
    .map(({ quote, lines }) => lines.map(line => (quote ? '> ' : '') + line.map(piece).join('')).join('\n'))
    .join('\n')
}

function mentionWords(mention: Mention, called: ThreadNews['called'], { t, name }: Writing): string {
  switch (mention.kind) {
    case 'mandate': {
      const title = called[mention.mandate]
      return title ? name(title).text : '…'
    }
    case 'role':
      return t('role-of', { role: t(`role.${mention.role}`), side: t(`side.${mention.side}`) })
    case 'side':
      return t(`side.${mention.side}`)
  }
}

function markBlock({ kind, by, assignee }: ThreadMarkView, { t, name }: Writing): MailBlock {
  const who = name(by.title).text
  const words =
    kind === 'assigned'
      ? t('thread-assigned', { by: who, to: assignee ? name(assignee).text : '…' })
      : t(kind, { by: who })
  return { type: 'paragraph', tone: 'quiet', pieces: plain(words) }
}

function cut(words: string, most: number): string {
  const characters = [...words]
  return characters.length <= most ? words : `${characters.slice(0, most).join('').trimEnd()}…`
}
