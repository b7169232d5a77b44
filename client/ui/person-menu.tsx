import { useState } from 'react'
import { useNavigate } from 'react-router'
import { common } from '../i18n/messages/common.ts'
import { frame } from '../i18n/messages/frame.ts'
import { useText } from '../i18n/use-text.ts'
import { useSession } from '../session.tsx'
import { useSignOut } from '../sign-out.ts'
import type { Theme } from '../theme.ts'
import { chooseTheme, keptTheme } from '../theme.ts'
import { Button } from './button.tsx'
import { Label } from './label.tsx'
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuRule, MenuText } from './menu.tsx'
import { SideMark } from './side-mark.tsx'

/** Under the person's name: the mandates held, the profile, the appearance, the way out. */
export function PersonMenu() {
  const t = useText(frame)
  const words = useText(common)
  const { person, mandates } = useSession()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const [theme, setTheme] = useState<Theme>(keptTheme)
  return (
    <Menu
      trigger={
        <Button kind="plain" aria-label={t('person-menu', { name: person.name })}>
          {person.name} <span aria-hidden="true">▾</span>
        </Button>
      }
    >
      <MenuLabel>{t('mandates')}</MenuLabel>
      {mandates.length === 0 && <MenuText>{t('no-mandate')}</MenuText>}
      {mandates.map(mandate => (
        <MenuText key={mandate.id}>
          <Label of={mandate.title} /> · {words(`role.${mandate.role}`)} · <SideMark side={mandate.side} />
        </MenuText>
      ))}
      <MenuRule />
      <MenuChoices
        label={t('theme')}
        value={theme}
        onChange={chosen => {
          chooseTheme(chosen)
          setTheme(chosen)
        }}
        choices={[
          { value: 'device', text: t('theme-device') },
          { value: 'light', text: t('theme-light') },
          { value: 'dark', text: t('theme-dark') },
        ]}
      />
      <MenuRule />
      <MenuItem onSelect={() => void navigate('/profile')}>{t('profile')}</MenuItem>
      <MenuItem onSelect={() => void signOut()}>{t('sign-out')}</MenuItem>
    </Menu>
  )
}
