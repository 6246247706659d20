import type {
  DescribedSource,
  OpenSloDocument,
  OpenSloDocumentOf,
  OpenSloKind,
  SloSourceDescription,
  SloSourceField,
} from '@atrium/plugin-slo-common';
import type { SloFormMeasure, SloFormSource } from '../../../form/sloForm';
import { t } from '../../../translation';
import { queriesOfMeasure } from './measureQueries';

/** What a file may refer to. */
export interface SourceContext {
  /** Of the file, and those that all files share. */
  documents: OpenSloDocument[];
  /** Those that the portal has, as they describe themselves. */
  sources: DescribedSource[];
}

/** A place to ask, to choose from. */
export interface SourceChoice {
  key: string;
  title: string;
  source: SloFormSource;
}

/** The places that an SLO of this file can ask, with the present one. */
export function listSources(
  context: SourceContext,
  current: SloFormSource,
): SourceChoice[] {
  const choices: SourceChoice[] = [
    ...context.sources.map(({ type, title }) =>
      toChoice({ by: 'type', name: type }, title),
    ),
    ...documentsOf(context, 'DataSource').map(({ metadata: { name } }) =>
      toChoice(
        { by: 'dataSource', name },
        t('sourceFields.dataSource', { name }),
      ),
    ),
  ];
  return choices.some(({ key }) => key === keyOf(current))
    ? choices
    : [...choices, toChoice(current, current.name || t('sourceFields.none'))];
}

/**
 * What the source of an indicator says about itself; of one that the portal does
 * not have, what the file says to it.
 */
export function describeSource(
  context: SourceContext,
  measure: SloFormMeasure,
): SloSourceDescription {
  const { by, name } = measure.source;
  const type =
    by === 'type'
      ? name
      : documentsOf(context, 'DataSource').find(
          ({ metadata }) => metadata.name === name,
        )?.spec.type;
  const found = context.sources.find(
    source => source.type === type?.toLowerCase(),
  );
  return found ?? describeUnknown(measure);
}

function describeUnknown(measure: SloFormMeasure): SloSourceDescription {
  const names = queriesOfMeasure(measure).flatMap(({ spec }) =>
    Object.keys(spec),
  );
  return {
    title: measure.source.name,
    measures: ['ratio', 'threshold'],
    hasCounters: true,
    fields: [...new Set(['query', ...names])].map(
      (name): SloSourceField => ({
        name,
        label: name,
        type: name === 'query' ? 'query' : 'text',
      }),
    ),
  };
}

/** The documents of a kind. */
export function documentsOf<Kind extends OpenSloKind>(
  { documents }: Pick<SourceContext, 'documents'>,
  kind: Kind,
): OpenSloDocumentOf<Kind>[] {
  return documents.filter(
    (document): document is OpenSloDocumentOf<Kind> => document.kind === kind,
  );
}

/** Tells sources apart. */
export function keyOf({ by, name }: SloFormSource): string {
  return `${by}:${name}`;
}

function toChoice(source: SloFormSource, title: string): SourceChoice {
  return { key: keyOf(source), title, source };
}
