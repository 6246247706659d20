import type { FieldIssue } from '@atrium/common/yaml';
import Ajv2020, {
  type AnySchemaObject,
  type ErrorObject,
  type ValidateFunction,
} from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

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
): FieldIssue[] {
  const validate = compile(schema);
  return validate(value) ? [] : toIssues(validate.errors ?? []);
}

/** What is wrong with a JSON Schema (2020-12) itself. */
export function findSchemaIssues(schema: AnySchemaObject): FieldIssue[] {
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
function toIssues(errors: ErrorObject[]): FieldIssue[] {
  const issues = new Map<string, FieldIssue>();
  for (const error of errors) {
    const issue = toIssue(error);
    const key = JSON.stringify(issue.path);
    if (!issues.has(key)) {
      issues.set(key, issue);
    }
  }
  return [...issues.values()].slice(0, MAX_ISSUES);
}

function toIssue(error: ErrorObject): FieldIssue {
  const path = parsePointer(error.instancePath);
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return {
        path: [...path, params.missingProperty],
        message: 'is required',
      };
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return {
        path: [
          ...path,
          params.additionalProperty ?? params.unevaluatedProperty,
        ],
        message: 'is not a field here',
      };
    case 'enum':
      return {
        path,
        message: `must be one of ${params.allowedValues.join(', ')}`,
      };
    case 'const':
      return {
        path,
        message: `must be ${JSON.stringify(params.allowedValue)}`,
      };
    default:
      return { path, message: rewordMessage(error) };
  }
}

function rewordMessage({ message = 'is not valid' }: ErrorObject): string {
  return message
    .replace('must NOT have fewer than', 'must have at least')
    .replace('must NOT have more than', 'must have at most')
    .replace('must be >= ', 'must be at least ')
    .replace('must be <= ', 'must be at most ')
    .replace('must NOT', 'must not')
    .replace(
      /^must be (array|object|string|number|integer|boolean|null)$/,
      'must be of type $1',
    );
}

/** `/extensions/0` as a path; numbers are places in lists. */
function parsePointer(pointer: string): PropertyKey[] {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(part => (/^(?:0|[1-9]\d*)$/.test(part) ? Number(part) : part));
}
