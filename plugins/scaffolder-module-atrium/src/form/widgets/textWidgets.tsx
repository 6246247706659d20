import { TextAreaField, TextField } from '@backstage/ui';
import { fieldProps, focusProps, type WidgetProps } from './WidgetProps';

const DEFAULT_ROWS = 3;

/** A line of text, or a number; the engine makes one of what is typed. */
export function TextWidget(props: WidgetProps) {
  return <LineOfText {...props} />;
}

export function EmailWidget(props: WidgetProps) {
  return <LineOfText {...props} type="email" />;
}

export function UrlWidget(props: WidgetProps) {
  return <LineOfText {...props} type="url" />;
}

function LineOfText(props: WidgetProps & { type?: 'email' | 'url' }) {
  const { schema, options, type = 'text' } = props;
  return (
    <TextField
      {...fieldProps(props)}
      {...focusProps(props)}
      {...textProps(props)}
      type={type}
      inputMode={inputModeOf(schema.type)}
      autoComplete={
        typeof options.autocomplete === 'string'
          ? options.autocomplete
          : undefined
      }
    />
  );
}

/** Several lines of text. */
export function TextareaWidget(props: WidgetProps) {
  const { rows } = props.options;
  return (
    <TextAreaField
      {...fieldProps(props)}
      {...focusProps(props)}
      {...textProps(props)}
      rows={typeof rows === 'number' ? rows : DEFAULT_ROWS}
    />
  );
}

function textProps(props: WidgetProps) {
  const { id, value, placeholder, autofocus, options, onChange } = props;
  return {
    id,
    placeholder,
    autoFocus: autofocus,
    isDisabled: props.disabled,
    isReadOnly: props.readonly,
    value: value === undefined || value === null ? '' : String(value),
    onChange: (text: string) =>
      onChange(text === '' ? options.emptyValue : text),
  };
}

function inputModeOf(type: unknown) {
  switch (type) {
    case 'integer':
      return 'numeric';
    case 'number':
      return 'decimal';
    default:
      return undefined;
  }
}
