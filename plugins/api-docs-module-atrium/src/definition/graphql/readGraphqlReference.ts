import {
  attemptRead,
  checkGraphqlTypes,
  listTypes,
  readGraphql,
  type ReadResult,
} from '@atrium/api-definitions';
import {
  type ASTNode,
  type DocumentNode,
  Kind,
  type TypeDefinitionNode,
} from 'graphql';
import { t } from '../../translation';
import type { Reference, ReferenceEntry, ReferenceMember } from '../Reference';
import { fieldType, inputType, lineOf, typeLink } from './typeParts';

/** Reads a GraphQL schema in its definition language. */
export function readGraphqlReference(text: string): ReadResult<Reference> {
  return attemptRead(() => {
    const document = readGraphql(text);
    checkGraphqlTypes(document);
    return toReference(document);
  });
}

function toReference(document: DocumentNode): Reference {
  const types = listTypes(document);
  const names = new Set(types.map(type => type.name.value));
  const roots = rootTypes(document);
  const toEntries = (isIncluded: (type: TypeDefinitionNode) => boolean) =>
    mergeByName(types.filter(isIncluded).map(type => toEntry(type, names)));
  const ofRoot = (operation: string) =>
    toEntries(type => roots.get(type.name.value) === operation);
  const ofKind = (...kinds: Kind[]) =>
    toEntries(type => kinds.includes(type.kind) && !roots.has(type.name.value));
  return {
    get summary() {
      return t('readGraphqlReference.typeCount', { count: names.size });
    },
    description: schemaDescription(document),
    groups: [
      {
        get title() {
          return t('readGraphqlReference.queries');
        },
        isEntrance: true,
        entries: ofRoot('query'),
      },
      {
        get title() {
          return t('readGraphqlReference.mutations');
        },
        isEntrance: true,
        entries: ofRoot('mutation'),
      },
      {
        get title() {
          return t('readGraphqlReference.subscriptions');
        },
        isEntrance: true,
        entries: ofRoot('subscription'),
      },
      {
        get title() {
          return t('readGraphqlReference.types');
        },
        entries: ofKind(Kind.OBJECT_TYPE_DEFINITION),
      },
      {
        get title() {
          return t('readGraphqlReference.interfacesAndUnions');
        },
        entries: ofKind(
          Kind.INTERFACE_TYPE_DEFINITION,
          Kind.UNION_TYPE_DEFINITION,
        ),
      },
      {
        get title() {
          return t('readGraphqlReference.inputs');
        },
        entries: ofKind(Kind.INPUT_OBJECT_TYPE_DEFINITION),
      },
      {
        get title() {
          return t('readGraphqlReference.enums');
        },
        entries: ofKind(Kind.ENUM_TYPE_DEFINITION),
      },
      {
        get title() {
          return t('readGraphqlReference.scalars');
        },
        entries: ofKind(Kind.SCALAR_TYPE_DEFINITION),
      },
    ].filter(group => group.entries.length > 0),
  };
}

/** A type and what extends it are one entry. */
function mergeByName(entries: ReferenceEntry[]): ReferenceEntry[] {
  const merged = new Map<string, ReferenceEntry>();
  for (const entry of entries) {
    const known = merged.get(entry.id);
    merged.set(
      entry.id,
      known
        ? { ...known, members: [...known.members, ...entry.members] }
        : entry,
    );
  }
  return [...merged.values()];
}

/** Which types are where queries, mutations and subscriptions begin. */
function rootTypes(document: DocumentNode): Map<string, string> {
  const roots = new Map<string, string>();
  for (const definition of document.definitions) {
    if (
      definition.kind === Kind.SCHEMA_DEFINITION ||
      definition.kind === Kind.SCHEMA_EXTENSION
    ) {
      for (const { operation, type } of definition.operationTypes ?? []) {
        roots.set(type.name.value, operation);
      }
    }
  }
  return roots.size > 0
    ? roots
    : new Map([
        ['Query', 'query'],
        ['Mutation', 'mutation'],
        ['Subscription', 'subscription'],
      ]);
}

function schemaDescription(document: DocumentNode): string | undefined {
  for (const definition of document.definitions) {
    if (definition.kind === Kind.SCHEMA_DEFINITION) {
      return definition.description?.value;
    }
  }
  return undefined;
}

const KIND_WORDS: Record<TypeDefinitionNode['kind'], string> = {
  [Kind.SCALAR_TYPE_DEFINITION]: 'scalar',
  [Kind.OBJECT_TYPE_DEFINITION]: 'type',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.UNION_TYPE_DEFINITION]: 'union',
  [Kind.ENUM_TYPE_DEFINITION]: 'enum',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'input',
};

function toEntry(type: TypeDefinitionNode, names: Set<string>): ReferenceEntry {
  const id = type.name.value;
  return {
    id,
    name: id,
    kind: KIND_WORDS[type.kind],
    description: type.description?.value,
    members: membersOf(type, names),
    isDeprecated: false,
    line: lineOf(type),
  };
}

function membersOf(
  type: TypeDefinitionNode,
  names: Set<string>,
): ReferenceMember[] {
  const owner = type.name.value;
  switch (type.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return (type.fields ?? []).map(field =>
        toMember(field, { owner, type: fieldType(field, names) }),
      );
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return (type.fields ?? []).map(field =>
        toMember(field, { owner, type: inputType(field, names) }),
      );
    case Kind.ENUM_TYPE_DEFINITION:
      return (type.values ?? []).map(value =>
        toMember(value, { owner, type: [] }),
      );
    case Kind.UNION_TYPE_DEFINITION:
      return (type.types ?? []).map(member =>
        toMember(
          { ...member, directives: [] },
          { owner, type: [typeLink(member.name.value, names)] },
        ),
      );
    case Kind.SCALAR_TYPE_DEFINITION:
      return [];
    default:
      return type satisfies never;
  }
}

type NamedNode = ASTNode & {
  name: { value: string };
  description?: { value: string };
  directives?: readonly { name: { value: string } }[];
};

function toMember(
  node: NamedNode,
  options: { owner: string; type: ReferenceMember['type'] },
): ReferenceMember {
  const name = node.name.value;
  return {
    id: `${options.owner}.${name}`,
    name,
    type: options.type,
    description: node.description?.value,
    isDeprecated: (node.directives ?? []).some(
      directive => directive.name.value === 'deprecated',
    ),
    line: lineOf(node),
  };
}
