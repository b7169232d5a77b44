import { describe, expect, test } from 'vitest'
import { mentionsIn, mentionToken, readComment } from '../../../shared/model/comment-body.ts'
import type { MandateId } from '../../../shared/model/ids.ts'

const text = (words: string) => ({ type: 'text', text: words })
const own = (...lines: unknown[][]) => ({ quote: false, lines })

describe('[T3] what a comment says', () => {
  test('paragraphs are cut at blank lines, lines are kept', () => {
    expect(readComment('Un\nDeux\n\n\nTrois')).toEqual([
      own([text('Un')], [text('Deux')]),
      own([text('Trois')]),
    ])
  })

  test('lines that begin with > quote, in either width', () => {
    expect(readComment('> Nous\n＞私たち\nEst-ce bien cela ?')).toEqual([
      { quote: true, lines: [[text('Nous')], [text('私たち')]] },
      own([text('Est-ce bien cela ?')]),
    ])
  })

  test.each([
    ['Voir https://cites-unies.example/a?b=1.', 'https://cites-unies.example/a?b=1'],
    ['（https://room.example/文書）参照', 'https://room.example/文書'],
    ['« https://room.example »', 'https://room.example'],
  ])('an address leads somewhere, without the signs around it: %s', (body, address) => {
    const links = readComment(body)[0]!
      .lines.flat()
      .filter(({ type }) => type === 'link')
    expect(links).toMatchObject([{ text: address, href: new URL(address).href }])
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '<b>x</b>'])(
    '%s is words like any others',
    body => {
      expect(readComment(body)).toEqual([own([text(body)])])
    },
  )

  test('mentions are found and written the same', () => {
    const mentions = [
      { kind: 'mandate', mandate: 'mandate-1' as MandateId },
      { kind: 'role', side: 'jap', role: 'chair' },
      { kind: 'side', side: 'fra' },
    ] as const
    const body = mentions.map(mentionToken).join(' et ')
    expect(mentionsIn(`${body} ${body}`)).toEqual(mentions)
  })

  test('what only looks like a mention calls nobody, nor does a quoted one', () => {
    for (const body of ['@{role:fra:king}', '@{side:usa}', '@{mandate:}', 'a@b.example', '> @{side:fra}'])
      expect(mentionsIn(body), body).toEqual([])
  })
})
