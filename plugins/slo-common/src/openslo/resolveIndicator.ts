import type { SloIndicator, SloQuery } from '../definition/sloDefinition';
import type { OpenSloMetadata } from './fieldSchemas';
import type {
  OpenSloInlineSli,
  OpenSloMetric,
  OpenSloSliSpec,
} from './indicatorSchemas';
import { resolveMetadata, type ResolveScope } from './resolveScope';

/** What has an indicator: an SLO, or an objective of a composite one. */
export interface IndicatorHolder {
  indicator?: OpenSloInlineSli;
  indicatorRef?: string;
}

/** Resolves the indicator of an SLO or objective; `undefined` if it has none. */
export function resolveIndicator(
  holder: IndicatorHolder,
  scope: ResolveScope,
): SloIndicator | undefined {
  if (holder.indicator) {
    return toIndicator(holder.indicator, scope.at('indicator', 'spec'));
  }
  if (holder.indicatorRef === undefined) {
    return undefined;
  }
  const sli = scope.at('indicatorRef').follow('SLI', holder.indicatorRef);
  return sli && toIndicator(sli.document, sli.scope);
}

function toIndicator(
  sli: { metadata: OpenSloMetadata; spec: OpenSloSliSpec },
  scope: ResolveScope,
): SloIndicator | undefined {
  const { description, thresholdMetric, ratioMetric } = sli.spec;
  const metadata = resolveMetadata(sli.metadata, description);
  if (thresholdMetric) {
    const query = resolveQuery(thresholdMetric, scope.at('thresholdMetric'));
    return query && { kind: 'threshold', ...metadata, query };
  }
  const { good, bad, total, raw, rawType, counter } = ratioMetric ?? {};
  const ratioScope = scope.at('ratioMetric');
  if (raw && rawType) {
    const query = resolveQuery(raw, ratioScope.at('raw'));
    return (
      query && {
        kind: 'raw',
        ...metadata,
        rawType,
        isCounter: counter,
        raw: query,
      }
    );
  }
  const numerator = good ? 'good' : 'bad';
  const numeratorMetric = good ?? bad;
  if (!numeratorMetric || !total) {
    return undefined;
  }
  const events = resolveQuery(numeratorMetric, ratioScope.at(numerator));
  const totalQuery = resolveQuery(total, ratioScope.at('total'));
  return (
    events &&
    totalQuery && {
      kind: 'ratio',
      ...metadata,
      isCounter: counter ?? false,
      numerator,
      events,
      total: totalQuery,
    }
  );
}

function resolveQuery(
  { metricSource }: OpenSloMetric,
  scope: ResolveScope,
): SloQuery | undefined {
  const { metricSourceRef, spec } = metricSource;
  const type = metricSource.type?.toLowerCase();
  if (metricSourceRef === undefined) {
    return type === undefined
      ? undefined
      : { sourceType: type, sourceOrigin: 'default', spec };
  }
  const source = scope
    .at('metricSource', 'metricSourceRef')
    .follow('DataSource', metricSourceRef);
  if (!source) {
    return undefined;
  }
  const sourceType = source.document.spec.type.toLowerCase();
  if (type !== undefined && type !== sourceType) {
    scope
      .at('metricSource', 'type')
      .report(`is not that of DataSource '${metricSourceRef}', ${sourceType}`);
  }
  return {
    sourceType,
    sourceName: metricSourceRef,
    sourceOrigin: source.origin,
    spec,
  };
}
