import type {
  SearchDocument,
  SearchResult,
} from '@backstage/plugin-search-common';
import { kindAndType, splitHighlight, type TextPart } from '@atrium/ui';
import { t } from '../translation';

/** What a result is a picture of. */
export type HitSubject =
  | 'component'
  | 'api'
  | 'resource'
  | 'system'
  | 'domain'
  | 'template'
  | 'user'
  | 'group'
  | 'docs'
  | 'operation'
  | 'schema'
  | 'other';

/** A search result as it is shown. */
export interface SearchHit {
  subject: HitSubject;
  title: string;
  titleParts: TextPart[];
  textParts: TextPart[];
  /** What it is, and of what: `Operation of Payment API`. */
  label: string;
  ownerRef?: string;
  systemRef?: string;
  lifecycle?: string;
  /** Written as code, such as the path of an operation. */
  isCode: boolean;
  isDeprecated: boolean;
  location: string;
  rank?: number;
  /** What was looked for instead of the term, which nothing matched. */
  relaxedTerm?: string;
  /** As the backend sent it, for the result items of other plugins. */
  result: SearchResult;
}

/** Descriptions without a mark are shown up to here. */
const MAX_TEXT_LENGTH = 240;

/** Reads a result of any type; fields that are missing are left out. */
export function readHit(result: SearchResult): SearchHit {
  const { document, highlight } = result;
  return {
    ...describe(result.type, document),
    title: document.title,
    titleParts: splitHighlight(
      highlight?.fields.title || document.title,
      highlight,
    ),
    textParts: splitHighlight(
      highlight?.fields.text || document.text.slice(0, MAX_TEXT_LENGTH),
      highlight,
    ),
    ownerRef: readText(document, 'ownerRef'),
    systemRef: readText(document, 'systemRef'),
    lifecycle: readText(document, 'lifecycle'),
    isDeprecated: 'deprecated' in document && document.deprecated === true,
    location: document.location,
    rank: result.rank,
    relaxedTerm: readText(result, 'relaxedTerm'),
    result,
  };
}

type Description = Pick<SearchHit, 'subject' | 'label' | 'isCode'>;

function describe(type: string, document: SearchDocument): Description {
  switch (type) {
    case 'software-catalog':
      return describeEntity(document);
    case 'techdocs':
      return {
        subject: 'docs',
        label: t('searchHit.docsOf', {
          entity:
            readText(document, 'entityTitle') ??
            readText(document, 'name') ??
            '',
        }),
        isCode: false,
      };
    case 'api-definition':
      return describeApiElement(document);
    default:
      return { subject: 'other', label: humanize(type), isCode: false };
  }
}

const ENTITY_SUBJECTS: readonly HitSubject[] = [
  'component',
  'api',
  'resource',
  'system',
  'domain',
  'template',
  'user',
  'group',
];

function describeEntity(document: SearchDocument): Description {
  const kind = readText(document, 'kind') ?? '';
  const type = readText(document, 'type');
  // The stock document says "other" for an entity without a type.
  const hasType = type !== undefined && type !== 'other';
  return {
    subject:
      ENTITY_SUBJECTS.find(
        subject => subject === kind.toLocaleLowerCase('en-US'),
      ) ?? 'other',
    label: kindAndType(kind, hasType ? type : undefined),
    isCode: false,
  };
}

function describeApiElement(document: SearchDocument): Description {
  const element = readText(document, 'element') ?? 'element';
  const api =
    readText(document, 'apiTitle') ?? readText(document, 'name') ?? '';
  const isDescribed = ['schema', 'type', 'message'].includes(element);
  return {
    subject: isDescribed ? 'schema' : 'operation',
    label: t('searchHit.of', { element: elementWord(element), api }),
    isCode: true,
  };
}

const ELEMENT_WORDS: Record<string, () => string> = {
  channel: () => t('searchHit.element.channel'),
  element: () => t('searchHit.element.element'),
  message: () => t('searchHit.element.message'),
  method: () => t('searchHit.element.method'),
  operation: () => t('searchHit.element.operation'),
  schema: () => t('searchHit.element.schema'),
  type: () => t('searchHit.element.type'),
};

/** What a part of an API is called; one that is not known, by its id. */
function elementWord(element: string): string {
  return ELEMENT_WORDS[element]?.() ?? humanize(element);
}

/** `group:default/team-payments` is read as `team-payments`. */
export function nameOfRef(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}

function readText(record: object, key: string): string | undefined {
  const value = Object.entries(record).find(([name]) => name === key)?.[1];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function humanize(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}
