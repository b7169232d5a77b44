import { anchorOfPassage, anchorOfUnit } from '../../../shared/model/anchor-in-text.ts'
import type { BilingualText } from '../../../shared/model/bilingual-text.ts'
import { locateThread } from '../../../shared/model/locate-thread.ts'
import type { Anchor } from '../../../shared/model/thread.ts'

/** The anchor of the same words, or else of the same unit, as this text has them; undefined when it has neither. */
export function reanchored(anchor: Anchor, text: BilingualText): Anchor | undefined {
  const found = locateThread(anchor, text)
  if (found.state === 'detached') return undefined
  if (found.state === 'unit') return anchorOfUnit(text, found.unit)
  return anchorOfPassage(text, anchor.passage!.language, found.start, found.end)
}
