/**
 * The bilingual editor without a server, for its benchmark and for tests in which a second person writes
 * from the same page, at an exact moment. Address: `?text=demo|blank|units&units=100&lang=fr&read=1&room=x&amended=1&threads=20`; pages
 * with the same `room` in one browser write in one text.
 */
import '../../../client/styles/base.css'
import { StrictMode, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { BilingualEditor } from '../../../client/editor/bilingual-editor.tsx'
import type { EditorPair } from '../../../client/editor/editor-pair.ts'
import { ReadOnlyText } from '../../../client/editor/reading/read-only-text.tsx'
import { SavingIndicator } from '../../../client/editor/toolbar/saving-indicator.tsx'
import { speak } from '../../../client/i18n/i18n.ts'
import { TooltipProvider } from '../../../client/ui/tooltip.tsx'
import type { InterfaceLanguage } from '../../../shared/model/language.ts'
import { findUnreadable } from '../../../shared/schema/y-text.ts'
import { newDocumentState } from '../../../shared/schema/y-write.ts'
import { answeredBy } from './amendments.ts'
import { createHarness, type Harness } from './harness.ts'
import { facts, textOf } from './texts.ts'
import { discussed } from './threads.ts'

declare global {
  interface Window {
    harness: Harness & { pair?: EditorPair; mountedAt: number; mountTook: number }
    movePeople?: () => void
  }
}

const query = new URLSearchParams(location.search)
speak((query.get('lang') ?? 'fr') as InterfaceLanguage)
const base = textOf(query.get('text') ?? 'demo', Number(query.get('units') ?? 100))
const doc = new Y.Doc()
// One client id for the first content in every page: pages of a room begin with the same bytes.
Y.applyUpdate(doc, query.has('room') ? sharedStart() : newDocumentState(base))
const amendments = query.has('amended') ? answeredBy(doc, base) : undefined
const threads = query.has('threads') ? discussed(doc, base, Number(query.get('threads')), 36) : undefined
const harness = createHarness(doc, new Awareness(doc), query.get('room'))
const began = performance.now()
window.harness = Object.assign(harness, { mountedAt: Number.NaN, mountTook: Number.NaN })

function Page() {
  const saving = useSyncExternalStore(harness.saving.subscribe, harness.saving.get)
  const [unreadable, setUnreadable] = useState(() => findUnreadable(doc).length > 0)
  const indicator = <SavingIndicator saving={saving} />
  return (
    <TooltipProvider>
      <main style={{ padding: '1.5rem', maxWidth: '88rem', marginInline: 'auto' }}>
        {query.has('read') || unreadable ? (
          <ReadOnlyText doc={doc} awareness={harness.awareness} facts={facts} />
        ) : (
          <BilingualEditor
            doc={doc}
            awareness={harness.awareness}
            gate={harness.gate}
            facts={facts}
            base={{ text: base, label: 'V1' }}
            amendments={amendments}
            threads={threads}
            saving={indicator}
            onUnreadable={() => setUnreadable(true)}
            onPair={pair => {
              if (!pair) return
              window.harness.pair = pair
              window.harness.mountedAt = performance.now()
              window.harness.mountTook = performance.now() - began
            }}
          />
        )}
      </main>
    </TooltipProvider>
  )
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Page />
  </StrictMode>,
)

function sharedStart(): Uint8Array {
  const first = new Y.Doc()
  first.clientID = 1
  Y.applyUpdate(first, newDocumentState({ fr: [], ja: [] }))
  for (const language of ['fr', 'ja'] as const)
    first.getXmlFragment(language).insert(
      0,
      base[language].map(block => {
        const element = new Y.XmlElement('block')
        const { kind, level, id, unit, content } = block
        for (const [key, value] of Object.entries({ kind, level, id, unit }))
          element.setAttribute(key, value as string)
        const words = content.map(inline => (inline.type === 'text' ? inline.text : '')).join('')
        element.insert(0, words ? [new Y.XmlText(words)] : [])
        return element
      }),
    )
  return Y.encodeStateAsUpdate(first)
}
