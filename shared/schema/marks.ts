import { Mark } from '@tiptap/core'
import { isAllowedHref } from './allowed-href.ts'

export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes() {
    return { href: { default: '' } }
  },
  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: element => {
          const href = element.getAttribute('href')
          return isAllowedHref(href) ? { href } : false
        },
      },
    ]
  },
  renderHTML({ mark }) {
    const href = isAllowedHref(mark.attrs.href) ? mark.attrs.href : ''
    return ['a', { href, rel: 'noopener noreferrer nofollow', target: '_blank' }, 0]
  },
})

/** The reading `rt` of Japanese base text. The base stays ordinary text, so it is searched and compared as such. */
export const Ruby = Mark.create({
  name: 'ruby',
  inclusive: false,
  addAttributes() {
    return { rt: { default: '' } }
  },
  parseHTML() {
    return [{ tag: 'ruby[data-rt]', getAttrs: element => ({ rt: element.dataset.rt ?? '' }) }]
  },
  renderHTML({ mark }) {
    const rt = String(mark.attrs.rt)
    return ['ruby', { 'data-rt': rt }, ['span', 0], ['rt', { contenteditable: 'false' }, rt]]
  },
})

/** Text not agreed; `by` is the side that asks for it ('' when none is named). Brackets may nest. */
export const Bracket = Mark.create({
  name: 'bracket',
  inclusive: false,
  excludes: '',
  addAttributes() {
    return { id: { default: '' }, by: { default: '' } }
  },
  parseHTML() {
    return [
      {
        tag: 'span[data-bracket]',
        getAttrs: element => ({ id: element.dataset.bracket ?? '', by: element.dataset.by ?? '' }),
      },
    ]
  },
  renderHTML({ mark }) {
    return ['span', { 'data-bracket': String(mark.attrs.id), 'data-by': String(mark.attrs.by) }, 0]
  },
})
