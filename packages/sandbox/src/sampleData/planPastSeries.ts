import type {
  SloDetails,
  SloIndicator,
  SloObjective,
  SloQuery,
} from './PortalSlos.ts';
import { Selector } from '../simulators/Selector.ts';
import type { SimulatedServices } from '../simulators/SimulatedServices.ts';
import type { TrafficModel } from '../simulators/TrafficModel.ts';

export interface MinuteCount {
  good: number;
  total: number;
}

/** The counts that an objective would have had, had it been measured. */
export interface PastSeries {
  /** How the portal addresses the counts of the objective. */
  address: string;
  model: TrafficModel;
  /** Takes by how much each counter of the model has grown in the minute. */
  countMinute(minute: number, growth: Float64Array): MinuteCount;
}

/** What the portal weighs a minute of a ready-made ratio with. */
const ratioWeight = 1_000_000;

type CountMinute = PastSeries['countMinute'];

/** Finds out which objectives are measured at our services, and how. */
export function planPastSeries(
  { id, definition }: SloDetails,
  services: SimulatedServices,
): PastSeries[] {
  return definition.objectives.flatMap(objective => {
    const indicator = objective.indicator ?? definition.indicator;
    const model = indicator && findModel(indicator, services);
    const countMinute =
      indicator && model && planCount(indicator, objective, model);
    return model && countMinute
      ? [{ address: `slo:${id}/${objective.id}`, model, countMinute }]
      : [];
  });
}

/** The service that all queries ask. */
function findModel(
  indicator: SloIndicator,
  services: SimulatedServices,
): TrafficModel | undefined {
  const names = new Set(
    queriesOf(indicator).map(({ sourceType, spec }) =>
      sourceType === 'openmetrics' ? spec.service : undefined,
    ),
  );
  const [name] = names;
  return names.size === 1 && typeof name === 'string'
    ? services.get(name)?.model
    : undefined;
}

function queriesOf(indicator: SloIndicator): SloQuery[] {
  switch (indicator.kind) {
    case 'ratio':
      return [indicator.events, indicator.total];
    case 'raw':
      return [indicator.raw];
    case 'threshold':
      return [indicator.query];
    default:
      return indicator satisfies never;
  }
}

function planCount(
  indicator: SloIndicator,
  objective: SloObjective,
  model: TrafficModel,
): CountMinute | undefined {
  switch (indicator.kind) {
    case 'ratio': {
      const sumEvents = planSum(indicator.events, model);
      const sumTotal = planSum(indicator.total, model);
      return sumEvents && sumTotal
        ? (_minute, growth) => {
            const total = sumTotal(growth);
            const events = sumEvents(growth);
            return {
              good: indicator.numerator === 'good' ? events : total - events,
              total,
            };
          }
        : undefined;
    }
    case 'raw': {
      const valueAt = findGauge(indicator.raw, model);
      const isSuccess = indicator.rawType === 'success';
      return (
        valueAt &&
        (minute => {
          const part = Math.round(valueAt(minute) * ratioWeight);
          return {
            good: isSuccess ? part : ratioWeight - part,
            total: ratioWeight,
          };
        })
      );
    }
    case 'threshold': {
      const valueAt = findGauge(indicator.query, model);
      return (
        valueAt &&
        (minute => ({
          good: isWithin(valueAt(minute), objective) ? 1 : 0,
          total: 1,
        }))
      );
    }
    default:
      return indicator satisfies never;
  }
}

function planSum({ spec }: SloQuery, { counters }: TrafficModel) {
  const selector =
    typeof spec.query === 'string' ? Selector.parse(spec.query) : undefined;
  const indexes = counters.flatMap((series, index) =>
    selector?.selects(series) ? [index] : [],
  );
  return indexes.length > 0
    ? (growth: Float64Array) =>
        indexes.reduce((sum, index) => sum + growth[index], 0)
    : undefined;
}

function findGauge({ spec }: SloQuery, { profile }: TrafficModel) {
  return profile.gauges?.find(({ name }) => name === spec.query)?.valueAt;
}

function isWithin(
  value: number,
  { op = 'lte', value: limit = 0 }: SloObjective,
): boolean {
  switch (op) {
    case 'lt':
      return value < limit;
    case 'lte':
      return value <= limit;
    case 'gt':
      return value > limit;
    case 'gte':
      return value >= limit;
    default:
      return op satisfies never;
  }
}
