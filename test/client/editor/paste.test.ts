// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { cleanHtml } from '../../../client/editor/paste/clean-html.ts'
import { MAX_PASTE } from '../../../client/editor/paste/paste.ts'
import { type Desk, openDesk } from './desk.ts'

let open: Desk[] = []
function desk(source: string): Desk {
  const opened = openDesk(source)
  open.push(opened)
  return opened
}
afterEach(() => {
  for (const each of open) each.close()
  open = []
})

/** Blocks as `kind level: words`, with marks as tags. */
function blocks(html: string, language: 'fr' | 'ja' = 'fr'): string[] {
  const page = document.implementation.createHTMLDocument('')
  page.body.innerHTML = cleanHtml(html, language)
  return [...page.body.querySelectorAll<HTMLElement>('[data-block]')].map(
    block => `${block.dataset.kind}${block.dataset.level}: ${block.innerHTML}`,
  )
}

function paste(desk: Desk, language: 'fr' | 'ja', data: { html?: string; text?: string }): boolean {
  const view = desk.pair.views[language]
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.assign(event, {
    clipboardData: {
      getData: (type: string) =>
        type === 'text/html' ? (data.html ?? '') : type === 'text/plain' ? (data.text ?? '') : '',
      files: [],
      types: [],
    },
  })
  view.dom.dispatchEvent(event)
  return event.defaultPrevented
}

/** What copying or cutting the selection puts on the clipboard. */
function take(desk: Desk, language: 'fr' | 'ja', type: 'copy' | 'cut'): { html: string; text: string } {
  const data: Record<string, string> = {}
  const event = new Event(type, { bubbles: true, cancelable: true })
  Object.assign(event, {
    clipboardData: {
      clearData() {},
      setData(kind: string, value: string) {
        data[kind] = value
      },
    },
  })
  desk.pair.views[language].dom.dispatchEvent(event)
  return { html: data['text/html'] ?? '', text: data['text/plain'] ?? '' }
}

function selectBlocks(desk: Desk, language: 'fr' | 'ja', from: string, to: string): void {
  desk.caret(language, from)
  const view = desk.pair.views[language]
  const anchor = view.state.selection.from
  desk.caret(language, to, true)
  const head = view.state.selection.head
  const Text = view.state.selection.constructor as unknown as {
    create(doc: unknown, a: number, b: number): never
  }
  view.dispatch(view.state.tr.setSelection(Text.create(view.state.doc, anchor, head)))
}

describe('HTML from Word', () => {
  const word = readFileSync('test/fixtures/editor/word-clipboard.html', 'utf8')

  it('[U2] becomes blocks: title, headings, list items with their levels, paragraphs', () => {
    expect(blocks(word)).toEqual([
      'title1: Déclaration finale',
      'heading1: Préambule',
      'paragraph1: Nous, représentants de <strong>35 collectivités</strong>, réunis à Cannes&nbsp;:',
      'bullet1: la culture\u202f;',
      'bullet2: le tourisme.',
      'number1: Un premier engagement',
    ])
  })

  it('[U2] leaves out what a tracked change deleted, and comments', () => {
    expect(blocks(word).join()).not.toMatch(/supprimé|Commentaire|msocom|JD1/)
  })
})

describe('HTML from the web', () => {
  it('[U3] headings, lists within lists, quotes', () => {
    expect(
      blocks(
        '<h1>A</h1><p>B</p><ul><li>C<ol><li>D</li></ol></li><li><p>E</p></li></ul><blockquote><p>F</p></blockquote>',
      ),
    ).toEqual(['heading1: A', 'paragraph1: B', 'bullet1: C', 'number2: D', 'bullet1: E', 'paragraph1: F'])
  })

  it('[U3] keeps the spaces of French and collapses those of HTML', () => {
    expect(blocks('<p>Quoi\u202f?   \n «\u00a0Oui\u00a0»</p>')).toEqual([
      'paragraph1: Quoi\u202f? «\u00a0Oui\u00a0»'.replace(/\u00a0/g, '&nbsp;'),
    ])
  })

  it('[U3] italics come into French only', () => {
    expect(blocks('<p>le <i>mot</i></p>', 'fr')).toEqual(['paragraph1: le <em>mot</em>'])
    expect(blocks('<p>その<i>語</i></p>', 'ja')).toEqual(['paragraph1: その語'])
  })

  it('[U3] readings of Japanese stay readings', () => {
    expect(blocks('<p><ruby>礎<rp>（</rp><rt>いしずえ</rt><rp>）</rp></ruby>が</p>', 'ja')).toEqual([
      'paragraph1: <ruby data-rt="いしずえ">礎</ruby>が',
    ])
  })

  it.each([
    ['<p>a<script>alert(1)</script>b</p>', 'paragraph1: ab'],
    ['<p>a<img src=x onerror="alert(1)">b</p>', 'paragraph1: ab'],
    ['<p onclick="alert(1)" style="background:url(javascript:1)">a</p>', 'paragraph1: a'],
    ['<p><a href="javascript:alert(1)">a</a></p>', 'paragraph1: a'],
    ['<p><a href=" java\nscript:alert(1)">a</a></p>', 'paragraph1: a'],
    ['<p><a href="data:text/html,<script>1</script>">a</a></p>', 'paragraph1: a'],
    ['<p><svg><script>1</script><a href="x">b</a></svg>a</p>', 'paragraph1: a'],
    ['<p><iframe srcdoc="<p>x</p>"></iframe>a<style>p{}</style></p>', 'paragraph1: a'],
    ['<p><a href="https://example.org/">a</a></p>', 'paragraph1: <a href="https://example.org/">a</a>'],
    ['<form><input value="x"><button>y</button><p>a</p></form>', 'paragraph1: a'],
    ['<p data-block="x" data-kind="evil" data-level="9">a</p>', 'paragraph1: a'],
    ['<p>&lt;b&gt;a&lt;/b&gt;</p>', 'paragraph1: &lt;b&gt;a&lt;/b&gt;'],
  ])('[U2] hostile or foreign %s is taken as words', (html, expected) => {
    expect(blocks(html)).toEqual([expected])
  })

  it('[U2] nesting without end ends', () => {
    const deep = `${'<div>'.repeat(2_000)}mot${'</div>'.repeat(2_000)}`
    expect(blocks(deep)).toEqual(['paragraph1: mot'])
  })
})

describe('pasting', () => {
  it('[U2] blocks get ids and units of their own', () => {
    const d = desk(`a | Un | 一`)
    d.caret('fr', 'Un', true)
    paste(d, 'fr', { html: '<p>ième</p><p>Deux</p><p>Trois</p>' })
    const { fr } = d.text()
    expect(
      fr.map(block => block.content.map(inline => (inline.type === 'text' ? inline.text : '')).join('')),
    ).toEqual(['Unième', 'Deux', 'Trois'])
    expect(new Set(fr.map(block => block.id)).size).toBe(3)
    expect(fr[0]!.id).toBe('a-fr')
    expect(new Set(fr.map(block => block.unit)).size).toBe(3)
  })

  it('[U2] into an empty block, the block takes the kind of what was pasted', () => {
    const d = desk(`a |  | 一`)
    paste(d, 'fr', { html: '<h2>Titre</h2><p>Suite</p>' })
    expect(d.text().fr.map(({ id, kind, level }) => [id === 'a-fr', kind, level])).toEqual([
      [true, 'heading', 2],
      [false, 'paragraph', 1],
    ])
  })

  it('[U2] words without a block go where the caret is', () => {
    const d = desk(`a | Un deux | 一`)
    d.caret('fr', 'deux')
    paste(d, 'fr', { html: '<b>gras</b> ' })
    expect(d.lines()[0]).toMatch(/^Un gras/)
    expect(d.text().fr).toHaveLength(1)
  })

  it('[U2] plain text becomes a block a line, with its list signs as items', () => {
    const d = desk(`a |  | 一`)
    paste(d, 'fr', { text: 'Nous\u202f:\r\n\r\n- la culture\r\n1. un point\r\n' })
    expect(d.text().fr.map(({ kind, content }) => [kind, content[0]])).toEqual([
      ['paragraph', { type: 'text', text: 'Nous\u202f:' }],
      ['bullet', { type: 'text', text: 'la culture' }],
      ['number', { type: 'text', text: 'un point' }],
    ])
  })

  it('[U2] cut and pasted, a paragraph keeps its id and unit; copied, it gets new ones', () => {
    const d = desk(`
      a | Un | 一
      b | Deux | 二
      c | Trois | 三`)
    const view = d.pair.views.fr
    const first = view.state.doc.child(0).nodeSize
    const Node = view.state.selection.constructor as unknown as {
      create(doc: unknown, a: number, b: number): never
    }
    view.dispatch(
      view.state.tr.setSelection(
        Node.create(view.state.doc, 1, first + view.state.doc.child(1).nodeSize + 1),
      ),
    )
    const cut = take(d, 'fr', 'cut')
    d.caret('fr', 'Trois', true)
    d.press('fr', 'Enter')
    paste(d, 'fr', cut)
    expect(d.text().fr.map(block => block.unit)).toContain('b')
    expect(d.text().fr.find(block => block.unit === 'b')!.id).toBe('b-fr')

    selectBlocks(d, 'fr', 'Deux', 'Deux')
    const copied = take(d, 'fr', 'copy')
    d.caret('fr', 'Trois', true)
    d.press('fr', 'Enter')
    paste(d, 'fr', copied)
    const ids = d.text().fr.map(block => block.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('[U2] one megabyte is taken whole, more is refused whole and said', () => {
    const d = desk(`a |  | 一`)
    const whole = 'mot '.repeat(MAX_PASTE / 4)
    paste(d, 'fr', { text: whole })
    expect(d.text().fr[0]!.content[0]).toMatchObject({
      text: whole.trimEnd().length > 0 ? expect.any(String) : '',
    })
    expect(d.pair.views.fr.state.doc.textContent.length).toBe(MAX_PASTE)
    const before = d.text()
    expect(paste(d, 'fr', { text: `${whole}!` })).toBe(true)
    expect(d.notices.at(-1)).toEqual({ kind: 'paste-too-large' })
    expect(d.text()).toEqual(before)
  })

  it('[U2] a huge page whose words are few is taken', () => {
    const d = desk(`a |  | 一`)
    const styles = `<style>${'p{color:red}'.repeat(200_000)}</style>`
    paste(d, 'fr', { html: `${styles}<p>mots</p>` })
    expect(d.lines()[0]).toBe('mots | 一')
  })
})

describe('copying', () => {
  it('[F1] facts leave as they read', () => {
    const fact = {
      id: 'host',
      label: { fr: 'Ville', ja: '市' },
      value: { fr: 'Cannes', ja: 'カンヌ市' },
      status: 'confirmed',
    }
    const d = openDesk(`a | À  | 一`, [fact as never])
    open.push(d)
    d.caret('fr', 'À', true)
    const view = d.pair.views.fr
    view.dispatch(
      view.state.tr.insert(view.state.selection.from, view.state.schema.nodes.fact!.create({ fact: 'host' })),
    )
    view.dispatch(
      view.state.tr.setSelection(
        (
          view.state.selection.constructor as unknown as { create(doc: unknown, a: number, b: number): never }
        ).create(view.state.doc, 1, view.state.doc.content.size - 1),
      ),
    )
    const { html, text } = take(d, 'fr', 'copy')
    expect(text).toContain('Cannes')
    expect(html).toContain('Cannes')
  })
})
