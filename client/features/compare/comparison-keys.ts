/** The keys of a comparison as they are listed to the reader. */
import { agreement } from '../../i18n/messages/agreement.ts'
import { compare } from '../../i18n/messages/compare.ts'
import { threads } from '../../i18n/messages/threads.ts'
import { useText } from '../../i18n/use-text.ts'
import type { ListedKeys } from './keys-popover.tsx'

/** `comments`: threads stand beside the comparison, and can be begun there. */
export function useListedKeys(comments: boolean): ListedKeys {
  const t = useText(compare)
  const th = useText(threads)
  const ag = useText(agreement)
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
    { keys: ['a'], words: ag('keyNext') },
    ...(comments
      ? [
          { keys: ['c'], words: th('keyComment') },
          { keys: ['t'], words: th('keyThreads') },
        ]
      : []),
    { keys: ['?'], words: t('keyHelp') },
  ]
}
