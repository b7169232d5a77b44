/** The schema's extensions as the editor of one language uses them: with views of facts and notes, and less typing magic. */
import type { Extensions } from '@tiptap/react'
import type { Language } from '../../shared/model/language.ts'
import { textExtensions } from '../../shared/schema/text-extensions.ts'
import type { FactStore } from './inline/fact-store.ts'
import { factView } from './inline/fact-view.ts'
import { noteView } from './inline/note-view.ts'

export function editorExtensions(
  language: Language,
  facts: FactStore,
  editNote: (position: number) => void,
): Extensions {
  return textExtensions.map(extension => {
    if (extension.name === 'fact') return extension.extend({ addNodeView: () => factView(language, facts) })
    if (extension.name === 'note') return extension.extend({ addNodeView: () => noteView(editNote) })
    // Keys of marks are ours: italic exists in French only.
    if (['bold', 'italic', 'underline'].includes(extension.name))
      return extension.extend({ addKeyboardShortcuts: () => ({}) })
    return extension
  })
}
