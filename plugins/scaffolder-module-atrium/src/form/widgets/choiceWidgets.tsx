import {
  Checkbox,
  CheckboxGroup,
  Radio,
  RadioGroup,
  Select,
} from '@backstage/ui';
import { t } from '../../translation';
import {
  fieldProps,
  focusProps,
  type WidgetOption,
  type WidgetProps,
} from './WidgetProps';

const NOTHING = '';

/** One of the values of a schema, or several, in a list that opens. */
export function SelectWidget(props: WidgetProps) {
  const { id, value, multiple, schema, options, onChange } = props;
  const choices = choicesOf(props);
  const { placeholder = t('formWidgets.chooseAnOption') } = options;
  const common = {
    ...fieldProps(props),
    ...focusProps(props),
    id,
    placeholder: String(placeholder),
    isDisabled: props.disabled || props.readonly,
  };
  if (multiple) {
    return (
      <Select
        {...common}
        selectionMode="multiple"
        options={choices}
        value={keysOf(value, choices)}
        onChange={keys => onChange(valuesOf(keys, choices))}
      />
    );
  }
  const [chosen = NOTHING] = keysOf([value], choices);
  return (
    <Select
      {...common}
      options={
        schema.default === undefined
          ? [{ value: NOTHING, label: common.placeholder }, ...choices]
          : choices
      }
      value={chosen}
      onChange={key => onChange(valueOf(key, choices, options.emptyValue))}
    />
  );
}

/** One of the values of a schema, all of them in sight. */
export function RadioWidget(props: WidgetProps) {
  const { value, options, onChange } = props;
  const choices = choicesOf(props);
  const [chosen = NOTHING] = keysOf([value], choices);
  return (
    <RadioGroup
      {...fieldProps(props)}
      isDisabled={props.disabled || props.readonly}
      value={chosen}
      onChange={key => onChange(valueOf(key, choices, options.emptyValue))}
    >
      {choices.map(choice => (
        <Radio
          key={choice.value}
          value={choice.value}
          isDisabled={choice.isDisabled}
        >
          {choice.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** Several of the values of a schema, all of them in sight. */
export function CheckboxesWidget(props: WidgetProps) {
  const { value, onChange } = props;
  const choices = choicesOf(props);
  return (
    <CheckboxGroup
      {...fieldProps(props)}
      isDisabled={props.disabled || props.readonly}
      value={keysOf(value, choices)}
      onChange={keys => onChange(valuesOf(keys, choices))}
    >
      {choices.map(choice => (
        <Checkbox
          key={choice.value}
          value={choice.value}
          isDisabled={choice.isDisabled}
        >
          {choice.label}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

/** A value of a schema as controls know it: by its place, since it may be an object. */
interface Choice {
  value: string;
  label: string;
  isDisabled: boolean;
  answer: unknown;
}

function choicesOf({ options }: WidgetProps): Choice[] {
  const { enumOptions = [], enumDisabled = [] } = options;
  return enumOptions.map(({ value, label }: WidgetOption, index) => ({
    value: String(index),
    label,
    isDisabled: enumDisabled.includes(value),
    answer: value,
  }));
}

function keysOf(values: unknown, choices: Choice[]): string[] {
  const chosen = (Array.isArray(values) ? values : []).map(toText);
  return choices
    .filter(({ answer }) => chosen.includes(toText(answer)))
    .map(({ value }) => value);
}

function valueOf(key: unknown, choices: Choice[], emptyValue: unknown) {
  const choice = choices.find(({ value }) => value === key);
  return choice ? choice.answer : emptyValue;
}

/** In the order of the schema, whatever was chosen first. */
function valuesOf(keys: unknown[], choices: Choice[]): unknown[] {
  return choices
    .filter(({ value }) => keys.includes(value))
    .map(({ answer }) => answer);
}

function toText(value: unknown): string | undefined {
  return JSON.stringify(value);
}
