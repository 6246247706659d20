import { Radio, RadioGroup, Select } from '@backstage/ui';
import type { SloFormMeasure } from '@atrium/plugin-slo-common';
import { queryPath } from '../state/missingQueries';
import {
  fieldsOf,
  keyOf,
  documentsOf,
  listSources,
  type SourceContext,
} from '../state/sourceFields';
import { FieldGroup } from './FieldGroup';
import type { FieldsProps } from './FieldsProps';
import { FormField } from './FormField';
import { QueryFields } from './QueryFields';
import styles from './fields.module.css';

/** Props of {@link MeasureFields}. */
export interface MeasureFieldsProps extends FieldsProps {
  context: SourceContext;
}

/** What is measured, and where it is asked. */
export function MeasureFields(props: MeasureFieldsProps) {
  const { form, change, context } = props;
  const { measure } = form;
  const { kind, numerator, reference } = measure;
  const indicators = documentsOf(context, 'SLI').map(
    ({ metadata }) => metadata.name,
  );
  const update = (changes: Partial<SloFormMeasure>) =>
    change({ measure: { ...measure, ...changes } });

  function choose(value: string) {
    switch (value) {
      case 'good':
      case 'bad':
        return update({ kind: 'ratio', numerator: value });
      case 'threshold':
        return change({
          measure: { ...measure, kind: 'threshold' },
          // A value is compared with one limit.
          objectives: form.objectives.slice(0, 1),
        });
      default:
        return update({
          kind: 'reference',
          reference: reference || indicators[0] || '',
        });
    }
  }

  return (
    <FieldGroup title="What is measured">
      <RadioGroup
        label="Counted as"
        value={kind === 'ratio' ? numerator : kind}
        onChange={choose}
      >
        <Radio value="good">Good events of all events</Radio>
        <Radio value="bad">All events without the bad ones</Radio>
        <Radio value="threshold">Minutes with a value within a limit</Radio>
        {(indicators.length > 0 || kind === 'reference') && (
          <Radio value="reference">An indicator that the file has</Radio>
        )}
      </RadioGroup>
      {kind === 'reference' ? (
        <Select
          label="Indicator"
          options={[...new Set([...indicators, reference])]
            .filter(name => name !== '')
            .map(name => ({ value: name, label: name }))}
          value={reference}
          onChange={name => update({ reference: String(name) })}
        />
      ) : (
        <Measured {...props} update={update} />
      )}
    </FieldGroup>
  );
}

function Measured(
  props: MeasureFieldsProps & {
    update(changes: Partial<SloFormMeasure>): void;
  },
) {
  const { form, problemOf, update, context } = props;
  const { measure } = form;
  const { source } = measure;
  const sources = listSources(context, source);
  const fields = fieldsOf(context, source);
  return (
    <>
      <div className={styles.row}>
        <Select
          label="Source"
          description="Where it is asked"
          options={sources.map(({ key, title }) => ({
            value: key,
            label: title,
          }))}
          value={keyOf(source)}
          onChange={key => {
            const chosen = sources.find(one => one.key === key);
            if (chosen) {
              update({ source: { ...chosen.source, options: {} } });
            }
          }}
        />
        {fields.options.map(({ name, label, description, isOptional }) => (
          <FormField
            key={name}
            label={label}
            secondaryLabel={isOptional ? 'Optional' : undefined}
            description={description}
            value={source.options[name] ?? ''}
            problem={
              // Without a query, the options are what is asked for.
              fields.query ? undefined : problemOf(queryPath('total'))
            }
            onChange={value =>
              update({
                source: {
                  ...source,
                  options: { ...source.options, [name]: value },
                },
              })
            }
          />
        ))}
      </div>
      {fields.query && (
        <QueryFields
          measure={measure}
          words={fields.query}
          update={update}
          problemOf={problemOf}
        />
      )}
    </>
  );
}
