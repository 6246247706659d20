import type {
  OpenSloDocument,
  OpenSloDocumentOf,
  OpenSloKind,
  SloFormSource,
} from '@atrium/plugin-slo-common';

/** A field of a query that is the same for all queries of an indicator. */
export interface SourceField {
  name: string;
  label: string;
  description: string;
  isOptional?: boolean;
}

/** What is asked of one type of source. */
export interface SourceFields {
  title: string;
  options: SourceField[];
  /** What a query is called; without it the options say everything. */
  query?: { label: string; description: string };
}

/** The sources that the form knows; the one to suggest first comes first. */
export const KNOWN_SOURCES: Record<string, SourceFields> = {
  openmetrics: {
    title: 'OpenMetrics',
    options: [
      {
        name: 'service',
        label: 'Service to scrape',
        description: 'As operations set it up',
      },
      {
        name: 'endpoint',
        label: 'Endpoint',
        description: 'By its name, where several would do',
        isOptional: true,
      },
    ],
    query: {
      label: 'series',
      description: 'Such as http_requests_total{code!~"5.."}',
    },
  },
  prometheus: {
    title: 'Prometheus',
    options: [
      {
        name: 'source',
        label: 'Server',
        description: 'By its name, where there are several',
        isOptional: true,
      },
    ],
    query: {
      label: 'query',
      description: 'A selector or PromQL; the portal sums it up',
    },
  },
  push: {
    title: 'Pushed counts',
    options: [
      {
        name: 'series',
        label: 'Series',
        description: 'The name under which counts are pushed',
      },
    ],
  },
};

const ANY_SOURCE: SourceFields = {
  title: 'Source',
  options: [],
  query: { label: 'query', description: 'As the source takes it' },
};

/** A place to ask, to choose from. */
export interface SourceChoice {
  key: string;
  title: string;
  source: Omit<SloFormSource, 'options'>;
}

/** The places that an SLO of this file can ask, with the present one. */
export function listSources(
  context: SourceContext,
  current: SloFormSource,
): SourceChoice[] {
  const { sourceTypes } = context;
  const types = Object.keys(KNOWN_SOURCES).filter(type =>
    sourceTypes.includes(type),
  );
  const choices: SourceChoice[] = [
    ...types.map(name => toChoice({ by: 'type', name })),
    ...documentsOf(context, 'DataSource').map(({ metadata: { name } }) =>
      toChoice({ by: 'dataSource', name }),
    ),
  ];
  return choices.some(({ key }) => key === keyOf(current))
    ? choices
    : [...choices, toChoice(current)];
}

/** What a file may refer to. */
export interface SourceContext {
  /** Of the file, and those that all files share. */
  documents: OpenSloDocument[];
  sourceTypes: string[];
}

/** The fields of a source; those of a DataSource are those of its type. */
export function fieldsOf(
  context: SourceContext,
  { by, name }: SloFormSource,
): SourceFields {
  const type =
    by === 'type'
      ? name
      : documentsOf(context, 'DataSource').find(
          ({ metadata }) => metadata.name === name,
        )?.spec.type;
  return KNOWN_SOURCES[type?.toLowerCase() ?? ''] ?? ANY_SOURCE;
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
export function keyOf({ by, name }: Omit<SloFormSource, 'options'>): string {
  return `${by}:${name}`;
}

function toChoice(source: Omit<SloFormSource, 'options'>): SourceChoice {
  const { by, name } = source;
  const title =
    by === 'type' ? KNOWN_SOURCES[name]?.title ?? name : `Data source ${name}`;
  return { key: keyOf(source), title, source: { by, name } };
}
