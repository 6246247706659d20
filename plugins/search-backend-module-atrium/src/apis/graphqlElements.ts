import type { ApiElement } from './ApiElement';
import type { JsonNode } from './JsonNode';

/** Kinds of definitions that are types with a name. */
const TYPE_KINDS = new Set([
  'ObjectTypeDefinition',
  'InterfaceTypeDefinition',
  'InputObjectTypeDefinition',
  'EnumTypeDefinition',
  'UnionTypeDefinition',
  'ScalarTypeDefinition',
]);

/** Queries, mutations, subscriptions and types of a parsed GraphQL schema. */
export function* graphqlElements(schema: JsonNode): Generator<ApiElement> {
  const definitions = schema.get('definitions').items();
  const roots = readRoots(definitions);
  for (const definition of definitions) {
    const kind = definition.get('kind').text ?? '';
    const name = nameOf(definition);
    const method = roots.get(name);
    if (method !== undefined && kind.startsWith('ObjectType')) {
      for (const field of definition.get('fields').items()) {
        yield fieldElement(field, { method, owner: name });
      }
    } else if (TYPE_KINDS.has(kind)) {
      yield typeElement(definition, name);
    }
  }
}

/** The types whose fields are operations, by name. */
function readRoots(definitions: JsonNode[]): Map<string, string> {
  const roots = new Map(
    definitions
      .filter(definition =>
        /^Schema(Definition|Extension)$/.test(
          definition.get('kind').text ?? '',
        ),
      )
      .flatMap(definition => definition.get('operationTypes').items())
      .map(type => [
        nameOf(type.get('type')),
        type.get('operation').text ?? 'query',
      ]),
  );
  return roots.size > 0
    ? roots
    : new Map([
        ['Query', 'query'],
        ['Mutation', 'mutation'],
        ['Subscription', 'subscription'],
      ]);
}

function fieldElement(
  field: JsonNode,
  { method, owner }: { method: string; owner: string },
): ApiElement {
  const name = nameOf(field);
  const args = field.get('arguments').items();
  return {
    element: 'operation',
    title: `${method} ${name}`,
    names: [name],
    texts: [
      descriptionOf(field),
      ...args.map(descriptionOf),
      typeName(field.get('type')),
    ],
    fields: args.map(nameOf),
    method: method.toUpperCase(),
    path: name,
    isDeprecated: isDeprecated(field),
    anchor: `${owner}.${name}`,
  };
}

function typeElement(definition: JsonNode, name: string): ApiElement {
  const members = ['fields', 'values', 'types'].flatMap(key =>
    definition.get(key).items(),
  );
  return {
    element: 'type',
    title: name,
    names: [],
    texts: [descriptionOf(definition)],
    fields: members.map(nameOf),
    isDeprecated: isDeprecated(definition),
    anchor: name,
  };
}

function nameOf(node: JsonNode): string {
  return node.get('name').get('value').text ?? '';
}

function descriptionOf(node: JsonNode): string | undefined {
  return node.get('description').get('value').text;
}

/** The named type inside of lists and non-null types. */
function typeName(type: JsonNode): string | undefined {
  let inner = type;
  while (inner.get('type').isObject) {
    inner = inner.get('type');
  }
  return nameOf(inner) || undefined;
}

function isDeprecated(node: JsonNode): boolean {
  return node
    .get('directives')
    .items()
    .some(directive => nameOf(directive) === 'deprecated');
}
