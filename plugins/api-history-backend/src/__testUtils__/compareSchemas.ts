import type { PlainData, PlainMap } from '@atrium/common/yaml';
import { compareOpenApi } from '../analysis/openapi/compareOpenApi';
import { changesOf } from './changesOf';

/** Schemas by name. */
export type Schemas = Record<string, PlainData>;

function document(
  body: PlainData,
  options: { components?: Schemas; openapi?: string } = {},
): PlainMap {
  const content = { 'application/json': { schema: body } };
  return {
    openapi: options.openapi ?? '3.1.0',
    info: { title: 'Refunds', version: '1' },
    paths: {
      '/send': { put: { requestBody: { content }, responses: {} } },
      '/get': { get: { responses: { '200': { description: '', content } } } },
    },
    components: { schemas: options.components ?? {} },
  };
}

/** What a schema's change means where consumers send it, and where they get it. */
export function compareSchemas(
  before: PlainData,
  after: PlainData,
  options: {
    components?: { before: Schemas; after: Schemas };
    openapi?: string;
  } = {},
): { request: string[]; response: string[] } {
  const { openapi, components } = options;
  const changes = changesOf(
    compareOpenApi({
      before: document(before, { openapi, components: components?.before }),
      after: document(after, { openapi, components: components?.after }),
    }),
  );
  const of = (direction: string, location: string) =>
    changes
      .filter(change => change.endsWith(` @ ${location}`))
      .map(change =>
        change
          .replace(` @ ${location}`, '')
          .replace(` ${direction}-`, ' ')
          .replace(/(request body|200 response)( › )?/, '')
          .trim(),
      );
  return {
    request: of('request', 'PUT /send'),
    response: of('response', 'GET /get'),
  };
}
