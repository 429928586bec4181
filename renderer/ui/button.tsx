import type { ReactNode, Ref } from 'react';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.tsx';

type Props = {
  label: string;
  /** A `submit` button leaves it out: its form says what happens. */
  onPress?: () => void;
  /** Its name for screen readers, where several buttons have one label. */
  spokenLabel?: string | undefined;
  icon?: IconName | null;
  /** Shows the icon alone; the label is its name and its tooltip. */
  iconOnly?: boolean;
  /** Where its toolbar gets narrow, the icon stands alone; the label stays its name and its tooltip. */
  labelMayHide?: boolean;
  look?: 'plain' | 'primary' | 'outlined' | 'danger';
  /** `submit` is the button that Enter in a field of its form stands for. */
  type?: 'button' | 'submit';
  isDisabled?: boolean;
  /** It opens a menu, and whether that is open now. */
  menu?: 'open' | 'closed';
  /** What the pointer tells: the shortcut, or why it is disabled. */
  hint?: string | undefined;
  className?: string | undefined;
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
};

/** A disabled button keeps its focus and can still say why: it is `aria-disabled`, not taken out of reach. */
export function Button({ label, onPress, look = 'plain', isDisabled = false, ...props }: Props) {
  const {
    spokenLabel,
    icon,
    iconOnly = false,
    labelMayHide = false,
    hint,
    type = 'button',
    className,
    menu,
    children,
    ref,
  } = props;
  const classes = [styles.button, styles[look], iconOnly && styles.square, className];
  return (
    <button
      ref={ref}
      type={type}
      className={classes.filter(Boolean).join(' ')}
      aria-label={spokenLabel ?? (iconOnly ? label : undefined)}
      aria-disabled={isDisabled || undefined}
      {...(menu !== undefined && { 'aria-haspopup': 'menu', 'aria-expanded': menu === 'open' })}
      title={hint ?? (iconOnly ? label : undefined)}
      onClick={(event) => {
        if (!isDisabled) onPress?.();
        else if (type === 'submit') event.preventDefault();
      }}
    >
      {icon && <Icon name={icon} />}
      {!iconOnly && <span className={labelMayHide ? styles.mayHide : styles.label}>{label}</span>}
      {children}
    </button>
  );
}
