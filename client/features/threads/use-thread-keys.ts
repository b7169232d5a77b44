/** Single letters in a text with threads: c comments on what is selected, t goes to the threads. */
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { useSingleKeys } from '../compare/use-single-keys.ts'
import { selectedAnchor } from './selection-key.tsx'
import type { TextThreads } from './use-text-threads.ts'

export type ThreadKeyActs = { readonly c: () => void; readonly t: () => void }

/** For a page that has keys of its own: these go among them. */
export function threadKeyActs({ desk, container }: TextThreads, text: BilingualText): ThreadKeyActs {
  return {
    c: () => {
      const anchor = desk.circles.length > 0 ? selectedAnchor(container.current, text) : undefined
      if (!anchor) return
      getSelection()?.removeAllRanges()
      desk.compose(anchor)
    },
    t: () => {
      // From the unit one is at, or else from where one was.
      const unit = document.activeElement?.closest<HTMLElement>('[data-unit]')?.dataset.unit
      const here = desk.shown.find(hung => hung.unit === unit)
      const next = here?.thread.id ?? desk.chosen ?? desk.shown[0]?.thread.id
      if (next) desk.goTo(next)
    },
  }
}

export function useThreadKeys(threads: TextThreads, text: BilingualText): void {
  useSingleKeys(threadKeyActs(threads, text))
}
