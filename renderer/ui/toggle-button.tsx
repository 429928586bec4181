import styles from './toggle-button.module.css';

type Props = { label: string; isOn: boolean; onChange: (isOn: boolean) => void };

/** A button that stays down while something is shown or on. */
export function ToggleButton({ label, isOn, onChange }: Props) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      {label}
    </button>
  );
}
