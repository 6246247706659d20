import { atStart, describePlace } from '../schema/describePlace';
import { words } from '../../apiHistoryWords';
import { listOf, mapOf, textOf, valueOf } from '@atrium/api-definitions';
import type { PlainData, PlainMap } from '@atrium/common/yaml';
import type { ComparedOperation, OperationSide } from './ComparedOperation';
import type { OpenApiDocument } from './OpenApiDocument';
import type { OperationContext, Pair } from './OperationContext';

/** Described elsewhere in a definition; as parameters they mean nothing. */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

interface Parameter {
  /** What a message calls it, such as `query parameter 'page'`. */
  label: string;
  isRequired: boolean;
  isDeprecated: boolean;
  definition: PlainMap;
  in: string;
}

/** Compares what is sent in path, query, headers and cookies. */
export function compareParameters(
  context: OperationContext,
  operation: ComparedOperation,
): void {
  const before = parametersOf(context.documents.before, operation.before);
  const after = parametersOf(context.documents.after, operation.after);
  for (const [key, was] of before) {
    const is = after.get(key);
    if (is) {
      compareParameter(context, { before: was, after: is });
    } else if (was.in !== 'path') {
      context.report({
        severity: 'breaking',
        rule: 'request-parameter-removed',
        path: was.label,
        message: words.describe('apiHistory.change.parameterRemoved', {
          parameter: atStart(describePlace(was.label)),
        }),
      });
    }
  }
  for (const [key, is] of after) {
    // A path with another parameter is another path.
    if (!before.has(key) && is.in !== 'path') {
      context.report({
        severity: is.isRequired ? 'breaking' : 'compatible',
        rule: is.isRequired
          ? 'request-parameter-required'
          : 'request-parameter-added',
        path: is.label,
        message: is.isRequired
          ? words.describe('apiHistory.change.parameterAddedRequired', {
              parameter: atStart(describePlace(is.label)),
            })
          : words.describe('apiHistory.change.parameterAdded', {
              parameter: atStart(describePlace(is.label)),
            }),
      });
    }
  }
}

function compareParameter(
  context: OperationContext,
  { before, after }: Pair<Parameter>,
): void {
  const { label } = after;
  if (before.isRequired !== after.isRequired) {
    context.report({
      severity: after.isRequired ? 'breaking' : 'compatible',
      rule: after.isRequired
        ? 'request-parameter-required'
        : 'request-parameter-optional',
      path: label,
      message: after.isRequired
        ? words.describe('apiHistory.change.parameterRequired', {
            parameter: atStart(describePlace(label)),
          })
        : words.describe('apiHistory.change.parameterOptional', {
            parameter: atStart(describePlace(label)),
          }),
      before: before.isRequired ? 'required' : 'optional',
      after: after.isRequired ? 'required' : 'optional',
    });
  }
  if (!before.isDeprecated && after.isDeprecated) {
    context.report({
      severity: 'compatible',
      rule: 'request-parameter-deprecated',
      path: label,
      message: words.describe('apiHistory.change.parameterDeprecated', {
        parameter: atStart(describePlace(label)),
      }),
    });
  }
  compareStyle(context, { before, after });
  const schemas = {
    before: schemaOf(before.definition),
    after: schemaOf(after.definition),
  };
  if (schemas.before !== undefined || schemas.after !== undefined) {
    context.documents.schemas.add({
      before: schemas.before ?? true,
      after: schemas.after ?? true,
      direction: 'request',
      path: label,
      location: context.location,
    });
  }
}

/** How lists and objects are written into the parameter. */
function compareStyle(
  context: OperationContext,
  parameters: Pair<Parameter>,
): void {
  const before = styleOf(parameters.before);
  const after = styleOf(parameters.after);
  if (before !== after) {
    context.report({
      severity: 'breaking',
      rule: 'request-parameter-style-changed',
      path: parameters.after.label,
      message: words.describe('apiHistory.change.parameterStyle', {
        parameter: describePlace(parameters.after.label),
      }),
      before,
      after,
    });
  }
}

function styleOf({ definition, in: place }: Parameter): string {
  const style =
    textOf(definition, 'style') ??
    (place === 'query' || place === 'cookie' ? 'form' : 'simple');
  const explode = valueOf(definition, 'explode') ?? style === 'form';
  return `${style}${explode === true ? ', one by one' : ''}`;
}

/** A parameter has a schema, or content of one type that has one. */
function schemaOf(definition: PlainMap): PlainData | undefined {
  const [content] = Object.values(mapOf(definition, 'content'));
  return valueOf(definition, 'schema') ?? valueOf(content, 'schema');
}

function parametersOf(
  document: OpenApiDocument,
  { operation, pathItem, path }: OperationSide,
): Map<string, Parameter> {
  const positions = [...path.matchAll(/\{([^{}]*)\}/g)].map(match => match[1]);
  const parameters = new Map<string, Parameter>();
  // Those of the operation come last, since they replace those of the path.
  for (const raw of [
    ...listOf(pathItem, 'parameters'),
    ...listOf(operation, 'parameters'),
  ]) {
    const definition = document.mapAt(raw);
    const place = textOf(definition, 'in');
    const name = textOf(definition, 'name');
    if (place === undefined || name === undefined) {
      continue;
    }
    const lowerName = name.toLocaleLowerCase('en-US');
    if (place === 'header' && IGNORED_HEADERS.has(lowerName)) {
      continue;
    }
    const identity = {
      header: lowerName,
      path: String(positions.indexOf(name)),
    }[place];
    parameters.set(`${place} ${identity ?? name}`, {
      label: `${place} parameter '${name}'`,
      isRequired: place === 'path' || valueOf(definition, 'required') === true,
      isDeprecated: valueOf(definition, 'deprecated') === true,
      definition,
      in: place,
    });
  }
  return parameters;
}
