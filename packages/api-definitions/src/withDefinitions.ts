import type { DefinitionNode, DocumentNode } from 'graphql';
import { isTypeDefinitionNode } from 'graphql';
import { asTypeDefinition } from './listTypes';

/**
 * Makes a definition of the first extension of each type that the document only
 * extends.
 *
 * @remarks A subgraph of a federation extends types that others define. Tools that
 * build a schema drop what extends a type they do not know.
 */
export function withDefinitions(document: DocumentNode): DocumentNode {
  const defined = new Set(
    document.definitions
      .filter(isTypeDefinitionNode)
      .map(type => type.name.value),
  );
  const define = (node: DefinitionNode): DefinitionNode => {
    const type = asTypeDefinition(node);
    if (!type || defined.has(type.name.value)) {
      return node;
    }
    defined.add(type.name.value);
    return type;
  };
  return { ...document, definitions: document.definitions.map(define) };
}
