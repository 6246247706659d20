import { type ReactNode, useId } from 'react';
import styles from './ChoiceCards.module.css';

/** One of {@link ChoiceCards}. */
export interface Choice {
  value: string;
  title: string;
  description?: string;
  icon?: ReactNode;
  /** At the end of its line, such as a price. */
  aside?: ReactNode;
}

/** Props of {@link ChoiceCards}. */
export interface ChoiceCardsProps {
  label: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChange(value: string): void;
}

/** One of several, where each has something to say for itself. */
export function ChoiceCards(props: ChoiceCardsProps) {
  const { label, choices, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.choices}>
        {choices.map(choice => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.icon}
            <span className={styles.text}>
              <span className={styles.title}>{choice.title}</span>
              {choice.description && (
                <span className={styles.description}>{choice.description}</span>
              )}
            </span>
            {choice.aside && (
              <span className={styles.aside}>{choice.aside}</span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
