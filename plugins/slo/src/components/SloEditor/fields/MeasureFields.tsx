import { FieldGroup, FieldRow } from '@atrium/ui/editor';
import { Radio, RadioGroup, Select } from '@backstage/ui';
import type { SloFormMeasure } from '../../../form/sloForm';
import {
  fieldsOfMeasure,
  type FormPart,
  type QueryField,
  queryPath,
  startingSpec,
  withField,
} from '../state/measureQueries';
import {
  describeSource,
  documentsOf,
  keyOf,
  listSources,
  type SourceContext,
} from '../state/sourceFields';
import type { FieldsProps } from './FieldsProps';
import { SourceField } from './SourceField';

const GAUGE = 'gauge';
const COUNTER = 'counter';

const PART_TITLES: Record<FormPart, string> = {
  good: 'Good events',
  bad: 'Bad events',
  total: 'All events',
  threshold: 'Value',
};

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
    <FieldGroup title="Indicator">
      <RadioGroup
        label="Counted as"
        value={kind === 'ratio' ? numerator : kind}
        onChange={choose}
      >
        <Radio value="good">Good events of all events</Radio>
        <Radio value="bad">All events minus bad events</Radio>
        <Radio value="threshold">Minutes with a value within a limit</Radio>
        {(indicators.length > 0 || kind === 'reference') && (
          <Radio value="reference">An indicator defined in the file</Radio>
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
  const { form, update, context } = props;
  const { measure } = form;
  const { source, isCounter, kind } = measure;
  const sources = listSources(context, source);
  const description = describeSource(context, measure);
  const { shared, own } = fieldsOfMeasure(measure, description);

  function choose(key: string) {
    const chosen = sources.find(one => one.key === key)?.source;
    if (chosen) {
      const moved = { ...measure, source: chosen };
      const spec = startingSpec(describeSource(context, moved), form);
      update({ source: chosen, events: spec, total: spec, value: spec });
    }
  }

  const toField = (queryField: QueryField, label: string) => (
    <SourceField
      key={label}
      queryField={queryField}
      label={label}
      problem={problemOfField(queryField, props)}
      onChange={value => update(withField(queryField, { value, description }))}
    />
  );

  return (
    <>
      <FieldRow>
        <Select
          label="Source"
          description="Data source"
          options={sources.map(({ key, title }) => ({
            value: key,
            label: title,
          }))}
          value={keyOf(source)}
          onChange={key => choose(String(key))}
        />
        {shared.map(queryField => toField(queryField, queryField.field.label))}
      </FieldRow>
      {own.map(queryField =>
        toField(
          queryField,
          `${PART_TITLES[queryField.queries[0].part]}: ${lower(queryField)}`,
        ),
      )}
      {kind === 'ratio' && description.hasCounters && (
        <Select
          label="Metric type"
          options={[
            { value: COUNTER, label: 'Counters that only increase' },
            { value: GAUGE, label: 'Counts per minute' },
          ]}
          value={isCounter ? COUNTER : GAUGE}
          onChange={chosen => update({ isCounter: chosen === COUNTER })}
        />
      )}
    </>
  );
}

/** A field that queries share is as wrong as it is for one of them. */
function problemOfField(
  { field, queries }: QueryField,
  { problemOf }: FieldsProps,
): string | undefined {
  return queries
    .map(({ part }) => problemOf([...queryPath(part), field.name].join('.')))
    .find(problem => problem !== undefined);
}

function lower({ field: { label } }: QueryField): string {
  return label.charAt(0).toLocaleLowerCase('en') + label.slice(1);
}
