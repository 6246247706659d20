import { Select } from '@backstage/ui';
import type { SloFormMeasure } from '@atrium/plugin-slo-common';
import { queryPath } from '../state/missingQueries';
import type { SourceFields } from '../state/sourceFields';
import type { FieldsProps } from './FieldsProps';
import { FormArea } from './FormArea';
import styles from './fields.module.css';

const GAUGE = 'gauge';
const COUNTER = 'counter';

/** Props of {@link QueryFields}. */
export interface QueryFieldsProps extends Pick<FieldsProps, 'problemOf'> {
  measure: SloFormMeasure;
  words: NonNullable<SourceFields['query']>;
  update(changes: Partial<SloFormMeasure>): void;
}

/** What the source is asked for. */
export function QueryFields(props: QueryFieldsProps) {
  const { measure, words, update, problemOf } = props;
  const { kind, numerator, isCounter, events, total, value } = measure;
  if (kind === 'threshold') {
    return (
      <FormArea
        className={styles.query}
        label={`Value: ${words.label}`}
        description={words.description}
        value={value}
        problem={problemOf(queryPath('threshold'))}
        onChange={changed => update({ value: changed })}
      />
    );
  }
  return (
    <>
      <FormArea
        className={styles.query}
        label={`${numerator === 'good' ? 'Good' : 'Bad'} events: ${
          words.label
        }`}
        description={words.description}
        value={events}
        problem={problemOf(queryPath(numerator))}
        onChange={changed => update({ events: changed })}
      />
      <FormArea
        className={styles.query}
        label={`All events: ${words.label}`}
        value={total}
        problem={problemOf(queryPath('total'))}
        onChange={changed => update({ total: changed })}
      />
      <Select
        label="The numbers are"
        options={[
          { value: COUNTER, label: 'Counters, which only grow' },
          { value: GAUGE, label: 'Counts of their minute' },
        ]}
        value={isCounter ? COUNTER : GAUGE}
        onChange={chosen => update({ isCounter: chosen === COUNTER })}
      />
    </>
  );
}
