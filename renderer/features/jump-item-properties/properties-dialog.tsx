import { useState } from 'react';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { isLive } from '../../store/connection-slice.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import { selectedItems } from '../../store/selected-rows.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './jump-item-properties.module.css';
import { PropertiesFields } from './properties-fields.tsx';
import { NotSentNote, PropertiesNotes } from './properties-notes.tsx';
import { PropertiesPreview } from './properties-preview-list.tsx';
import { type Properties, useProperties } from './use-properties.ts';

/** *Edit Jump Client* (R1.10): the properties of the selected items, one or many. */
export function PropertiesDialog() {
  const isOpen = useConsoleState((state) => state.openDialog === 'properties');
  return isOpen ? <OpenDialog /> : null;
}

function OpenDialog() {
  const console = useConsole();
  const [items] = useState(() => selectedItems(console));
  const properties = useProperties(items);
  const kind = kindOf(items);
  const close = () => console.store.getState().closeDialog();
  const { isPreview, targets, view, submit, apply } = properties;
  const preview = { count: targets.length, total: view.items.length };
  // Cancel and Escape drop what was typed without a question, as dialogs with these two buttons do everywhere: they say
  // that nothing is to be done. A slip cannot: a click beside the dialog does nothing, nor do the window's keys.
  return (
    <Dialog
      title={t(`properties.title.${kind}`)}
      sentence={isPreview ? t('properties.preview', preview) : t(`properties.sentence.${kind}`)}
      footerStart={<FooterStart properties={properties} />}
      footerEnd={<FooterEnd properties={properties} onCancel={close} />}
      onSubmit={isPreview ? apply : submit}
      onClose={close}
    >
      {isPreview ? (
        <PropertiesPreview draft={properties.state.draft} items={targets} />
      ) : (
        <>
          <PropertiesNotes properties={properties} />
          <PropertiesFields properties={properties} />
          <NotSentNote properties={properties} />
        </>
      )}
    </Dialog>
  );
}

type Kind = JumpItem['method'] | 'mixed';

function kindOf(items: readonly JumpItem[]): Kind {
  const [method = 'jump-client', ...others] = new Set(items.map((item) => item.method));
  return others.length === 0 ? method : 'mixed';
}

function FooterStart({ properties }: { properties: Properties }) {
  const { isPreview, isSending, reset, back } = properties;
  const isConnected = useConsoleState((state) => isLive(state.connection));
  return (
    <>
      {isPreview ? (
        <Button label={t('properties.back')} look="outlined" isDisabled={isSending} onPress={back} />
      ) : (
        <Button label={t('properties.reset')} look="outlined" isDisabled={isSending} onPress={reset} />
      )}
      <p className={styles.sending} role="status">
        {isSending && t(isConnected ? 'properties.sending' : 'properties.sending-later')}
      </p>
    </>
  );
}

function FooterEnd({ properties, onCancel }: { properties: Properties; onCancel: () => void }) {
  const { isPreview, isSending, blocked } = properties;
  return (
    <>
      <Button
        // Another button than the one it takes the place of: the focus goes to it, so that Enter goes on.
        key={String(isPreview)}
        label={isPreview ? t('properties.apply') : t('properties.ok')}
        look="primary"
        type="submit"
        isDisabled={isSending || blocked !== null}
        {...(isPreview && { ref: (button: HTMLButtonElement | null) => button?.focus() })}
      />
      <Button label={t('properties.cancel')} look="outlined" onPress={onCancel} />
    </>
  );
}
