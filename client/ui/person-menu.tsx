import { useState } from 'react'
import { useNavigate } from 'react-router'
import { common } from '../i18n/messages/common.ts'
import { frame } from '../i18n/messages/frame.ts'
import { useText } from '../i18n/use-text.ts'
import { outstanding, useSavings } from '../saving-states.ts'
import { useSession } from '../session.tsx'
import { useSignOut } from '../sign-out.ts'
import type { Theme } from '../theme.ts'
import { chooseTheme, keptTheme } from '../theme.ts'
import { ConfirmDialog } from './dialog.tsx'
import { Label } from './label.tsx'
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuRule, MenuText } from './menu.tsx'
import styles from './person-menu.module.css'
import { SideMark } from './side-mark.tsx'

/** Under the person's name: the mandates held, the profile, the appearance, the way out. */
export function PersonMenu() {
  const t = useText(frame)
  const words = useText(common)
  const { person, mandates } = useSession()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const [theme, setTheme] = useState<Theme>(keptTheme)
  const [asking, setAsking] = useState(false)
  const unsaved = useSavings(person.id).some(kept => outstanding(kept.saving))
  return (
    <>
      <Menu
        trigger={
          <button
            type="button"
            className={styles.trigger}
            aria-label={t('person-menu', { name: person.name })}
          >
            <span className={styles.name}>{person.name}</span> <span aria-hidden="true">▾</span>
          </button>
        }
      >
        <MenuLabel>{t('mandates')}</MenuLabel>
        {mandates.length === 0 && <MenuText>{t('no-mandate')}</MenuText>}
        {mandates.map(mandate => (
          <MenuText key={mandate.id}>
            <Label of={mandate.title} />
            <br />
            <SideMark side={mandate.side} /> · {words(`role.${mandate.role}`)}
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
        <MenuItem onSelect={() => (unsaved ? setAsking(true) : void signOut())}>{t('sign-out')}</MenuItem>
      </Menu>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('sign-out-unsaved-title')}
        description={t('sign-out-unsaved')}
        actLabel={t('sign-out-anyway')}
        danger
        act={signOut}
      />
    </>
  )
}
