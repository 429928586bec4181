import { type FormEvent, useId, useRef, useState } from 'react';
import type { JumpErrorCode } from '#app/domain/jump-error.ts';
import { t } from '../../texts.ts';
import { errorsBeforeAsking, type SignInErrors, signInErrors } from './sign-in-errors.ts';
import { SignInField } from './sign-in-field.tsx';
import styles from './sign-in-view.module.css';

type Props = {
  /** Where the console was connected to before; empty at the first start. */
  address: string;
  /** Why the representative is signed out, where there is a reason. */
  reason: JumpErrorCode | null;
  /** @returns the code of the refusal, or null when it went well */
  onSignIn: (address: string, token: string) => Promise<JumpErrorCode | null>;
};

/** Address and access token. What was typed stays; what is wrong is said at its field. */
export function SignInView({ address: firstAddress, reason, onSignIn }: Props) {
  const [address, setAddress] = useState(firstAddress);
  const [token, setToken] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [errors, setErrors] = useState<SignInErrors>(() => signInErrors(reason));
  const form = useRef<HTMLFormElement>(null);
  const titleId = useId();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    let found = errorsBeforeAsking(address.trim(), token.trim());
    if (found.address === null && found.token === null) {
      setIsBusy(true);
      try {
        found = signInErrors(await onSignIn(address.trim(), token.trim()));
      } finally {
        setIsBusy(false);
      }
    }
    setErrors(found);
    const wrong = found.address !== null ? 'address' : found.token !== null ? 'token' : null;
    if (wrong !== null) form.current?.querySelector<HTMLInputElement>(`[name=${wrong}]`)?.focus();
  };

  return (
    <main className={styles.view}>
      <form ref={form} className={styles.card} aria-labelledby={titleId} noValidate onSubmit={submit}>
        <h1 id={titleId} className={styles.title}>
          {t('sign-in.title')}
        </h1>
        <p className={styles.text}>{t('sign-in.text')}</p>
        <SignInField
          name="address"
          label={t('sign-in.address')}
          hint={t('sign-in.address-hint')}
          value={address}
          error={errors.address}
          hasFocus={firstAddress === ''}
          onChange={setAddress}
        />
        <SignInField
          name="token"
          label={t('sign-in.token')}
          isSecret
          value={token}
          error={errors.token}
          hasFocus={firstAddress !== ''}
          onChange={setToken}
        />
        <button type="submit" className={styles.submit} aria-disabled={isBusy || undefined}>
          {isBusy ? t('sign-in.busy') : t('sign-in.submit')}
        </button>
      </form>
    </main>
  );
}
