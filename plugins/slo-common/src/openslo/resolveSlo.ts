import type { FieldIssue } from '@atrium/common/yaml';
import { SLO_MINIMUM_EVENTS_ANNOTATION } from '../annotations';
import { parseDuration } from '../definition/duration';
import { queriesOf } from '../definition/indicatorOf';
import type {
  SloDataSource,
  SloDefinition,
  SloIndicator,
  SloWindow,
} from '../definition/sloDefinition';
import type { DocumentLookup } from './documentLookup';
import type { OpenSloDocumentOf } from './openSloDocument';
import { resolveAlertPolicies } from './resolveAlertPolicies';
import { resolveIndicator } from './resolveIndicator';
import { resolveObjectives } from './resolveObjectives';
import { resolveMetadata, ResolveScope } from './resolveScope';
import { DEFAULT_WINDOW } from './timeWindowSchema';
import type { OpenSloSpec } from './sloSpecSchema';

/** Resolves one SLO; without issues it has a definition. */
export function resolveSlo(
  { metadata, spec }: OpenSloDocumentOf<'SLO'>,
  lookup: DocumentLookup,
): { definition?: SloDefinition; issues: FieldIssue[] } {
  const issues: FieldIssue[] = [];
  const scope = new ResolveScope({ lookup, issues, path: ['spec'] });
  const indicator = resolveIndicator(spec, scope);
  const objectives = resolveObjectives(spec.objectives, {
    ofSlo: indicator,
    scope: scope.at('objectives'),
  });
  const alertPolicies = resolveAlertPolicies(
    spec.alertPolicies ?? [],
    scope.at('alertPolicies'),
  );
  const window = toWindow(spec);
  if (issues.length > 0 || !window) {
    return { issues };
  }
  const indicators = [
    ...(indicator ? [indicator] : []),
    ...objectives.flatMap(objective => objective.indicator ?? []),
  ];
  const minimumEvents = metadata.annotations?.[SLO_MINIMUM_EVENTS_ANNOTATION];
  return {
    issues,
    definition: {
      ...resolveMetadata(metadata, spec.description),
      service: spec.service,
      indicator,
      budgetingMethod: spec.budgetingMethod,
      window,
      objectives,
      alertPolicies,
      dataSources: dataSourcesOf(indicators, lookup),
      minimumEvents:
        minimumEvents === undefined ? undefined : Number(minimumEvents),
    },
  };
}

function toWindow({ timeWindow }: OpenSloSpec): SloWindow | undefined {
  const [window] = timeWindow ?? [DEFAULT_WINDOW];
  const duration = parseDuration(window?.duration ?? '');
  if (!duration) {
    return undefined;
  }
  return window.calendar
    ? { kind: 'calendar', duration, ...window.calendar }
    : { kind: 'rolling', duration };
}

function dataSourcesOf(
  indicators: SloIndicator[],
  lookup: DocumentLookup,
): SloDataSource[] {
  const names = new Set(
    indicators
      .flatMap(queriesOf)
      .flatMap(({ query: { sourceName, sourceOrigin } }) =>
        sourceName !== undefined && sourceOrigin === 'file' ? [sourceName] : [],
      ),
  );
  return [...names].sort().flatMap(name => {
    const found = lookup.find('DataSource', name);
    if (!found) {
      return [];
    }
    const { metadata, spec } = found.document;
    return [
      {
        ...resolveMetadata(metadata, spec.description),
        type: spec.type,
        connectionDetails: spec.connectionDetails,
      },
    ];
  });
}
