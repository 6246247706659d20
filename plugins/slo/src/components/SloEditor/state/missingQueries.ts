import {
  locateInSlo,
  type OpenSloProblem,
  type SloForm,
} from '@atrium/plugin-slo-common';
import { fieldsOf, type SourceContext } from './sourceFields';

/**
 * What is valid OpenSLO, and what its source would refuse all the same: queries
 * that ask for nothing.
 */
export function missingQueries(
  form: SloForm,
  options: { context: SourceContext; text: string },
): OpenSloProblem[] {
  const { measure } = form;
  const { query, options: fields } = fieldsOf(options.context, measure.source);
  return listQueries(form)
    .filter(({ text }) =>
      query
        ? text === ''
        : fields.some(({ name }) => !measure.source.options[name]),
    )
    .map(({ path }) => ({
      path,
      message: `${path} asks for nothing yet`,
      sloName: form.name,
      ...locateInSlo(options.text, form.name),
    }));
}

/** The queries of an SLO, by the path of their metric. */
function listQueries({ measure }: SloForm): { path: string; text: string }[] {
  const { kind, numerator, events, total, value } = measure;
  switch (kind) {
    case 'reference':
      return [];
    case 'threshold':
      return [{ path: queryPath('threshold'), text: value }];
    case 'ratio':
      return [
        { path: queryPath(numerator), text: events },
        { path: queryPath('total'), text: total },
      ];
    default:
      return kind satisfies never;
  }
}

/** Where the query of a part stands in an SLO. */
export function queryPath(part: 'good' | 'bad' | 'total' | 'threshold') {
  return part === 'threshold'
    ? 'spec.indicator.spec.thresholdMetric'
    : `spec.indicator.spec.ratioMetric.${part}`;
}
