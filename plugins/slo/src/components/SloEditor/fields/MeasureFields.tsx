import { FieldGroup, FieldRow } from '@atrium/ui/editor';
import { inSentence } from '@atrium/ui';
import { Radio, RadioGroup, Select } from '@backstage/ui';
import type { SloFormMeasure } from '../../../form/sloForm';
import { t } from '../../../translation';
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
  get good() {
    return t('measureFields.goodEvents');
  },
  get bad() {
    return t('measureFields.badEvents');
  },
  get total() {
    return t('measureFields.allEvents');
  },
  get threshold() {
    return t('measureFields.value');
  },
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
    <FieldGroup title={t('measureFields.indicator')}>
      <RadioGroup
        label={t('measureFields.countedAs')}
        value={kind === 'ratio' ? numerator : kind}
        onChange={choose}
      >
        <Radio value="good">{t('measureFields.goodEventsOfAllEvents')}</Radio>
        <Radio value="bad">{t('measureFields.allEventsMinusBadEvents')}</Radio>
        <Radio value="threshold">
          {t('measureFields.minutesWithAValueWithin')}
        </Radio>
        {(indicators.length > 0 || kind === 'reference') && (
          <Radio value="reference">
            {t('measureFields.anIndicatorDefinedInThe')}
          </Radio>
        )}
      </RadioGroup>
      {kind === 'reference' ? (
        <Select
          label={t('measureFields.indicator')}
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
          label={t('measureFields.source')}
          description={t('measureFields.dataSource')}
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
          label={t('measureFields.metricType')}
          options={[
            {
              value: COUNTER,
              label: t('measureFields.countersThatOnlyIncrease'),
            },
            { value: GAUGE, label: t('measureFields.countsPerMinute') },
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
  return inSentence(label);
}
