import { formatDateTime, SafeLink, textStyles } from '@atrium/ui';
import {
  formatTarget,
  queriesOf,
  type SloDetails,
  type SloIndicator,
  type SloObjective,
  type SloQuery,
  type SloQueryPart,
} from '@atrium/plugin-slo-common';
import { COMPARISON_SIGNS } from '../../words/comparisonSigns';
import { windowWords } from '../../words/windowWords';
import styles from './ObjectiveQueries.module.css';

const PART_WORDS: Record<SloQueryPart, string> = {
  good: 'Good events',
  bad: 'Bad events',
  total: 'All events',
  raw: 'Ratio',
  threshold: 'Value',
};

/** Some hosts tell their own mark of a version, which says nothing here. */
const COMMIT = /^[0-9a-f]{7,64}$/;

/** Props of {@link ObjectiveQueries}. */
export interface ObjectiveQueriesProps {
  details: SloDetails;
  /** Of all objectives when undefined. */
  objectiveId?: string;
}

/** What is asked of which source, how it is counted, and where it is defined. */
export function ObjectiveQueries({
  details,
  objectiveId,
}: ObjectiveQueriesProps) {
  const { definition, origin } = details;
  const objectives = definition.objectives.filter(
    ({ id }) => objectiveId === undefined || id === objectiveId,
  );
  return (
    <div className={styles.queries}>
      {objectives.map(objective => {
        const indicator = objective.indicator ?? definition.indicator;
        return (
          <div key={objective.id} className={styles.objective}>
            <p className={textStyles.text}>
              {describeCounting(details, objective, indicator)}
            </p>
            {indicator &&
              queriesOf(indicator).map(({ part, query }) => (
                <Query key={part} title={PART_WORDS[part]} query={query} />
              ))}
          </div>
        );
      })}
      <p className={textStyles.muted}>
        Defined in <SafeLink href={origin.url}>{fileName(origin.url)}</SafeLink>
        {origin.revision &&
          COMMIT.test(origin.revision) &&
          ` (${origin.revision.slice(0, 7)})`}
        , this version since {formatDateTime(origin.since)}
      </p>
    </div>
  );
}

function Query({ title, query }: { title: string; query: SloQuery }) {
  const { sourceType, sourceName, spec } = query;
  const { query: expression, ...rest } = spec;
  const others = Object.entries(rest);
  return (
    <div className={styles.query}>
      <span className={styles.part}>{title}</span>
      <span className={textStyles.muted}>
        from {sourceType}
        {sourceName && ` (${sourceName})`}
      </span>
      <pre
        className={styles.code}
        // A long query has to scroll by keyboard too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={`Query of ${title.toLocaleLowerCase('en')}`}
      >
        {[
          ...(expression === undefined ? [] : [toText(expression)]),
          ...others.map(([name, value]) => `${name}: ${toText(value)}`),
        ].join('\n')}
      </pre>
    </div>
  );
}

function describeCounting(
  { definition }: SloDetails,
  objective: SloObjective,
  indicator: SloIndicator | undefined,
): string {
  const { target, op, value, timeSliceTarget, timeSliceWindowMinutes } =
    objective;
  const good = {
    ratio: 'Good events of all events',
    raw: 'A ratio as the source gives it, each minute of the same weight',
    threshold:
      op && value !== undefined
        ? `Minutes with a value ${COMPARISON_SIGNS[op]} ${value}`
        : 'Minutes with a good value',
  }[indicator?.kind ?? 'ratio'];
  const slice = timeSliceWindowMinutes ?? 1;
  const method = {
    Occurrences: '',
    Timeslices: `, by slices of ${slice} min, each good from ${
      timeSliceTarget === undefined
        ? 'its target'
        : formatTarget(timeSliceTarget)
    } on`,
    RatioTimeslices: `, as the mean of slices of ${slice} min`,
  }[definition.budgetingMethod];
  return `${good}${method}: at least ${formatTarget(
    target,
  )} of them, ${windowWords(definition.window)}.`;
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function fileName(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}
