import { useCallback } from 'react'
import type { Block } from '../../shared/model/bilingual-text.ts'
import { texts } from '../i18n/messages/texts.ts'
import { useText } from '../i18n/use-text.ts'

/** The kind and level of a block in words; the same function until the language changes. */
export function useShapeWords(): (shape: Pick<Block, 'kind' | 'level'>) => string {
  const t = useText(texts)
  return useCallback(
    ({ kind, level }) => {
      switch (kind) {
        case 'title':
          return t('kindTitle')
        case 'heading':
          return t(`kindHeading${level}`)
        case 'paragraph':
          return t('kindParagraph')
        case 'recital':
          return t('kindRecital')
        case 'commitment':
          return t('kindCommitment')
        case 'bullet':
          return t(`kindBullet${level}`)
        case 'number':
          return t(`kindNumber${level}`)
        case 'signature':
          return t('kindSignature')
      }
    },
    [t],
  )
}
