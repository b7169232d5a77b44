/** The editor without a server, with a colleague in the same page: for what must happen at an exact moment. */
import { test as base, type CDPSession, expect, type Page } from '@playwright/test'
import { serveEditorPage } from '../../bench/editor/serve-page.ts'

export type Language = 'fr' | 'ja'

export type EditorPage = {
  readonly page: Page
  open(query: string): Promise<void>
  /** Puts the caret after words of a block. */
  caretAfter(language: Language, words: string): Promise<void>
  caretBefore(language: Language, words: string): Promise<void>
  /** Words of every block of a language, in the Y.Doc. */
  words(language: Language): Promise<string[]>
  /** What the editor shows, block by block. */
  shown(language: Language): Promise<string[]>
  /** Runs in the page: `colleague` is the other person's document. */
  colleague(act: (colleague: Colleague) => void): Promise<void>
  /** The input method shows `text` as not yet confirmed. */
  compose(text: string): Promise<void>
  /** The input method confirms. */
  confirm(text: string): Promise<void>
}

/** What a colleague may do to a language's blocks, as the other's editor would write it. */
export type Colleague = {
  insert(language: Language, block: number, offset: number, words: string): void
  erase(language: Language, block: number, offset: number, length: number): void
  kind(language: Language, block: number, kind: string): void
  split(language: Language, block: number, offset: number): void
  /** Joins the block with the one after it. */
  join(language: Language, block: number): void
  remove(language: Language, block: number): void
  add(language: Language, before: number, words: string): void
  presence(language: Language, block: number, offset: number): void
}

export const test = base.extend<{ editor: EditorPage }, { address: string }>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter.
    async ({}, use) => {
      const served = await serveEditorPage()
      await use(served.address)
      await served.close()
    },
    { scope: 'worker' },
  ],
  editor: async ({ page, address }, use) => {
    let input: CDPSession | undefined
    const errors: Error[] = []
    page.on('pageerror', error => errors.push(error))
    const putCaret = (language: Language, words: string, edge: 'before' | 'after') =>
      page.evaluate(
        ([side, text, where]) => {
          const view = window.harness.pair!.views[side]
          let at = -1
          view.state.doc.descendants((node, position) => {
            const found = node.isTextblock ? node.textContent.indexOf(text) : -1
            if (at < 0 && found >= 0) at = position + 1 + found + (where === 'after' ? text.length : 0)
          })
          if (at < 0) throw new Error(`no « ${text} »`)
          view.focus()
          const selection = view.state.selection.constructor as never as { near(position: unknown): never }
          view.dispatch(view.state.tr.setSelection(selection.near(view.state.doc.resolve(at))))
        },
        [language, words, edge] as const,
      )
    await use({
      page,
      open: async query => {
        await page.goto(address + query)
        await expect(page.locator('[data-block]').first()).toBeVisible()
        await page.addScriptTag({ content: COLLEAGUE })
        input = await page.context().newCDPSession(page)
      },
      caretAfter: (language, words) => putCaret(language, words, 'after'),
      caretBefore: (language, words) => putCaret(language, words, 'before'),
      words: language =>
        page.evaluate(
          side =>
            window.harness.doc
              .getXmlFragment(side)
              .toArray()
              .map(block =>
                (block as { toArray(): { toString(): string }[] })
                  .toArray()
                  .map(String)
                  .join('')
                  // Marks are written as elements.
                  .replace(/<[^>]*>/g, ''),
              ),
          language,
        ),
      shown: language =>
        page.locator(`[data-side="${language}"] > [data-block]`).evaluateAll(blocks =>
          blocks.map(block => {
            // Words that an amendment would bring are shown, and are not there.
            const copy = block.cloneNode(true) as Element
            for (const coming of copy.querySelectorAll('ins')) coming.remove()
            return (copy.textContent ?? '').replace(/\u200b|\ufeff/g, '')
          }),
        ),
      colleague: act => page.evaluate(`(${act.toString()})(window.colleague)`),
      compose: async text => {
        await input!.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        })
      },
      confirm: async text => {
        await input!.send('Input.insertText', { text })
      },
    })
    expect(errors).toEqual([])
  },
})

/** In the page: a colleague's edits, made in their copy as the binding makes them. */
const COLLEAGUE = `
window.colleague = (() => {
  const { colleague, Y, awareness } = window.harness
  const at = (language, index) => colleague.getXmlFragment(language).get(index)
  const textOf = block => block.toArray().find(part => part instanceof Y.XmlText)
  const plain = text => text.toDelta().map(({ insert }) => insert).join('')
  const make = (attributes, words) => {
    const block = new Y.XmlElement('block')
    for (const [key, value] of Object.entries(attributes)) block.setAttribute(key, value)
    block.insert(0, words ? [new Y.XmlText(words)] : [])
    return block
  }
  let count = 0
  const id = () => 'colleague-' + ++count
  return {
    insert: (language, block, offset, words) => textOf(at(language, block)).insert(offset, words),
    erase: (language, block, offset, length) => textOf(at(language, block)).delete(offset, length),
    kind: (language, block, kind) => at(language, block).setAttribute('kind', kind),
    split: (language, index, offset) => colleague.transact(() => {
      const block = at(language, index)
      const text = textOf(block)
      const rest = plain(text).slice(offset)
      text.delete(offset, rest.length)
      colleague.getXmlFragment(language).insert(index + 1, [make({ ...block.getAttributes(), id: id() }, rest)])
    }),
    join: (language, index) => colleague.transact(() => {
      const text = textOf(at(language, index))
      text.insert(text.length, plain(textOf(at(language, index + 1))))
      colleague.getXmlFragment(language).delete(index + 1, 1)
    }),
    remove: (language, index) => colleague.getXmlFragment(language).delete(index, 1),
    add: (language, before, words) =>
      colleague.getXmlFragment(language).insert(before, [make({ kind: 'paragraph', level: 1, id: id(), unit: id() }, words)]),
    presence: (language, index, offset) => {
      const text = window.harness.doc.getXmlFragment(language).get(index).toArray().find(part => part instanceof Y.XmlText)
      const position = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, offset))
      awareness.getStates().set(77, { user: { mandate: 'm', name: 'COPIL JAP', colour: 2 }, cursor: { language, anchor: position, head: position } })
      awareness.emit('change', [{ added: [77], updated: [], removed: [] }, 'remote'])
    },
  }
})()
`

export { expect }
