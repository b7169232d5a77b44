/** The keys of a comparison as they are listed to the reader. */
import { compare } from '../../i18n/messages/compare.ts'
import { useText } from '../../i18n/use-text.ts'
import type { ListedKeys } from './keys-popover.tsx'

export function useListedKeys(): ListedKeys {
  const t = useText(compare)
  return [
    { keys: ['n', 'j'], words: t('next') },
    { keys: ['p', 'k'], words: t('previous') },
    { keys: ['u'], words: t('nextUnseen') },
    { keys: ['v'], words: t('keyTick') },
    { keys: ['o'], words: t('keyFolds') },
    { keys: ['e'], words: t('keyUnfoldAll') },
    { keys: ['1'], words: t('redline') },
    { keys: ['2'], words: t('table') },
    { keys: ['3'], words: t('clean') },
    { keys: ['4'], words: t('successive') },
    { keys: ['l'], words: t('keyLanguages') },
    { keys: ['x'], words: t('keySwap') },
    { keys: ['0'], words: t('clearFilters') },
    { keys: ['?'], words: t('keyHelp') },
  ]
}
