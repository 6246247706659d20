import { formatDateTime, SafeLink, textStyles, inSentence } from '@atrium/ui';
import {
  formatTarget,
  queriesOf,
  type SloDetails,
  type SloIndicator,
  type SloObjective,
  type SloQuery,
  type SloQueryPart,
} from '@atrium/plugin-slo-common';
import { t } from '../../translation';
import { COMPARISON_SIGNS } from '../../words/comparisonSigns';
import { windowWords } from '../../words/windowWords';
import styles from './ObjectiveQueries.module.css';

const PART_WORDS: Record<SloQueryPart, string> = {
  get good() {
    return t('objectiveQueries.goodEvents');
  },
  get bad() {
    return t('objectiveQueries.badEvents');
  },
  get total() {
    return t('objectiveQueries.allEvents');
  },
  get raw() {
    return t('objectiveQueries.ratio');
  },
  get threshold() {
    return t('objectiveQueries.value');
  },
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
        {t('objectiveQueries.definedIn', {
          link: <SafeLink href={origin.url}>{fileName(origin.url)}</SafeLink>,
        })}
        {origin.revision &&
          COMMIT.test(origin.revision) &&
          ` (${origin.revision.slice(0, 7)})`}
        {t('objectiveQueries.thisVersionSince', {
          since: formatDateTime(origin.since),
        })}
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
        {t('objectiveQueries.from', { sourceType })}
        {sourceName && ` (${sourceName})`}
      </span>
      <pre
        className={styles.code}
        // A long query has to scroll by keyboard too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('objectiveQueries.queryOf', { title: inSentence(title) })}
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
    ratio: t('objectiveQueries.goodEventsOfAllEvents'),
    raw: t('objectiveQueries.aRatioAsTheSource'),
    threshold:
      op && value !== undefined
        ? t('objectiveQueries.minutesWithAValue', {
            op: COMPARISON_SIGNS[op],
            value,
          })
        : t('objectiveQueries.minutesWithAGoodValue'),
  }[indicator?.kind ?? 'ratio'];
  const slice = timeSliceWindowMinutes ?? 1;
  const counted = {
    good,
    slice,
    target: formatTarget(target),
    window: windowWords(definition.window),
  };
  switch (definition.budgetingMethod) {
    case 'Occurrences':
      return t('objectiveQueries.countedAs', counted);
    case 'Timeslices':
      return timeSliceTarget === undefined
        ? t('objectiveQueries.countedBySlicesOfTarget', counted)
        : t('objectiveQueries.countedBySlices', {
            ...counted,
            value: formatTarget(timeSliceTarget),
          });
    case 'RatioTimeslices':
      return t('objectiveQueries.countedAsMean', counted);
    default:
      return definition.budgetingMethod satisfies never;
  }
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function fileName(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}
