import type { Say } from '../../i18n/define-messages.ts'
import type { editor } from '../../i18n/messages/editor.ts'

type Words = Say<(typeof editor)['messages']['fr']>

/** True on Apple's keyboards, where Ctrl is ⌘ and Alt is ⌥. */
export const onApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** Keys as written on the keyboard, from ProseMirror's notation: `Mod-Shift-Enter`. */
export function shortcut(keys: string, t: Words): string {
  const names: Record<string, string> = {
    Mod: onApple ? '⌘' : t('keyCtrl'),
    Alt: onApple ? '⌥' : t('keyAlt'),
    Shift: onApple ? '⇧' : t('keyShift'),
    Enter: onApple ? '↩' : t('keyEnter'),
    Backspace: onApple ? '⌫' : t('keyBackspace'),
    Delete: t('keyDelete'),
    Tab: t('keyTab'),
    Escape: t('keyEscape'),
    ArrowUp: '↑',
    ArrowDown: '↓',
  }
  return keys
    .split('-')
    .map(key => names[key] ?? key.toUpperCase())
    .join(onApple ? ' ' : ' + ')
}
