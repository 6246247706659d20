import {
  attemptRead,
  readOpenApi,
  type ReadResult,
} from '@atrium/api-definitions';
import { isRecord } from '@atrium/common';
import type { JsonObject } from '../JsonObject';

/** The methods that OpenAPI knows. */
export const METHODS = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
] as const;

/** One operation of an OpenAPI definition. */
export interface OpenApiOperation {
  /** `POST /refunds`: how people name it, and the anchor of the page. */
  id: string;
  method: string;
  path: string;
  operationId?: string;
  summary?: string;
  tag: string;
  isDeprecated: boolean;
}

/** An OpenAPI definition that can be shown. */
export interface OpenApiDocument {
  spec: JsonObject;
  /** `OpenAPI 3.1.0`, or `Swagger 2.0` of old. */
  format: string;
  version?: string;
  operations: OpenApiOperation[];
  /** Tags in the order in which the definition names them. */
  tags: string[];
  schemaNames: string[];
}

/** The tag that Swagger UI gives to operations that have none. */
const NO_TAG = 'default';

/** Swagger UI lists webhooks apart, whatever their tags. */
const WEBHOOKS = 'Webhooks';

/** Reads an OpenAPI 3 (or Swagger 2) definition. */
export function readOpenApiDocument(text: string): ReadResult<OpenApiDocument> {
  return attemptRead(() => {
    const { root, format, version } = readOpenApi(text);
    const operations = listOperations(root);
    return {
      spec: root,
      format,
      version,
      operations,
      tags: listTags(root, operations),
      schemaNames: Object.keys(schemasOf(root)),
    };
  });
}

function listOperations(spec: JsonObject): OpenApiOperation[] {
  return [
    ...operationsIn(spec.paths, firstTag),
    ...operationsIn(spec.webhooks, () => WEBHOOKS),
  ];
}

/** In the order of the definition, which is that of Swagger UI. */
function operationsIn(
  section: unknown,
  tagOf: (operation: JsonObject) => string,
): OpenApiOperation[] {
  const operations: OpenApiOperation[] = [];
  for (const [path, item] of Object.entries(isRecord(section) ? section : {})) {
    for (const [method, operation] of Object.entries(
      isRecord(item) ? item : {},
    )) {
      if (isMethod(method) && isRecord(operation)) {
        operations.push({
          id: `${method.toUpperCase()} ${path}`,
          method,
          path,
          operationId: textOf(operation, 'operationId'),
          summary: textOf(operation, 'summary'),
          tag: tagOf(operation),
          isDeprecated: operation.deprecated === true,
        });
      }
    }
  }
  return operations;
}

function isMethod(key: string): boolean {
  return METHODS.some(method => method === key);
}

function firstTag(operation: JsonObject): string {
  const tags = Array.isArray(operation.tags) ? operation.tags : [];
  return typeof tags[0] === 'string' ? tags[0] : NO_TAG;
}

function listTags(spec: JsonObject, operations: OpenApiOperation[]): string[] {
  const used = new Set(operations.map(operation => operation.tag));
  const declared = (Array.isArray(spec.tags) ? spec.tags : [])
    .map(tag => textOf(tag, 'name'))
    .filter((name): name is string => name !== undefined && used.has(name));
  return [...new Set([...declared, ...used])];
}

/** Named schemas; Swagger 2 called them definitions. */
export function schemasOf(spec: JsonObject): JsonObject {
  const components = isRecord(spec.components) ? spec.components : {};
  const schemas = components.schemas ?? spec.definitions;
  return isRecord(schemas) ? schemas : {};
}

function textOf(value: unknown, key: string): string | undefined {
  const field = isRecord(value) ? value[key] : undefined;
  return typeof field === 'string' || typeof field === 'number'
    ? String(field)
    : undefined;
}
