import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { InvitableRepresentative } from '#app/contracts/appliance-protocol.ts';
import { OpId } from '#app/domain/ids.ts';
import type { SupportSession } from '#app/domain/support-session.ts';
import { useConsole } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import menu from '../../ui/menu.module.css';
import styles from './session-toolbar.module.css';

type Invitable = readonly InvitableRepresentative[] | null;

/** Brings a colleague into the session: a list of those who are signed in now, asked for when it is opened. */
export function InviteMenu({ session, isDisabled }: { session: SupportSession; isDisabled: boolean }) {
  const { api, store } = useConsole();
  const [invitable, setInvitable] = useState<Invitable>(null);
  const { id: sessionId, name: about } = session;
  const guard = (request: Promise<unknown>) => void request.catch(() => store.getState().showBug());

  const ask = async () => {
    setInvitable(null);
    const answer = await api.listInvitable({ sessionId });
    if (answer.ok) setInvitable(answer.value.representatives);
    else store.getState().showRefusal({ about, code: answer.code, detail: answer.detail });
  };
  const invite = async ({ id: representativeId, displayName }: InvitableRepresentative) => {
    const opId = OpId.parse(crypto.randomUUID());
    const answer = await api.inviteToSession({ opId, sessionId, representativeId });
    if (!answer.ok) {
      store.getState().showRefusal({ about: displayName, code: answer.code, detail: answer.detail });
    }
  };

  return (
    <span title={t('support-session.invite-label')}>
      <MenuTrigger onOpenChange={(isOpen) => isOpen && guard(ask())}>
        <Button className={styles.invite ?? ''} isDisabled={isDisabled}>
          <Icon name="add-person" />
          <span className={styles.mayHide}>{t('support-session.invite')}</span>
        </Button>
        <Popover className={menu.popover ?? ''} placement="bottom end" offset={4}>
          <Menu
            className={menu.menu ?? ''}
            aria-label={t('support-session.invite-label')}
            renderEmptyState={() => (
              <p className={menu.who}>
                {t(invitable === null ? 'support-session.invite-asking' : 'support-session.invite-nobody')}
              </p>
            )}
          >
            {(invitable ?? []).map((one) => (
              <MenuItem
                key={one.id}
                id={one.id}
                className={menu.item ?? ''}
                textValue={one.displayName}
                onAction={() => guard(invite(one))}
              >
                <span className={menu.label}>{one.displayName}</span>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </span>
  );
}
