import { inSentence } from '../format/inSentence';
import { t } from '../translation';

interface KindWords {
  one(): string;
  many(): string;
}

const KINDS: Record<string, KindWords> = {
  airesource: {
    one: () => t('kindWord.airesource'),
    many: () => t('kindWord.airesources'),
  },
  api: { one: () => t('kindWord.api'), many: () => t('kindWord.apis') },
  component: {
    one: () => t('kindWord.component'),
    many: () => t('kindWord.components'),
  },
  domain: {
    one: () => t('kindWord.domain'),
    many: () => t('kindWord.domains'),
  },
  group: { one: () => t('kindWord.group'), many: () => t('kindWord.groups') },
  location: {
    one: () => t('kindWord.location'),
    many: () => t('kindWord.locations'),
  },
  resource: {
    one: () => t('kindWord.resource'),
    many: () => t('kindWord.resources'),
  },
  system: {
    one: () => t('kindWord.system'),
    many: () => t('kindWord.systems'),
  },
  template: {
    one: () => t('kindWord.template'),
    many: () => t('kindWord.templates'),
  },
  user: { one: () => t('kindWord.user'), many: () => t('kindWord.users') },
};

const TYPES: Record<string, () => string> = {
  cache: () => t('kindWord.type.cache'),
  configuration: () => t('kindWord.type.configuration'),
  'data-pipeline': () => t('kindWord.type.dataPipeline'),
  database: () => t('kindWord.type.database'),
  department: () => t('kindWord.type.department'),
  documentation: () => t('kindWord.type.documentation'),
  'kubernetes-cluster': () => t('kindWord.type.kubernetesCluster'),
  library: () => t('kindWord.type.library'),
  'object-storage': () => t('kindWord.type.objectStorage'),
  organization: () => t('kindWord.type.organization'),
  queue: () => t('kindWord.type.queue'),
  'search-index': () => t('kindWord.type.searchIndex'),
  service: () => t('kindWord.type.service'),
  team: () => t('kindWord.type.team'),
  topic: () => t('kindWord.type.topic'),
  website: () => t('kindWord.type.website'),
};

/** Types that are written as their makers write them. */
const NAMES: Record<string, string> = {
  asyncapi: 'AsyncAPI',
  graphql: 'GraphQL',
  grpc: 'gRPC',
  mysql: 'MySQL',
  openapi: 'OpenAPI',
  postgres: 'PostgreSQL',
  redis: 'Redis',
};

/** Kinds whose type says all of what they are. */
const CALLED_BY_TYPE = ['component', 'group', 'resource'];

/** What people call one of a kind of entity: `Component`, `Team`. */
export function kindWord(kind: string): string {
  return KINDS[idOf(kind)]?.one() ?? capitalize(idOf(kind));
}

/** What people call several of a kind of entity: `Components`, `People`. */
export function kindsWord(kind: string): string {
  return KINDS[idOf(kind)]?.many() ?? capitalize(idOf(kind));
}

/**
 * What people call an entity by its kind and its type: `Service`, `Department`,
 * `Database`, `API, OpenAPI`, `Person`.
 */
export function kindAndType(kind: string, type: string | undefined): string {
  if (type === undefined) {
    return kindWord(kind);
  }
  const words = typeWords(type);
  return CALLED_BY_TYPE.includes(idOf(kind))
    ? TYPES[type]?.() ?? capitalize(words)
    : `${kindWord(kind)}, ${words}`;
}

/** What people call a type where the kind is clear: `object storage`, `OpenAPI`. */
export function typeWords(type: string): string {
  const word = TYPES[type]?.();
  return word === undefined
    ? NAMES[type] ?? type.replaceAll('-', ' ')
    : inSentence(word);
}

function idOf(kind: string): string {
  return kind.toLocaleLowerCase('en-US');
}

function capitalize(word: string): string {
  return word.charAt(0).toLocaleUpperCase('en-US') + word.slice(1);
}
