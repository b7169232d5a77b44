/** The words of a draft as a file, for whom the server takes them no more. */
import * as Y from 'yjs'
import type { DraftId, PersonId } from '../../../shared/model/ids.ts'
import { LANGUAGES } from '../../../shared/model/language.ts'
import { DeviceCopy, deviceCopyName } from '../../editor/connection/device-copy.ts'
import { readableText } from '../../editor/reading/readable-text.ts'

export function takeWords(draft: DraftId, doc: Y.Doc): void {
  download(`${draft}.txt`, wordsOf(doc))
}

/** Those of this device's copy, which stays. */
export async function takeWordsOfDevice(person: PersonId, draft: DraftId, epoch: string): Promise<void> {
  const doc = new Y.Doc()
  const copy = new DeviceCopy(deviceCopyName(person, draft, epoch), doc)
  const stored = await copy.loaded()
  takeWords(draft, doc)
  await copy.close(stored ?? Y.encodeStateVector(new Y.Doc()))
}

/** Both languages one after the other, a block a line: what a paste takes back. */
function wordsOf(doc: Y.Doc): string {
  const { text } = readableText(doc, '')
  return LANGUAGES.map(language =>
    text[language]
      .map(({ content }) =>
        content
          .map(inline => (inline.type === 'text' ? inline.text : inline.type === 'break' ? '\n' : ''))
          .join(''),
      )
      .join('\n'),
  ).join('\n\n')
}

function download(name: string, words: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([words], { type: 'text/plain;charset=utf-8' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
