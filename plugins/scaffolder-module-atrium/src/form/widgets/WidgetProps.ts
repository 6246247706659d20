import { t } from '../../translation';

/** One of the values that a field takes. */
export interface WidgetOption {
  value: unknown;
  label: string;
}

/** What the form engine gives to a widget. */
export interface WidgetProps {
  id: string;
  label: string;
  value?: unknown;
  placeholder?: string;
  autofocus?: boolean;
  required?: boolean;
  disabled?: boolean;
  readonly?: boolean;
  multiple?: boolean;
  rawErrors?: string[];
  schema: { title?: string; type?: unknown; default?: unknown };
  options: {
    accept?: unknown;
    autocomplete?: unknown;
    emptyValue?: unknown;
    enumDisabled?: unknown[];
    enumOptions?: WidgetOption[];
    placeholder?: unknown;
    rows?: unknown;
  };
  onChange(value: unknown): void;
  onBlur(id: string, value: unknown): void;
  onFocus(id: string, value: unknown): void;
}

/** What stands beside the name of a field that has to be filled in. */
export function requiredHint(isRequired: boolean | undefined) {
  return isRequired ? t('formWidgets.required') : undefined;
}

/** What fields of all kinds have in common. */
export function fieldProps(props: WidgetProps) {
  const { id, label, schema, required, rawErrors = [] } = props;
  return {
    name: id,
    label: label || schema.title,
    isRequired: required,
    secondaryLabel: requiredHint(required),
    isInvalid: rawErrors.length > 0,
    'aria-describedby': `${id}__error ${id}__description ${id}__help`,
  };
}

/** What the engine hears of a field that is entered and left. */
export function focusProps({ id, value, onBlur, onFocus }: WidgetProps) {
  return {
    onBlur: () => onBlur(id, value),
    onFocus: () => onFocus(id, value),
  };
}
