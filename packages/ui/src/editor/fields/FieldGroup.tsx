import type { ReactNode } from 'react';
import styles from './fields.module.css';

/** Props of {@link FieldGroup}. */
export interface FieldGroupProps {
  title: string;
  children: ReactNode;
}

/** A titled part of the form. */
export function FieldGroup({ title, children }: FieldGroupProps) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{title}</legend>
      {children}
    </fieldset>
  );
}
