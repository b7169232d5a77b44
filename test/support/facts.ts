/** Facts in tests: what one says of a new one, and a fact put into a draft. */
import * as Y from 'yjs'
import type { FactId } from '../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../shared/model/language.ts'
import type { BodyOf } from '../../shared/protocol/api.ts'

/** A count of local governments, not known yet. */
export const NEW_COUNT: BodyOf<'POST /api/facts'> = {
  type: 'count',
  label: { fr: 'Collectivités présentes', ja: '参加自治体数' },
  definition: { fr: 'Celles qui ont un représentant.', ja: '代表が出席する自治体の数。' },
  source: '',
  owner: { side: 'jap' },
  unit: { fr: { one: 'collectivité', other: 'collectivités' }, ja: '自治体' },
  value: null,
  status: 'open',
}

/** Puts the fact behind the first words of the nth block, in both languages unless told otherwise. */
export function insertFactAt(
  index: number,
  fact: FactId | string,
  languages: readonly Language[] = LANGUAGES,
): (doc: Y.Doc) => void {
  return doc => {
    for (const language of languages) {
      const element = new Y.XmlElement('fact')
      ;(doc.getXmlFragment(language).get(index) as Y.XmlElement).insert(1, [element])
      element.setAttribute('fact', fact)
    }
  }
}
