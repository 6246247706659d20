import { parse as parseGraphql } from 'graphql';
import { load as loadYaml } from 'js-yaml';
import { parse as parseProtobuf } from 'protobufjs';
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

/** Of 5 MB, nearly all of them short. */
const MAX_GRAPHQL_TOKENS = 2_000_000;

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
  switch (type) {
    case 'openapi':
      return openApiElements(new JsonNode(parseYaml(definition)));
    case 'asyncapi':
      return asyncApiElements(new JsonNode(parseYaml(definition)));
    case 'graphql':
      return graphqlElements(
        new JsonNode(
          parseGraphql(definition, {
            noLocation: true,
            maxTokens: MAX_GRAPHQL_TOKENS,
          }),
        ),
      );
    case 'grpc': {
      const { root, package: packageName } = parseProtobuf(definition, {
        keepCase: true,
        alternateCommentMode: true,
      });
      return protobufElements(
        new JsonNode(root.toJSON({ keepComments: true })),
        packageName ?? '',
      );
    }
    default:
      throw new Error(`Unknown type of API '${type satisfies never}'`);
  }
}

function parseYaml(text: string): unknown {
  return text.trimStart().startsWith('{')
    ? JSON.parse(text)
    : // A key that is there twice is a matter for the owner's linter.
      loadYaml(text, { json: true });
}
