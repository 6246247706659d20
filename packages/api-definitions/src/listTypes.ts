import {
  type DefinitionNode,
  type DocumentNode,
  isTypeDefinitionNode,
  Kind,
  type TypeDefinitionNode,
} from 'graphql';

/**
 * The types of a schema and what `extend` adds to types, in order. A subgraph of
 * a federation extends types that it does not define.
 */
export function listTypes(document: DocumentNode): TypeDefinitionNode[] {
  return document.definitions
    .map(asTypeDefinition)
    .filter((type): type is TypeDefinitionNode => type !== undefined);
}

/** The type that a node defines or extends, as if it defined it. */
export function asTypeDefinition(
  node: DefinitionNode,
): TypeDefinitionNode | undefined {
  if (isTypeDefinitionNode(node)) {
    return node;
  }
  switch (node.kind) {
    case Kind.OBJECT_TYPE_EXTENSION:
      return { ...node, kind: Kind.OBJECT_TYPE_DEFINITION };
    case Kind.INTERFACE_TYPE_EXTENSION:
      return { ...node, kind: Kind.INTERFACE_TYPE_DEFINITION };
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return { ...node, kind: Kind.INPUT_OBJECT_TYPE_DEFINITION };
    case Kind.ENUM_TYPE_EXTENSION:
      return { ...node, kind: Kind.ENUM_TYPE_DEFINITION };
    case Kind.UNION_TYPE_EXTENSION:
      return { ...node, kind: Kind.UNION_TYPE_DEFINITION };
    case Kind.SCALAR_TYPE_EXTENSION:
      return { ...node, kind: Kind.SCALAR_TYPE_DEFINITION };
    default:
      // Operations, fragments, directives and the schema are no types.
      return undefined;
  }
}
