import type { ChangeEvent } from 'react';
import { FieldLabel, PasswordField } from '@backstage/ui';
import { DateTimeField } from '@atrium/ui';
import { t } from '../translation';
import styles from './formWidgets.module.css';

/** What the form engine gives to a widget. */
interface WidgetProps {
  id: string;
  label: string;
  value?: unknown;
  required?: boolean;
  disabled?: boolean;
  readonly?: boolean;
  multiple?: boolean;
  options?: { accept?: unknown };
  onChange(value: unknown): void;
  onBlur(id: string, value: unknown): void;
}

/** Widgets of the form engine in our look, where the stock ones have another. */
export const FORM_WIDGETS = {
  password: PasswordWidget,
  date: DateWidget,
  DateWidget,
  FileWidget,
};

/** A template should use the field Secret, and its form says so. */
function PasswordWidget(props: WidgetProps) {
  const { id, label, value, required, disabled, onBlur, onChange } = props;
  return (
    <PasswordField
      label={label}
      description={t('formWidgets.keptWithTheRun')}
      value={typeof value === 'string' ? value : ''}
      isRequired={required}
      secondaryLabel={required ? t('formWidgets.required') : undefined}
      isDisabled={disabled}
      autoComplete="off"
      onChange={text => onChange(text || undefined)}
      onBlur={() => onBlur(id, value)}
    />
  );
}

function DateWidget({ label, value, required, onChange }: WidgetProps) {
  return (
    <DateTimeField
      label={label}
      hint={required ? t('formWidgets.required') : undefined}
      isDay
      value={typeof value === 'string' ? value : ''}
      onChange={day => onChange(day || undefined)}
    />
  );
}

/** Answers a file as a data URL with its name, which schemas call `data-url`. */
function FileWidget(props: WidgetProps) {
  const { id, label, required, disabled, readonly, multiple, onChange } = props;
  const { accept } = props.options ?? {};
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const urls = await Promise.all([...(target.files ?? [])].map(toDataUrl));
    onChange(multiple ? urls : urls[0]);
  };
  return (
    <div className={styles.field}>
      <FieldLabel
        label={label}
        secondaryLabel={required ? t('formWidgets.required') : undefined}
        htmlFor={id}
      />
      <input
        id={id}
        type="file"
        className={styles.file}
        disabled={disabled || readonly}
        multiple={multiple}
        accept={typeof accept === 'string' ? accept : undefined}
        onChange={read}
      />
    </div>
  );
}

async function toDataUrl(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return url.replace(
    ';base64',
    `;name=${encodeURIComponent(file.name)};base64`,
  );
}
