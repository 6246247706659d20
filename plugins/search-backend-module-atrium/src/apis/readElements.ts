import type { ApiElement } from './ApiElement';
import { asyncApiElements } from './asyncApiElements';
import { graphqlElements } from './graphqlElements';
import { JsonNode } from './JsonNode';
import { openApiElements } from './openApiElements';
import { protobufElements } from './protobufElements';

/** What is read, by the `spec.type` of the API. */
export const apiTypes = ['openapi', 'asyncapi', 'graphql', 'grpc'] as const;

export type ApiType = (typeof apiTypes)[number];

const MAX_ELEMENTS = 5_000;

/**
 * What stands in a definition, the first 5,000 things of it. Throws when it is
 * not in the language of its type.
 */
export function readElements(type: ApiType, definition: string): ApiElement[] {
  return iterateElements(type, definition).take(MAX_ELEMENTS).toArray();
}

function iterateElements(
  type: ApiType,
  definition: string,
): Generator<ApiElement> {
  // Only here: it brings the parsers of all kinds of definitions along.
  const {
    readAsyncApi,
    readGraphql,
    readOpenApi,
    readProtobuf,
  }: typeof import('@atrium/api-definitions') = require('@atrium/api-definitions');
  switch (type) {
    case 'openapi':
      return openApiElements(JsonNode.ofTree(readOpenApi(definition).root));
    case 'asyncapi':
      return asyncApiElements(JsonNode.ofTree(readAsyncApi(definition).root));
    case 'graphql':
      return graphqlElements(JsonNode.of(readGraphql(definition)));
    case 'grpc': {
      const { root, packageName } = readProtobuf(definition);
      return protobufElements(
        JsonNode.of(root.toJSON({ keepComments: true })),
        packageName,
      );
    }
    default:
      throw new Error(`Unknown type of API '${type satisfies never}'`);
  }
}
