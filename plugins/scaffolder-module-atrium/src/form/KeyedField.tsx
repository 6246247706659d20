import type { MouseEvent, ReactNode } from 'react';
import { ButtonIcon, TextField } from '@backstage/ui';
import { RiDeleteBinLine } from '@remixicon/react';
import { t } from '../translation';
import styles from './KeyedField.module.css';

/** Marks what somebody named, in the schema that the form engine works out. */
const ADDED = '__additional_property';

/** Props of {@link KeyedField}, as the form engine gives them. */
export interface KeyedFieldProps {
  id: string;
  label: string;
  schema: object;
  children: ReactNode;
  classNames?: string;
  disabled?: boolean;
  readonly?: boolean;
  onKeyChange(name: string): void;
  onDropPropertyClick(name: string): (event: MouseEvent) => void;
}

/** A question; where somebody added it themselves, with its name, and a way to remove it. */
export function KeyedField(props: KeyedFieldProps) {
  const { id, label, schema, children, onDropPropertyClick } = props;
  const isFixed = props.disabled || props.readonly;
  if (!(ADDED in schema)) {
    return <div className={props.classNames}>{children}</div>;
  }
  return (
    <div className={styles.keyed}>
      <div className={styles.name}>
        <TextField
          id={`${id}-key`}
          label={t('keyedField.name')}
          defaultValue={label}
          isDisabled={isFixed}
          onBlur={({ target }) => props.onKeyChange(target.value)}
        />
      </div>
      <div className={styles.value}>{children}</div>
      <ButtonIcon
        variant="tertiary"
        icon={<RiDeleteBinLine />}
        aria-label={t('keyedField.remove', { name: label })}
        isDisabled={isFixed}
        onClick={onDropPropertyClick(label)}
      />
    </div>
  );
}
