import type { ReviewStateProps } from '@backstage/plugin-scaffolder-react/alpha';
import { isRecord } from '@atrium/common';
import { formatList } from '@atrium/ui';
import { t } from '../translation';
import {
  entrySchema,
  type FieldSchema,
  fieldsOf,
  itemSchema,
} from './reviewFields';

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
    facts: [...fieldsOf(mergedSchema, answers)].flatMap(([id, field]) => {
      const fact = toFact(id, field, answers[id]);
      return fact ? [fact] : [];
    }),
  }));
}

function toFact(
  id: string,
  field: FieldSchema,
  answer: unknown,
): ReviewFact | undefined {
  const value = toWords(answer, field);
  if (value === undefined) {
    return undefined;
  }
  const fact = { id, label: labelOf(id, field), value };
  return typeof answer === 'string' &&
    value === answer &&
    ENTITY_PICKERS.includes(String(field['ui:field']))
    ? { ...fact, entityRef: answer }
    : fact;
}

function labelOf(id: string, field: FieldSchema): string {
  return String(reviewOptions(field).name ?? field.title ?? sentence(id));
}

function reviewOptions(field: FieldSchema) {
  const options = field['ui:backstage'];
  const review = isRecord(options) ? options.review : undefined;
  return isRecord(review) ? review : {};
}

/** What stands in place of an answer that nobody is to read. */
function maskOf(field: FieldSchema): string | undefined {
  const { mask } = reviewOptions(field);
  if (typeof mask === 'string') {
    return mask;
  }
  const isSecret =
    field['ui:widget'] === 'password' ||
    String(field['ui:field']).toLocaleLowerCase('en-US') === 'secret';
  return isSecret ? t('reviewFacts.hidden') : undefined;
}

/** An answer as one would say it; undefined where it is not to be shown at all. */
function toWords(answer: unknown, field: FieldSchema): string | undefined {
  if (reviewOptions(field).show === false) {
    return undefined;
  }
  const mask = maskOf(field);
  if (mask !== undefined) {
    return mask;
  }
  if (answer === undefined || answer === '') {
    return t('reviewFacts.notGiven');
  }
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
    return listWords(answer, field);
  }
  return isRecord(answer) ? entryWords(answer, field) : String(answer);
}

function listWords(answer: unknown[], field: FieldSchema): string | undefined {
  if (answer.length === 0) {
    return t('reviewFacts.none');
  }
  const shown = answer.flatMap(
    (item, index) => toWords(item, itemSchema(field, index)) ?? [],
  );
  return shown.length > 0 ? formatList(shown) : undefined;
}

function entryWords(
  answer: Record<string, unknown>,
  field: FieldSchema,
): string | undefined {
  const entries = Object.entries(answer).filter(
    ([, value]) => value !== undefined,
  );
  if (entries.length === 0) {
    return t('reviewFacts.none');
  }
  const known = fieldsOf(field, answer);
  const shown = entries.flatMap(([key, value]) => {
    const own = known.get(key);
    const words = toWords(value, own ?? entrySchema(field, key));
    const label = own ? labelOf(key, own) : sentence(key);
    return words === undefined ? [] : [`${label}: ${words}`];
  });
  return shown.length > 0 ? shown.join(', ') : undefined;
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
