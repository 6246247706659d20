import type {
  ArrayFieldTemplateProps,
  FieldTemplateProps,
  ObjectFieldTemplateProps,
  WidgetProps,
} from '@rjsf/utils';
import {
  Button,
  ButtonIcon,
  Checkbox,
  CheckboxGroup,
  NumberField,
  Select,
  TextField,
} from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { textStyles } from '@atrium/ui';
import { t } from '../../translation';
import styles from './ParameterFields.module.css';

/** The widgets and templates of a form by JSON Schema, drawn with Backstage UI. */
export const PARAMETER_WIDGETS = {
  TextWidget,
  SelectWidget,
  CheckboxWidget,
};

/** How fields, groups and lists of such a form are laid out. */
export const PARAMETER_TEMPLATES = {
  FieldTemplate,
  ObjectFieldTemplate,
  ArrayFieldTemplate,
};

function TextWidget(props: WidgetProps) {
  const { id, label, value, required, disabled, rawErrors, onChange } = props;
  const { type, description, minimum, maximum } = props.schema;
  const field = {
    id,
    // The list has a label; one of its items needs it for readers only.
    ...(isItem(id) ? { 'aria-label': label } : { label }),
    description,
    placeholder: defaultWords(props.schema),
    isDisabled: disabled,
    isInvalid: Boolean(rawErrors?.length),
    secondaryLabel: required || isItem(id) ? undefined : 'optional',
  };
  return type === 'integer' || type === 'number' ? (
    <NumberField
      {...field}
      size="medium"
      value={value ?? NaN}
      minValue={minimum}
      maxValue={maximum}
      onChange={changed =>
        onChange(Number.isNaN(changed) ? undefined : changed)
      }
    />
  ) : (
    <TextField
      {...field}
      value={value ?? ''}
      onChange={changed => onChange(changed === '' ? undefined : changed)}
    />
  );
}

function SelectWidget(props: WidgetProps) {
  const { label, value, multiple, required, disabled, options } = props;
  const { schema, onChange } = props;
  const choices = options.enumOptions ?? [];
  if (multiple) {
    return (
      <CheckboxGroup
        label={label}
        description={schema.description}
        isDisabled={disabled}
        value={toTexts(value ?? schema.default)}
        onChange={chosen =>
          onChange(
            choices
              .filter(choice => chosen.includes(String(choice.value)))
              .map(choice => choice.value),
          )
        }
      >
        {choices.map(choice => (
          <Checkbox key={String(choice.value)} value={String(choice.value)}>
            {choice.label}
          </Checkbox>
        ))}
      </CheckboxGroup>
    );
  }
  return (
    <Select
      label={label}
      description={schema.description}
      size="medium"
      isDisabled={disabled}
      options={[
        ...(required
          ? []
          : [
              {
                value: '',
                label: defaultWords(schema) ?? t('parameterTheme.noChoice'),
              },
            ]),
        ...choices.map(choice => ({
          value: String(choice.value),
          label: choice.label,
        })),
      ]}
      value={value === undefined ? '' : String(value)}
      onChange={chosen =>
        onChange(choices.find(choice => String(choice.value) === chosen)?.value)
      }
    />
  );
}

function CheckboxWidget(props: WidgetProps) {
  const { label, value, schema, disabled, onChange } = props;
  return (
    <Checkbox
      isSelected={(value ?? schema.default) === true}
      isDisabled={disabled}
      onChange={onChange}
    >
      {label}
    </Checkbox>
  );
}

function FieldTemplate(props: FieldTemplateProps) {
  const { hidden, children, rawErrors, schema } = props;
  return (
    <div className={styles.field} hidden={hidden}>
      {children}
      {schema.type === 'boolean' && schema.description && (
        <p className={textStyles.muted}>{schema.description}</p>
      )}
      {rawErrors?.map(error => (
        <p key={error} className={textStyles.bad}>
          {error}
        </p>
      ))}
    </div>
  );
}

function ObjectFieldTemplate(props: ObjectFieldTemplateProps) {
  const { properties, title, idSchema } = props;
  // The outermost one has its heading where the form stands.
  const isNested = idSchema.$id.includes('_');
  return (
    <div
      role={isNested ? 'group' : undefined}
      aria-label={isNested ? title : undefined}
      className={isNested ? styles.nested : styles.fields}
    >
      {isNested && <span className={styles.title}>{title}</span>}
      {properties.map(({ name, content }) => (
        <div key={name}>{content}</div>
      ))}
    </div>
  );
}

function ArrayFieldTemplate(props: ArrayFieldTemplateProps) {
  const { title, items, canAdd, onAddClick, schema } = props;
  return (
    <div role="group" aria-label={title} className={styles.nested}>
      <span className={styles.title}>{title}</span>
      {schema.description && (
        <p className={textStyles.muted}>{schema.description}</p>
      )}
      {items.map(({ key, index, children, hasRemove, onDropIndexClick }) => (
        <div key={key} className={styles.item}>
          <div>{children}</div>
          {hasRemove && (
            <ButtonIcon
              variant="tertiary"
              aria-label={t('parameterTheme.remove', {
                title,
                index: index + 1,
              })}
              icon={<RiDeleteBinLine />}
              onPress={() => onDropIndexClick(index)()}
            />
          )}
        </div>
      ))}
      {canAdd && (
        <Button
          variant="secondary"
          size="small"
          className={styles.add}
          iconStart={<RiAddLine />}
          onPress={() => onAddClick()}
        >
          {t('parameterTheme.add')}
        </Button>
      )}
    </div>
  );
}

/** Whether a field is one of a list: their ids end with their number. */
function isItem(id: string): boolean {
  return /_\d+$/.test(id);
}

/** What holds where nothing is said. */
function defaultWords(schema: WidgetProps['schema']): string | undefined {
  return schema.default === undefined
    ? undefined
    : t('parameterTheme.byDefault', { default: String(schema.default) });
}

function toTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
