import {
  type DocumentNode,
  GraphQLError,
  parse,
  specifiedScalarTypes,
  visit,
} from 'graphql';
import { listTypes } from './listTypes';
import { UnreadableDefinition } from './UnreadableDefinition';

/** Of 5 MB, nearly all of them short. */
const MAX_TOKENS = 2_000_000;

/**
 * Reads a GraphQL schema in its own language.
 *
 * @throws UnreadableDefinition where it is not in that language
 */
export function readGraphql(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: MAX_TOKENS });
  } catch (error) {
    throw error instanceof GraphQLError
      ? new UnreadableDefinition(error.message, error.locations?.[0])
      : error;
  }
}

/**
 * Makes sure that a schema has all the types that it names. Directives are not
 * checked: each tool of the ecosystem brings its own.
 *
 * @throws UnreadableDefinition about the first that is missing
 */
export function checkGraphqlTypes(document: DocumentNode): void {
  const known = new Set(
    [
      ...listTypes(document).map(type => type.name),
      ...specifiedScalarTypes,
    ].map(named => ('value' in named ? named.value : named.name)),
  );
  visit(document, {
    NamedType(node) {
      const name = node.name.value;
      if (!known.has(name)) {
        const { line, column } = node.loc?.startToken ?? {};
        throw new UnreadableDefinition(`Unknown type "${name}"`, {
          line,
          column,
        });
      }
    },
  });
}
