import { isRecord } from '@atrium/common';
import type { JsonObject } from '../JsonObject';
import { METHODS } from './readOpenApiDocument';
import { securitySentence } from './securitySentence';

/**
 * Writes a definition so that Swagger UI shows all of it.
 *
 * @remarks It leaves parameters of a path empty when they are references, and
 * tells what credentials an operation needs only in the form for entering them.
 */
export function prepareSpec(spec: JsonObject): JsonObject {
  const prepared: JsonObject = { ...spec };
  for (const section of ['paths', 'webhooks']) {
    const items = spec[section];
    if (isRecord(items)) {
      prepared[section] = Object.fromEntries(
        Object.entries(items).map(([path, item]) => [
          path,
          isRecord(item) ? prepareItem(spec, item) : item,
        ]),
      );
    }
  }
  return prepared;
}

function prepareItem(spec: JsonObject, item: JsonObject): JsonObject {
  const { parameters, ...prepared } = item;
  for (const method of METHODS) {
    const operation = item[method];
    if (isRecord(operation)) {
      prepared[method] = {
        ...operation,
        ...withParameters(spec, operation, parameters),
        ...withSecurity(spec, operation),
      };
    }
  }
  return prepared;
}

function withParameters(
  spec: JsonObject,
  operation: JsonObject,
  shared: unknown,
): JsonObject {
  if (!Array.isArray(shared) || shared.length === 0) {
    return {};
  }
  const own = Array.isArray(operation.parameters) ? operation.parameters : [];
  const ownNames = own.map(parameter => nameOf(spec, parameter));
  const added = shared.filter(
    parameter => !ownNames.includes(nameOf(spec, parameter)),
  );
  return { parameters: [...added, ...own] };
}

/** An operation may say a parameter of its path anew, by name and place. */
function nameOf(spec: JsonObject, parameter: unknown): string {
  let named = isRecord(parameter) ? parameter : {};
  if (typeof named.$ref === 'string') {
    const { parameters } = isRecord(spec.components) ? spec.components : {};
    const key = named.$ref.split('/').pop() ?? '';
    const target = isRecord(parameters) ? parameters[key] : undefined;
    named = isRecord(target) ? target : named;
  }
  return named.name === undefined
    ? String(named.$ref)
    : `${named.in} ${named.name}`;
}

function withSecurity(spec: JsonObject, operation: JsonObject): JsonObject {
  const sentence = securitySentence(operation.security ?? spec.security);
  if (!sentence) {
    return {};
  }
  const { description } = operation;
  return {
    description:
      typeof description === 'string'
        ? `${description.trimEnd()}\n\n${sentence}`
        : sentence,
  };
}
