import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { isActionId } from '#app/contracts/actions.ts';
import { runAction } from '../actions/actions.ts';
import { useConsole, useConsoleState } from '../store/console-context.tsx';
import { t } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import menu from '../ui/menu.module.css';
import styles from './settings-menu.module.css';

const THEMES = ['theme-system', 'theme-light', 'theme-dark'] as const;

/** Who is signed in, the theme, and the way out. */
export function SettingsMenu() {
  const console = useConsole();
  const theme = useConsoleState((state) => state.preferences.theme);
  const name = useConsoleState((state) => state.representative?.displayName ?? null);
  return (
    <MenuTrigger>
      <Button className={styles.button ?? ''} aria-label={t('settings.label')}>
        <Icon name="settings" />
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom end" offset={4}>
        {name !== null && (
          <p className={`${menu.who} ${styles.who}`}>{t('settings.signed-in-as', { name })}</p>
        )}
        <Menu
          className={menu.menu ?? ''}
          aria-label={t('settings.label')}
          onAction={(key) => {
            if (typeof key === 'string' && isActionId(key)) runAction(key, console);
          }}
        >
          <MenuSection selectionMode="single" selectedKeys={[`theme-${theme}`]}>
            <Header className={menu.heading ?? ''}>{t('settings.theme')}</Header>
            {THEMES.map((id) => (
              <MenuItem key={id} id={id} className={menu.item ?? ''} textValue={t(`settings.${id}`)}>
                <span className={menu.check}>
                  <Icon name="check" />
                </span>
                <span className={menu.label}>{t(`settings.${id}`)}</span>
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className={menu.separator ?? ''} />
          <MenuItem id="sign-out" className={menu.item ?? ''} textValue={t('settings.sign-out')}>
            <span className={menu.label}>{t('settings.sign-out')}</span>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
