import type { ReviewStateProps } from '@backstage/plugin-scaffolder-react/alpha';
import { isRecord } from '@atrium/common';
import { formatList } from '@atrium/ui';
import { t } from '../translation';

/** One answer in words. */
export interface ReviewFact {
  id: string;
  label: string;
  value: string;
  /** The entity that the value is the ref of. */
  entityRef?: string;
}

/** The answers to one step of the form. */
export interface ReviewPart {
  title: string;
  facts: ReviewFact[];
}

const ENTITY_PICKERS = [
  'OwnerPicker',
  'EntityPicker',
  'OwnedEntityPicker',
  'MyGroupsPicker',
];

/** What was answered, step by step, as one would say it. */
export function reviewFacts(
  schemas: ReviewStateProps['schemas'],
  answers: Record<string, unknown>,
): ReviewPart[] {
  return schemas.map(({ title, mergedSchema }) => ({
    title,
    facts: fieldsOf(mergedSchema).flatMap(([id, field]) => {
      const fact = toFact(id, field, answers[id]);
      return fact ? [fact] : [];
    }),
  }));
}

/** The fields of a step, those that depend on answers too. */
function fieldsOf(schema: unknown): [string, Record<string, unknown>][] {
  if (Array.isArray(schema)) {
    return schema.flatMap(fieldsOf);
  }
  if (!isRecord(schema)) {
    return [];
  }
  const { properties, dependencies, oneOf, allOf, anyOf, then } = schema;
  const own = isRecord(properties)
    ? Object.entries(properties).flatMap(
        ([id, field]): [string, Record<string, unknown>][] =>
          isRecord(field) ? [[id, field]] : [],
      )
    : [];
  const nested = [
    ...(isRecord(dependencies) ? Object.values(dependencies) : []),
    oneOf,
    allOf,
    anyOf,
    then,
    schema.else,
  ].flatMap(fieldsOf);
  const all = new Map([...nested, ...own]);
  return [...own, ...[...all].filter(([id]) => own.every(([o]) => o !== id))];
}

function toFact(
  id: string,
  field: Record<string, unknown>,
  answer: unknown,
): ReviewFact | undefined {
  const review = reviewOptions(field);
  if (review.show === false) {
    return undefined;
  }
  const label = String(review.name ?? field.title ?? sentence(id));
  const isSecret =
    field['ui:widget'] === 'password' ||
    String(field['ui:field']).toLocaleLowerCase('en-US') === 'secret';
  if (isSecret || typeof review.mask === 'string') {
    return { id, label, value: String(review.mask ?? t('reviewFacts.hidden')) };
  }
  if (answer === undefined || answer === '') {
    return { id, label, value: t('reviewFacts.notGiven') };
  }
  if (
    ENTITY_PICKERS.includes(String(field['ui:field'])) &&
    typeof answer === 'string'
  ) {
    return { id, label, value: answer, entityRef: answer };
  }
  return { id, label, value: toWords(answer, field) };
}

function reviewOptions(field: Record<string, unknown>) {
  const options = field['ui:backstage'];
  const review = isRecord(options) ? options.review : undefined;
  return isRecord(review) ? review : {};
}

function toWords(answer: unknown, field: Record<string, unknown>): string {
  const { enum: values, enumNames } = field;
  if (Array.isArray(values) && Array.isArray(enumNames)) {
    return String(enumNames[values.indexOf(answer)] ?? answer);
  }
  if (typeof answer === 'boolean') {
    return answer ? t('reviewFacts.yes') : t('reviewFacts.no');
  }
  if (field['ui:field'] === 'RepoUrlPicker' && typeof answer === 'string') {
    return repositoryWords(answer);
  }
  if (Array.isArray(answer)) {
    return answer.length > 0
      ? formatList(answer.map(item => toWords(item, {})))
      : t('reviewFacts.none');
  }
  return isRecord(answer)
    ? Object.entries(answer)
        .map(([key, value]) => `${sentence(key)}: ${toWords(value, {})}`)
        .join(', ')
    : String(answer);
}

/** `acme/refund-service on git.example` of the value of a repository picker. */
function repositoryWords(value: string): string {
  const [host, search = ''] = value.split('?');
  const params = new URLSearchParams(search);
  const path = ['organization', 'workspace', 'owner', 'project', 'repo']
    .flatMap(name => params.get(name) ?? [])
    .join('/');
  return path ? t('reviewFacts.on', { path, host }) : host;
}

/** `Needs database` of `needsDatabase` or `needs_database`. */
function sentence(id: string): string {
  const words = id
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLocaleLowerCase('en-US');
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}
