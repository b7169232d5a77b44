/** What the form of a fact holds while it is filled in, and what it sends. */
import type { Fact, FactOwner, FactStatement } from '../../../shared/model/edition.ts'
import {
  type FactType,
  type FactValue,
  fitsType,
  isCount,
  isDate,
  isWritten,
} from '../../../shared/model/fact-value.ts'
import type { OrganisationId } from '../../../shared/model/ids.ts'

export const PRECISIONS = ['day', 'month', 'year'] as const
export type Precision = (typeof PRECISIONS)[number]

export type FactForm = {
  readonly type: FactType
  readonly labelFr: string
  readonly labelJa: string
  readonly definitionFr: string
  readonly definitionJa: string
  readonly source: string
  /** `''`, `side:fra`, `side:jap`, `title` or `organisation:<id>`. */
  readonly owner: string
  readonly ownerFr: string
  readonly ownerJa: string
  readonly hasUnit: boolean
  readonly one: string
  readonly other: string
  readonly counter: string
  readonly known: boolean
  readonly n: string
  readonly precision: Precision
  readonly from: string
  readonly to: string
  readonly weekday: boolean
  readonly fr: string
  readonly ja: string
  readonly status: Fact['status']
}

export function formOf(fact: Fact | null): FactForm {
  const { owner = null, unit = null, value = null } = fact ?? {}
  const title = owner && 'title' in owner ? owner.title : null
  const date = value && isDate(value) ? value : null
  const written = value && isWritten(value) ? value : null
  return {
    type: fact?.type ?? 'count',
    labelFr: fact?.label.fr ?? '',
    labelJa: fact?.label.ja ?? '',
    definitionFr: fact?.definition.fr ?? '',
    definitionJa: fact?.definition.ja ?? '',
    source: fact?.source ?? '',
    owner: ownerChoice(owner),
    ownerFr: title?.fr ?? '',
    ownerJa: title?.ja ?? '',
    hasUnit: unit !== null,
    one: unit?.fr.one ?? '',
    other: unit?.fr.other ?? '',
    counter: unit?.ja ?? '',
    known: value !== null,
    n: value && isCount(value) ? String(value.n) : '',
    precision: precisionOf(date?.from ?? '0000-00-00'),
    from: date?.from ?? '',
    to: date?.to ?? '',
    weekday: date?.weekday ?? true,
    fr: written?.fr ?? '',
    ja: written?.ja ?? '',
    status: fact?.status ?? 'open',
  }
}

/** The statement as filled in; its value is null where it is not known, or not yet one of its type. */
export function statementOf(form: FactForm, fact: Fact | null): FactStatement {
  const value = form.known ? typedValue(form, fact) : null
  return {
    type: form.type,
    label: { ...fact?.label, fr: form.labelFr.trim(), ja: form.labelJa.trim() },
    definition: { fr: form.definitionFr.trim(), ja: form.definitionJa.trim() },
    source: form.source.trim(),
    owner: ownerOf(form),
    unit:
      form.type === 'count' && form.hasUnit
        ? { fr: { one: form.one.trim(), other: form.other.trim() }, ja: form.counter.trim() }
        : null,
    value,
    status: form.known ? form.status : 'open',
  }
}

/** What an older room wrote once per language, while nothing else is filled in. */
export function keptAsWritten(form: FactForm, fact: Fact | null): FactValue | null {
  const value = fact?.type === form.type ? fact.value : null
  const isTyped = form.type === 'count' || form.type === 'date'
  const nothingNew = form.n === '' && form.from === ''
  return isTyped && nothingNew && value && isWritten(value) ? value : null
}

function typedValue(form: FactForm, fact: Fact | null): FactValue | null {
  const kept = keptAsWritten(form, fact)
  if (kept) return kept
  const value: FactValue =
    form.type === 'count'
      ? { n: form.n === '' ? Number.NaN : Number(form.n) }
      : form.type === 'date'
        ? { from: form.from, to: form.to || null, weekday: form.weekday }
        : { fr: form.fr.trim(), ja: form.ja.trim() }
  return fitsType(form.type, value) ? value : null
}

function precisionOf(moment: string): Precision {
  return moment.length === 4 ? 'year' : moment.length === 7 ? 'month' : 'day'
}

function ownerChoice(owner: FactOwner | null): string {
  if (!owner) return ''
  if ('side' in owner) return `side:${owner.side}`
  return 'title' in owner ? 'title' : `organisation:${owner.organisation}`
}

function ownerOf({ owner, ownerFr, ownerJa }: FactForm): FactOwner | null {
  const [kind, id = ''] = owner.split(':')
  if (kind === 'side') return { side: id === 'jap' ? 'jap' : 'fra' }
  if (kind === 'title') return { title: { fr: ownerFr.trim(), ja: ownerJa.trim() } }
  return kind === 'organisation' ? { organisation: id as OrganisationId } : null
}
