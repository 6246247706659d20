import {
  type AlertRule,
  alertRules,
  formatDuration,
  formatMinutes,
  PARTS_PER_BILLION,
  type SloDefinition,
  type SloObjective,
} from '@atrium/plugin-slo-common';
import { type CountExpressions, operatorOf } from './countExpressions';
import { decimalOf, escapeTemplate, matcher, numberOf } from './promql';

/** One rule of Prometheus. */
export type PrometheusRule =
  | { record: string; expr: string; labels: Record<string, string> }
  | {
      alert: string;
      expr: string;
      for?: string;
      labels: Record<string, string>;
      annotations: Record<string, string>;
    };

/** One group of rules, evaluated together. */
export interface PrometheusRuleGroup {
  name: string;
  interval: string;
  rules: PrometheusRule[];
}

const SUM_STEP_MINUTES = 5;
const OWN_LABELS = ['slo', 'service', 'objective', 'severity', 'window'];

/** What the rules of one objective are made from. */
export interface ObjectiveRulesOptions {
  definition: SloDefinition;
  objective: SloObjective;
  counts: CountExpressions;
}

/**
 * The rules of one objective: its good and total counts over each window, the
 * ratio of these sums, and the alerts over them.
 */
export class ObjectiveRules {
  readonly #definition: SloDefinition;
  readonly #objective: SloObjective;
  readonly #counts: CountExpressions;
  readonly #alertRules: AlertRule[];

  constructor({ definition, objective, counts }: ObjectiveRulesOptions) {
    this.#definition = definition;
    this.#objective = objective;
    this.#counts = counts;
    this.#alertRules = alertRules(definition, objective);
  }

  /** What of this objective the rules do not say. */
  notConverted(): string[] {
    const shorter = this.#alertWindows().filter(
      minutes => minutes < this.#sliceMinutes(),
    );
    return shorter.map(
      minutes =>
        `The window of ${formatMinutes(minutes)} of objective '${
          this.#objective.id
        }' is shorter than its time slice, so alerts ask the slice instead.`,
    );
  }

  groups(): PrometheusRuleGroup[] {
    const name = `slo-${this.#definition.name}-${this.#objective.id}`;
    return [
      {
        name: `${name}-windows`,
        interval: '1m',
        rules: this.#windowLengths().flatMap(minutes => this.#record(minutes)),
      },
      { name: `${name}-period`, interval: '5m', rules: this.#recordPeriod() },
      { name: `${name}-alerts`, interval: '1m', rules: this.#alerts() },
    ].filter(({ rules }) => rules.length > 0);
  }

  /** Counts and their ratio over one window. */
  #record(minutes: number): PrometheusRule[] {
    const window = formatMinutes(minutes);
    const record = (metric: string, expr: string): PrometheusRule => ({
      record: `slo:${metric}:window`,
      expr,
      labels: this.#labels({ window }),
    });
    const slice = this.#sliceMinutes();
    // Of slices, longer windows are made from the counts of each slice.
    const hasCounts = slice === 0 || minutes === slice;
    return [
      ...(hasCounts
        ? [
            record('good', this.#counts.good(minutes)),
            record('total', this.#counts.total(minutes)),
          ]
        : []),
      record('error_ratio', this.#errorRatio(minutes)),
    ];
  }

  /** The same over the whole rolling window, from sums recorded before. */
  #recordPeriod(): PrometheusRule[] {
    const { window } = this.#definition;
    if (window.kind === 'calendar') {
      return [];
    }
    const period = formatDuration(window.duration);
    const labels = this.#labels({ window: 'period' });
    const budget = decimalOf(PARTS_PER_BILLION - this.#objective.targetPpb);
    return [
      {
        record: 'slo:error_ratio:window',
        expr: this.#errorRatioOfPeriod(prometheusRange(period)),
        labels,
      },
      {
        record: 'slo:budget_remaining:window',
        expr: `1 - ${this.#series('error_ratio', 'period')} / ${budget}`,
        labels,
      },
    ];
  }

  #errorRatioOfPeriod(range: string): string {
    if (this.#sliceMinutes() > 0) {
      return this.#sliceErrorRatio(range);
    }
    const step = formatMinutes(SUM_STEP_MINUTES);
    const sum = (metric: string) =>
      `sum_over_time(${this.#series(metric, step)}[${range}:${step}])`;
    return `1 - ${sum('good')} / (${sum('total')} > 0)`;
  }

  #errorRatio(minutes: number): string {
    if (this.#sliceMinutes() > 0) {
      return this.#sliceErrorRatio(
        formatMinutes(Math.max(minutes, this.#sliceMinutes())),
      );
    }
    const window = formatMinutes(minutes);
    return `1 - ${this.#series('good', window)} / (${this.#series(
      'total',
      window,
    )} > 0)`;
  }

  #sliceErrorRatio(range: string): string {
    const slice = formatMinutes(this.#sliceMinutes());
    const ratio = `${this.#series('good', slice)} / (${this.#series(
      'total',
      slice,
    )} > 0)`;
    const { timeSliceTargetPpb } = this.#objective;
    // With a target, slices are good or bad; without, each counts by its ratio.
    const value =
      timeSliceTargetPpb === undefined
        ? ratio
        : `${ratio} >= bool ${decimalOf(timeSliceTargetPpb)}`;
    return `1 - avg_over_time((${value})[${range}:${slice}])`;
  }

  #alerts(): PrometheusRule[] {
    return this.#alertRules.flatMap(rule => {
      const labels = escapeTemplates(
        this.#labels({ ...this.#sloLabels(), severity: rule.severity }),
      );
      const alert: PrometheusRule = {
        alert: 'SloErrorBudgetBurn',
        expr: rule.windows
          .map(window => this.#burns(rule, window))
          .join(' or '),
        ...(rule.alertAfterMinutes > 0
          ? { for: formatMinutes(rule.alertAfterMinutes) }
          : {}),
        labels,
        annotations: this.#annotations('burns its error budget too fast'),
      };
      const noData: PrometheusRule = {
        alert: 'SloNoData',
        expr: `absent(${this.#series(
          'total',
          formatMinutes(this.#countedWindow()),
        )})`,
        labels,
        annotations: this.#annotations('has no data'),
      };
      return [
        ...(rule.alertWhenBreaching ? [alert] : []),
        ...(rule.alertWhenNoData ? [noData] : []),
      ];
    });
  }

  #burns(rule: AlertRule, window: AlertRule['windows'][number]): string {
    const budget = decimalOf(PARTS_PER_BILLION - this.#objective.targetPpb);
    const limit = `${operatorOf(rule.op)} (${numberOf(
      window.factor,
    )} * ${budget})`;
    // Without the window, several windows that burn are still one alert.
    const compare = (minutes: number) =>
      `max without (window) (${this.#series(
        'error_ratio',
        formatMinutes(minutes),
      )} ${limit})`;
    const { shortMinutes, longMinutes } = window;
    return shortMinutes === longMinutes
      ? `(${compare(longMinutes)})`
      : `(${compare(shortMinutes)} and ${compare(longMinutes)})`;
  }

  #windowLengths(): number[] {
    const slice = this.#sliceMinutes();
    const needed = new Set([
      ...this.#alertWindows(),
      ...(slice > 0 ? [slice] : [SUM_STEP_MINUTES]),
    ]);
    return [...needed].sort((left, right) => left - right);
  }

  #alertWindows(): number[] {
    const lengths = this.#alertRules
      .flatMap(({ windows }) => windows)
      .flatMap(({ shortMinutes, longMinutes }) => [shortMinutes, longMinutes]);
    return [...new Set(lengths)].sort((left, right) => left - right);
  }

  /** A window whose total is recorded, for telling whether there is data. */
  #countedWindow(): number {
    return this.#sliceMinutes() || Math.min(...this.#windowLengths());
  }

  #sliceMinutes(): number {
    return this.#objective.timeSliceWindowMinutes ?? 0;
  }

  #series(metric: string, window: string): string {
    const { name, service } = this.#definition;
    const matchers = [
      matcher('slo', name),
      matcher('service', service),
      matcher('objective', this.#objective.id),
      matcher('window', window),
    ];
    return `slo:${metric}:window{${matchers.join(',')}}`;
  }

  #labels(more: Record<string, string>): Record<string, string> {
    const { name, service } = this.#definition;
    return {
      ...more,
      slo: name,
      service,
      objective: this.#objective.id,
    };
  }

  /** The labels of the SLO, by names that Prometheus takes. */
  #sloLabels(): Record<string, string> {
    return Object.fromEntries(
      Object.entries(this.#definition.labels).flatMap(([key, value]) => {
        const label = key
          .replace(/[^a-zA-Z0-9_]/g, '_')
          .replace(/^(\d)/, '_$1');
        return OWN_LABELS.includes(label)
          ? []
          : [[label, [value].flat().join(',')]];
      }),
    );
  }

  #annotations(what: string): Record<string, string> {
    const { name, displayName, description } = this.#definition;
    const title = escapeTemplate(displayName ?? name);
    return {
      summary: `${title} ${what}`,
      ...(description ? { description: escapeTemplate(description) } : {}),
    };
  }
}

/** Labels of alerts are templates, those of recorded series are not. */
function escapeTemplates(
  labels: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).map(([label, text]) => [
      label,
      escapeTemplate(text),
    ]),
  );
}

/** Writes a duration as Prometheus does, which has no months. */
function prometheusRange(duration: string): string {
  const [, count = '1', unit = ''] = /^(\d+)([MQY])$/.exec(duration) ?? [];
  const days = { M: 30, Q: 90, Y: 365 }[unit];
  return days === undefined ? duration : `${Number(count) * days}d`;
}
