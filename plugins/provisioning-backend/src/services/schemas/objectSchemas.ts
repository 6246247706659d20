import type { FieldMessages, MessageDescriptor } from '@atrium/common';
import type { FieldIssue } from '@atrium/common/yaml';
import Ajv2020, {
  type AnySchemaObject,
  type ErrorObject,
  type ValidateFunction,
} from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { words } from '../../provisioningWords';

/** What is wrong with a value, and what its message is made of. */
export interface ValueIssue extends FieldIssue {
  messages?: FieldMessages;
}

const MAX_ISSUES = 20;

const ajv = addFormats(
  new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false }),
);

// A schema is compiled once, however often it is read anew from the database.
const compiled = new Map<string, ValidateFunction>();
const MAX_COMPILED = 500;

/**
 * What is wrong with a value by the JSON Schema of an object, in words that read
 * on from the name of the field.
 *
 * @throws when the schema is no valid one: `findSchemaIssues` says why.
 */
export function findValueIssues(
  schema: AnySchemaObject,
  value: unknown,
): ValueIssue[] {
  const validate = compile(schema);
  return validate(value) ? [] : toIssues(validate.errors ?? []);
}

/** What is wrong with a JSON Schema (2020-12) itself. */
export function findSchemaIssues(schema: AnySchemaObject): ValueIssue[] {
  if (!ajv.validateSchema(schema)) {
    return toIssues(ajv.errors ?? []);
  }
  try {
    compile(schema);
    return [];
  } catch (error) {
    // What ajv is strict about, such as a keyword that nobody knows.
    const message = error instanceof Error ? error.message : String(error);
    return [{ path: [], message: `is no usable JSON Schema: ${message}` }];
  }
}

function compile(schema: AnySchemaObject): ValidateFunction {
  const key = JSON.stringify(schema);
  const known = compiled.get(key);
  if (known) {
    return known;
  }
  if (compiled.size >= MAX_COMPILED) {
    compiled.clear();
    ajv.removeSchema();
  }
  const validate = ajv.compile(schema);
  compiled.set(key, validate);
  return validate;
}

/** The first of each field: behind it come those of other ways to be right. */
function toIssues(errors: ErrorObject[]): ValueIssue[] {
  const issues = new Map<string, ValueIssue>();
  for (const error of errors) {
    const issue = toIssue(error);
    const key = JSON.stringify(issue.path);
    if (!issues.has(key)) {
      issues.set(key, issue);
    }
  }
  return [...issues.values()].slice(0, MAX_ISSUES);
}

function toIssue(error: ErrorObject): ValueIssue {
  const { keyword, params } = error;
  const path = parsePointer(error.instancePath);
  const field =
    keyword === 'required'
      ? params.missingProperty
      : params.additionalProperty ?? params.unevaluatedProperty;
  return {
    path: field === undefined ? path : [...path, field],
    ...words.fields({ message: describeIssue(error) }),
  };
}

/** What is wrong, by the keyword; what is rare only in the English of the validator. */
function describeIssue({
  keyword,
  message = 'is not valid',
  params,
}: ErrorObject): string | MessageDescriptor {
  switch (keyword) {
    case 'required':
      return words.describe('provisioning.schema.required');
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return words.describe('provisioning.schema.unknown');
    case 'enum':
      return words.describe('provisioning.schema.enum', {
        values: params.allowedValues.join(', '),
      });
    case 'const':
      return words.describe('provisioning.schema.const', {
        value: JSON.stringify(params.allowedValue),
      });
    case 'maxItems':
    case 'maxLength':
    case 'maximum':
    case 'minItems':
    case 'minLength':
    case 'minimum':
      return words.describe(`provisioning.schema.${keyword}`, {
        limit: params.limit,
      });
    case 'format':
      return words.describe('provisioning.schema.format', {
        format: params.format,
      });
    case 'pattern':
      return words.describe('provisioning.schema.pattern', {
        pattern: params.pattern,
      });
    case 'type':
      return words.describe('provisioning.schema.type', {
        type: [params.type].flat().join(', '),
      });
    default:
      return message.replace('must NOT', 'must not');
  }
}

/** `/extensions/0` as a path; numbers are places in lists. */
function parsePointer(pointer: string): PropertyKey[] {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(part => (/^(?:0|[1-9]\d*)$/.test(part) ? Number(part) : part));
}
