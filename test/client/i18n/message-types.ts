/** Read by `tsc` alone: what the types of messages must refuse. */
import { defineMessages } from '../../../client/i18n/define-messages.ts'
import { sayIn } from '../../../client/i18n/use-text.ts'

/**
 * Never called: `tsc` reads it. A comment that expects an error is itself an error when there is none, so
 * a type that lets a missing key pass fails the type check.
 */
export function typesRefuse(): void {
  defineMessages('types', {
    fr: { a: 'A {{name}}', b: { one: 'un', other: 'des' } },
    // @ts-expect-error: a key is missing
    ja: { a: 'A {{name}}' },
    // @ts-expect-error: a key too many
    en: { a: 'A {{name}}', b: { other: 'some' }, c: 'C' },
  })
  const area = defineMessages('types', {
    fr: { a: 'A {{name}}', b: { one: '{{count}} jour', other: '{{count}} jours' }, c: 'C' },
    ja: { a: 'A {{name}}', b: { other: '{{count}}日' }, c: 'C' },
    en: { a: 'A {{name}}', b: { other: '{{count}} days' }, c: 'C' },
  })
  const t = sayIn(area, 'fr')
  t('c')
  t('a', { name: 'x' })
  t('b', { count: 1 })
  // @ts-expect-error: no such key
  t('d')
  // @ts-expect-error: the placeholder is not filled
  t('a')
  // @ts-expect-error: a number is needed
  t('b', { count: 'one' })
}
