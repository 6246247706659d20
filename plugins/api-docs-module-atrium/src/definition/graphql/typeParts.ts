import {
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  print,
  type TypeNode,
} from 'graphql';
import type { TypePart } from '../Reference';

/** `(id: ID!): Product`: the arguments and the type of a field. */
export function fieldType(
  field: FieldDefinitionNode,
  names: Set<string>,
): TypePart[] {
  const list = (field.arguments ?? []).flatMap((argument, index) => [
    `${index === 0 ? '' : ', '}${argument.name.value}: `,
    ...inputType(argument, names),
  ]);
  const type = typeParts(field.type, names);
  return list.length === 0 ? type : ['(', ...list, '): ', ...type];
}

/** `Int = 20`: the type and the default of an argument or input field. */
export function inputType(
  value: InputValueDefinitionNode,
  names: Set<string>,
): TypePart[] {
  const type = typeParts(value.type, names);
  return value.defaultValue
    ? [...type, ` = ${print(value.defaultValue)}`]
    : type;
}

/** A type by its name, as a link when the schema defines it. */
export function typeLink(name: string, names: Set<string>): TypePart {
  return names.has(name) ? { text: name, entryId: name } : name;
}

/** Where a node is in the source, counted from 1. */
export function lineOf(node: {
  loc?: { startToken: { line: number } };
}): number {
  return node.loc?.startToken.line ?? 1;
}

function typeParts(type: TypeNode, names: Set<string>): TypePart[] {
  switch (type.kind) {
    case Kind.NAMED_TYPE:
      return [typeLink(type.name.value, names)];
    case Kind.LIST_TYPE:
      return ['[', ...typeParts(type.type, names), ']'];
    case Kind.NON_NULL_TYPE:
      return [...typeParts(type.type, names), '!'];
    default:
      return type satisfies never;
  }
}
