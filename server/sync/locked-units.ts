/**
 * [A4] Which units of a document stand locked, and whether a change left them as they were. A unit is locked while it
 * reads as the pair that both sides agreed to; its hash is that of `pairForm`.
 */
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { pairForm } from '../../shared/model/agreement.ts'
import type { Block } from '../../shared/model/bilingual-text.ts'
import type { UnitId } from '../../shared/model/ids.ts'
import { LANGUAGES, type Language } from '../../shared/model/language.ts'
import { standsAsBefore, type UnitPlace, unitPlaces } from '../../shared/model/unit-places.ts'
import { fragmentOf, readContent, UnreadableBlock } from '../../shared/schema/y-text.ts'

/** Unit → SHA-256 of the pair that both sides agreed to. */
export type AgreedPairs = ReadonlyMap<UnitId, string>

/** Types that a transaction changed, with the attributes it changed (null for children), as Yjs tells of them. */
export type ChangedTypes = Y.Transaction['changed']

/** How units stood at one moment, as far as they may be locked. */
export type Standing = ReadonlyMap<UnitId, UnitForm>

type Said = {
  readonly id: string
  readonly unit: string
  readonly block: Pick<Block, 'kind' | 'level' | 'content'> | null
  readonly form: string
}
type UnitForm = { readonly places: { readonly [L in Language]?: UnitPlace<Said> }; readonly pair: string }

/** Reads blocks of one document, each once until it is forgotten. */
export class LockReader {
  readonly #doc: Y.Doc
  #known = new WeakMap<object, Said>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /**
   * The units whose reading the change may have touched: `all` when blocks came, went or changed what they are,
   * else those in which words changed. Forgets what was read of them.
   */
  touched(changed: ChangedTypes): 'all' | ReadonlySet<string> {
    const roots = new Set<unknown>(LANGUAGES.map(language => fragmentOf(this.#doc, language)))
    const units = new Set<string>()
    let all = false
    for (const [type, keys] of changed) {
      const block = childBelow(roots, type)
      if (!block) {
        all = true
        continue
      }
      this.#known.delete(block)
      if (block === (type as unknown) && [...keys].some(key => key !== null)) all = true
      units.add(attribute(block, 'unit'))
    }
    return all ? 'all' : units
  }

  /** How the given units stand now. */
  standing(units: AgreedPairs): Map<UnitId, UnitForm> {
    const places = Object.fromEntries(
      LANGUAGES.map(language => [language, unitPlaces(this.#read(language), units)]),
    ) as { [L in Language]: ReadonlyMap<UnitId, UnitPlace<Said>> }
    const forms = new Map<UnitId, UnitForm>()
    for (const unit of units.keys()) {
      const [fr, ja] = [places.fr.get(unit), places.ja.get(unit)]
      if (fr || ja)
        forms.set(unit, { places: { ...(fr && { fr }), ...(ja && { ja }) }, pair: pairOf(fr, ja) })
    }
    return forms
  }

  #read(language: Language): Said[] {
    return fragmentOf(this.#doc, language)
      .toArray()
      .map(child => {
        const known = this.#known.get(child)
        if (known) return known
        const said = sayingOf(child)
        this.#known.set(child, said)
        return said
      })
  }
}

/** Whether a unit reads and stands as it did; one that is gone does not. */
export function isAsBefore(before: UnitForm, now: UnitForm | undefined): boolean {
  return (
    now !== undefined &&
    before.pair === now.pair &&
    LANGUAGES.every(language =>
      standsAsBefore(before.places[language], now.places[language], (a, b) => a.form === b.form),
    )
  )
}

/** The words of blocks that cannot be read are nobody's agreement: such a unit has no pair. */
function pairOf(fr: UnitPlace<Said> | undefined, ja: UnitPlace<Said> | undefined): string {
  const sides = { fr: fr?.blocks ?? [], ja: ja?.blocks ?? [] }
  if (LANGUAGES.some(language => sides[language].some(({ block }) => block === null))) return ''
  const blocks = (language: Language) => sides[language].map(({ block }) => block as Block)
  return createHash('sha256')
    .update(pairForm({ fr: blocks('fr'), ja: blocks('ja') }))
    .digest('hex')
}

function sayingOf(child: unknown): Said {
  if (!(child instanceof Y.XmlElement)) return { id: '', unit: '', block: null, form: '' }
  const [id, unit] = [attribute(child, 'id'), attribute(child, 'unit')]
  try {
    const { kind, level } = child.getAttributes() as unknown as Pick<Block, 'kind' | 'level'>
    const block = { kind, level, content: readContent(child) }
    return { id, unit, block, form: JSON.stringify(block) }
  } catch (error) {
    if (error instanceof UnreadableBlock) return { id, unit, block: null, form: '' }
    throw error
  }
}

function attribute(element: Y.XmlElement, name: string): string {
  return String(element.getAttribute(name) ?? '')
}

/** The child of a root that a type is, or is in; undefined for a root. */
function childBelow(roots: ReadonlySet<unknown>, type: unknown): Y.XmlElement | undefined {
  let at = type as Y.AbstractType<unknown> | null
  while (at && !roots.has(at)) {
    const above: Y.AbstractType<unknown> | null = at.parent
    if (above && roots.has(above)) return at as unknown as Y.XmlElement
    at = above
  }
  return undefined
}
