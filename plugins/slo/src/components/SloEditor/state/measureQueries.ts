import type { SloFormMeasure, SloFormSpec } from '../../../form/sloForm';
import type {
  SloSourceDescription,
  SloSourceField,
} from '@atrium/plugin-slo-common';

/** What a query of a form measures. */
export type FormPart = 'good' | 'bad' | 'total' | 'threshold';

/** One query of a form. */
export interface FormQuery {
  part: FormPart;
  /** Where the form keeps it. */
  key: 'events' | 'total' | 'value';
  spec: SloFormSpec;
}

/** A field, and the queries of whose `spec` it is. */
export interface QueryField {
  field: SloSourceField;
  queries: FormQuery[];
}

/** The queries behind what is measured. */
export function queriesOfMeasure(measure: SloFormMeasure): FormQuery[] {
  const { kind, numerator, events, total, value } = measure;
  switch (kind) {
    case 'reference':
      return [];
    case 'threshold':
      return [{ part: 'threshold', key: 'value', spec: value }];
    case 'ratio':
      return [
        { part: numerator, key: 'events', spec: events },
        { part: 'total', key: 'total', spec: total },
      ];
    default:
      return kind satisfies never;
  }
}

/**
 * The fields to ask for: those that all queries share once, as long as they do
 * say the same, and the others for each of them.
 */
export function fieldsOfMeasure(
  measure: SloFormMeasure,
  { fields }: SloSourceDescription,
): { shared: QueryField[]; own: QueryField[] } {
  const shared: QueryField[] = [];
  const own: QueryField[] = [];
  for (const field of fields) {
    const queries = queriesOfMeasure(measure).filter(query =>
      isAsked(field, query),
    );
    const [first] = queries;
    const isOne = queries.every(
      ({ spec }) => spec[field.name] === first.spec[field.name],
    );
    if (field.isShared && isOne && first) {
      shared.push({ field, queries });
    } else {
      own.push(...queries.map(query => ({ field, queries: [query] })));
    }
  }
  return { shared, own };
}

/** Fills in a field; those that depend on it and are not asked any more go. */
export function withField(
  { field, queries }: QueryField,
  options: { value: string | boolean; description: SloSourceDescription },
): Partial<SloFormMeasure> {
  const { value, description } = options;
  const isEmpty = value === '' || value === false;
  const changed = queries.map(query => {
    const spec = { ...query.spec, [field.name]: value };
    const gone = description.fields.filter(
      one =>
        (one.name === field.name && isEmpty) ||
        !isAsked(one, { ...query, spec }),
    );
    const names = new Set(gone.map(({ name }) => name));
    const left = Object.entries(spec).filter(([name]) => !names.has(name));
    return [query.key, Object.fromEntries(left)];
  });
  return Object.fromEntries(changed);
}

/** What a query of another source begins with. */
export function startingSpec(
  { fields }: SloSourceDescription,
  form: { service: string },
): SloFormSpec {
  return Object.fromEntries(
    fields.flatMap(({ name, startsWith }) =>
      startsWith ? [[name, form[startsWith]]] : [],
    ),
  );
}

/** Where the query of a part stands in an SLO. */
export function queryPath(part: FormPart): string[] {
  const metric =
    part === 'threshold' ? ['thresholdMetric'] : ['ratioMetric', part];
  return ['spec', 'indicator', 'spec', ...metric, 'metricSource', 'spec'];
}

function isAsked(
  { parts, onlyWith }: SloSourceField,
  { part, spec }: FormQuery,
): boolean {
  return (
    (!parts || parts.includes(part)) &&
    (!onlyWith || spec[onlyWith.name] === onlyWith.value)
  );
}
