import type { ChangeEvent, PropsWithChildren } from 'react';
import { FieldLabel, PasswordField } from '@backstage/ui';
import { DateTimeField } from '@atrium/ui';
import { t } from '../../translation';
import { CheckboxesWidget, RadioWidget, SelectWidget } from './choiceWidgets';
import styles from './formWidgets.module.css';
import {
  EmailWidget,
  TextareaWidget,
  TextWidget,
  UrlWidget,
} from './textWidgets';
import { requiredHint, type WidgetProps } from './WidgetProps';

/**
 * Widgets of the form engine, by the names that it has for them: the stock ones say
 * in English what has to be filled in, and some have another look.
 */
export const FORM_WIDGETS = {
  CheckboxesWidget,
  date: DateWidget,
  DateTimeWidget,
  DateWidget,
  EmailWidget,
  FileWidget,
  password: PasswordWidget,
  RadioWidget,
  SelectWidget,
  TextareaWidget,
  TextWidget,
  TimeWidget,
  UpDownWidget: TextWidget,
  URLWidget: UrlWidget,
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
      secondaryLabel={requiredHint(required)}
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
      hint={requiredHint(required)}
      isDay
      value={typeof value === 'string' ? value : ''}
      onChange={day => onChange(day || undefined)}
    />
  );
}

/** Answers an instant, of what is chosen by the clock of whoever fills it in. */
function DateTimeWidget({ label, value, required, onChange }: WidgetProps) {
  const instant = typeof value === 'string' ? new Date(value) : undefined;
  return (
    <DateTimeField
      label={label}
      hint={requiredHint(required)}
      value={instant && !isNaN(instant.getTime()) ? toLocalMinute(instant) : ''}
      onChange={minute =>
        onChange(minute ? new Date(minute).toISOString() : undefined)
      }
    />
  );
}

/** `YYYY-MM-DDThh:mm` by the clock of the reader. */
function toLocalMinute(instant: Date): string {
  const offsetMs = instant.getTimezoneOffset() * 60_000;
  return new Date(instant.getTime() - offsetMs)
    .toISOString()
    .slice(0, 'YYYY-MM-DDThh:mm'.length);
}

/** A control of the browser under its name. */
function Labelled({
  id,
  label,
  required,
  children,
}: PropsWithChildren<Pick<WidgetProps, 'id' | 'label' | 'required'>>) {
  return (
    <div className={styles.field}>
      <FieldLabel
        label={label}
        secondaryLabel={requiredHint(required)}
        htmlFor={id}
      />
      {children}
    </div>
  );
}

function TimeWidget(props: WidgetProps) {
  const { id, value, required, disabled, readonly, onChange } = props;
  return (
    <Labelled {...props}>
      <input
        id={id}
        type="time"
        className={styles.time}
        required={required}
        disabled={disabled || readonly}
        value={typeof value === 'string' ? value : ''}
        onChange={({ target }) => onChange(target.value || undefined)}
        onBlur={() => props.onBlur(id, value)}
      />
    </Labelled>
  );
}

/** Answers a file as a data URL with its name, which schemas call `data-url`. */
function FileWidget(props: WidgetProps) {
  const { id, disabled, readonly, multiple, onChange } = props;
  const { accept } = props.options;
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const urls = await Promise.all([...(target.files ?? [])].map(toDataUrl));
    onChange(multiple ? urls : urls[0]);
  };
  return (
    <Labelled {...props}>
      <input
        id={id}
        type="file"
        className={styles.file}
        disabled={disabled || readonly}
        multiple={multiple}
        accept={typeof accept === 'string' ? accept : undefined}
        onChange={read}
      />
    </Labelled>
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
