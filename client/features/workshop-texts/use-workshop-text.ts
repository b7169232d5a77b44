import type { SpeechSettings } from '../../../shared/model/workshop.ts'
import type { WorkshopTextView, WorkshopView } from '../../../shared/protocol/workshop-views.ts'
import { useAsk } from '../../queries.ts'

export type WorkshopTextOf = {
  readonly view: WorkshopTextView
  readonly of: WorkshopView
  readonly speech: SpeechSettings
}

/** A text of a workshop with where it stands; undefined until that is known, and for what is no such text. */
export function useWorkshopText(text: string): WorkshopTextOf | undefined {
  const { data } = useAsk('GET /api/workshops')
  for (const of of data?.workshops ?? []) {
    const view = of.texts.find(each => each.text.id === text)
    if (view) return { view, of, speech: data!.speech }
  }
  return undefined
}
