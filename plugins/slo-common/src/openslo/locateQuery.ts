import { toFieldProblem } from '@atrium/common/yaml';
import type { SloQueryPart } from '../definition/indicatorOf';
import type { OpenSloDocumentOf } from './openSloDocument';
import type { OpenSloProblem } from './openSloProblem';
import type { LocatedDocument } from './parseOpenSlo';

/** A field of a query. */
export interface QueryPlace {
  sloName: string;
  /** Whose indicator is meant; that of the SLO without it. */
  objectiveIndex?: number;
  part: SloQueryPart;
  /** From `metricSource` on. */
  path: readonly PropertyKey[];
}

/**
 * Words what is wrong with a query as a problem of its file: at the field, also
 * where the indicator is a document of its own; at the reference, where the
 * config of the portal shares it.
 */
export function locateQuery(
  located: LocatedDocument[],
  place: QueryPlace,
  message: string,
): OpenSloProblem {
  const { sloName, objectiveIndex, part, path } = place;
  const slo = findOfKind(located, 'SLO', sloName);
  if (!slo) {
    return { message, sloName };
  }
  const { spec } = slo.document;
  const isOfSlo = objectiveIndex === undefined;
  const holder = isOfSlo ? spec : spec.objectives.at(objectiveIndex);
  const holderPath = isOfSlo
    ? ['spec']
    : ['spec', 'objectives', objectiveIndex];
  const metric =
    part === 'threshold' ? ['thresholdMetric'] : ['ratioMetric', part];
  const query = [...metric, 'metricSource', ...path];
  const sli =
    holder?.indicatorRef === undefined
      ? undefined
      : findOfKind(located, 'SLI', holder.indicatorRef);
  if (sli) {
    return problemAt(sli, ['spec', ...query]);
  }
  return holder?.indicator
    ? problemAt(slo, [...holderPath, 'indicator', 'spec', ...query])
    : problemAt(slo, [...holderPath, 'indicatorRef']);

  function problemAt(
    { documentIndex, locate }: LocatedDocument,
    field: PropertyKey[],
  ): OpenSloProblem {
    const problem = toFieldProblem({ path: field, message }, locate);
    return { ...problem, documentIndex, sloName };
  }
}

function findOfKind<Kind extends 'SLO' | 'SLI'>(
  located: LocatedDocument[],
  kind: Kind,
  name: string,
): (LocatedDocument & { document: OpenSloDocumentOf<Kind> }) | undefined {
  return located.find(
    (one): one is LocatedDocument & { document: OpenSloDocumentOf<Kind> } =>
      one.document.kind === kind && one.document.metadata.name === name,
  );
}
