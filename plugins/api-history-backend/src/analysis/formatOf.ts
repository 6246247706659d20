import { asyncApiFormat } from './asyncapi/asyncApiFormat';
import type { DefinitionFormat } from './DefinitionFormat';
import { graphqlFormat } from './graphql/graphqlFormat';
import { openApiFormat } from './openapi/openApiFormat';
import { protobufFormat } from './protobuf/protobufFormat';
import { textFormat } from './textFormat';

const FORMATS = new Map<string, DefinitionFormat>([
  ['openapi', openApiFormat],
  ['asyncapi', asyncApiFormat],
  ['graphql', graphqlFormat],
  ['grpc', protobufFormat],
  ['protobuf', protobufFormat],
]);

/** How definitions of a type of API are read. */
export function formatOf(type: string): DefinitionFormat {
  return FORMATS.get(type.toLocaleLowerCase('en-US')) ?? textFormat;
}
