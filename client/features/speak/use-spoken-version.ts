/** Everything that speaking a version needs, asked for at once: from then on the page works without the network. */
import { useEffect, useMemo } from 'react'
import type { Text } from '../../../shared/model/edition.ts'
import { shareOf } from '../../../shared/model/speech-plan.ts'
import { type SpokenUnit, spokenUnits } from '../../../shared/model/spoken-units.ts'
import { DEFAULT_SPEECH, type SpeechSettings } from '../../../shared/model/workshop.ts'
import type { VersionTextView } from '../../../shared/protocol/views.ts'
import { useAsk } from '../../queries.ts'

export type SpokenVersion = VersionTextView & {
  readonly text: Text
  readonly units: readonly SpokenUnit[]
  /** The edition's setting; that of a new edition for readers who do not see the workshops. */
  readonly interpreted: boolean
  /** The speaker's time in seconds; null for a text that has none, or for those readers. */
  readonly allotted: number | null
}

/** `spoken` is undefined until everything is there; `error` when the version cannot be read. */
export function useSpokenVersion(id: string) {
  const version = useAsk('GET /api/versions/:id', { params: { id } })
  return { spoken: version.data, error: version.error, retry: () => void version.refetch() }
}

/** `undefined` until the text's own data is there. */
export function useSpokenText(view: VersionTextView) {
  const { data: of, error, refetch } = useAsk('GET /api/texts/:id', { params: { id: view.version.text } })
  // Those who read opened versions only do not see the workshops: for them there is no share.
  const { data: workshops, isPending } = useAsk('GET /api/workshops')
  const { content } = view
  const units = useMemo(() => spokenUnits(content), [content])
  useFontsFor(content)
  const spoken: SpokenVersion | undefined =
    of && !isPending
      ? {
          ...view,
          text: of.text,
          units,
          interpreted: (workshops?.speech ?? DEFAULT_SPEECH).interpreted,
          allotted: workshops ? allottedTo(of.text, workshops.speech, workshops.workshops.length) : null,
        }
      : undefined
  return { spoken, error, retry: () => void refetch() }
}

function allottedTo({ kind }: Text, speech: SpeechSettings, workshops: number): number | null {
  if (kind === 'restitution') return shareOf(speech.restitutionMinutes, workshops)
  return kind === 'intervention-summary' ? speech.interventionMinutes * 60 : null
}

/** Browsers fetch a typeface when its first letter is drawn, which may be after the network is gone. */
function useFontsFor(content: VersionTextView['content']): void {
  useEffect(() => {
    const words = JSON.stringify(content)
    for (const style of ['', 'bold ', 'italic '])
      void document.fonts.load(`${style}40px "Source Serif 4 Variable"`, words)
  }, [content])
}
