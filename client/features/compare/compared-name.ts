import type { ComparedView } from '../../../shared/protocol/views.ts'

/** A version has its label; a draft has none yet and is named as such, in the given words. */
export function comparedName({ ref, label }: Pick<ComparedView, 'ref' | 'label'>, draft: string): string {
  return ref.startsWith('draft:') ? draft : label
}
