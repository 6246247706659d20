import {
  attemptRead,
  type ProtobufDefinition,
  readProtobuf,
  type ReadResult,
} from '@atrium/api-definitions';
import {
  Enum,
  type Field,
  MapField,
  type Method,
  Namespace,
  type NamespaceBase,
  OneOf,
  type ReflectionObject,
  Service,
  Type,
} from 'protobufjs';
import { t } from '../../translation';
import type {
  Reference,
  ReferenceEntry,
  ReferenceMember,
  TypePart,
} from '../Reference';
import { SourceLines } from './SourceLines';

class EntryCollector {
  readonly #lines: SourceLines;
  readonly #ids = new Map<ReflectionObject, string>();

  constructor(lines: SourceLines) {
    this.#lines = lines;
  }

  collect(scope: ReflectionObject | null): ReferenceEntry[] {
    // Ids first: a field may name a type that is defined further down.
    this.#nameAll(scope, '');
    return [...this.#ids].map(([object, id]) => this.#entry(object, id));
  }

  #nameAll(scope: ReflectionObject | null, prefix: string): void {
    if (!(scope instanceof Namespace)) {
      return;
    }
    for (const object of scope.nestedArray) {
      const id = `${prefix}${object.name}`;
      if (
        object instanceof Service ||
        object instanceof Type ||
        object instanceof Enum
      ) {
        this.#ids.set(object, id);
      }
      this.#nameAll(object, `${id}.`);
    }
  }

  #entry(object: ReflectionObject, id: string): ReferenceEntry {
    const line = this.#lines.ofDeclaration(object.name, this.#lineOfParent(id));
    return {
      id,
      name: id,
      line,
      description: object.comment ?? undefined,
      isDeprecated: object.options?.deprecated === true,
      ...this.#content(object, id, line),
    };
  }

  /** A nested type comes after the line on which the outer one begins. */
  #lineOfParent(id: string): number {
    const outer = id.split('.').slice(0, -1);
    return outer.reduce(
      (line, name) => this.#lines.ofDeclaration(name, line),
      0,
    );
  }

  #content(object: ReflectionObject, id: string, line: number) {
    if (object instanceof Service) {
      return {
        kind: 'service',
        members: object.methodsArray.map(method =>
          this.#member(method, { id, line, type: this.#callType(method) }),
        ),
      };
    }
    if (object instanceof Type) {
      return {
        kind: 'message',
        members: object.fieldsArray.map(field => ({
          ...this.#member(field, { id, line, type: this.#fieldType(field) }),
          number: field.id,
        })),
      };
    }
    const { values = {}, comments = {}, valuesOptions = {} } = object as Enum;
    return {
      kind: 'enum',
      members: Object.entries(values).map(([name, number]) => ({
        id: `${id}.${name}`,
        name,
        number,
        type: [],
        description: comments[name] ?? undefined,
        isDeprecated: valuesOptions[name]?.deprecated === true,
        line: this.#lines.ofMember(name, line),
      })),
    };
  }

  #member(
    member: Method | Field,
    options: { id: string; line: number; type: TypePart[] },
  ): ReferenceMember {
    return {
      id: `${options.id}.${member.name}`,
      name: member.name,
      type: options.type,
      description: member.comment ?? undefined,
      isDeprecated: member.options?.deprecated === true,
      line: this.#lines.ofMember(member.name, options.line),
    };
  }

  #callType(method: Method): TypePart[] {
    return [
      method.requestStream ? '(stream ' : '(',
      this.#link(method.requestType, method.parent),
      method.responseStream ? ') returns (stream ' : ') returns (',
      this.#link(method.responseType, method.parent),
      ')',
    ];
  }

  #fieldType(field: Field): TypePart[] {
    const type = this.#link(field.type, field.parent);
    if (field instanceof MapField) {
      return [`map<${field.keyType}, `, type, '>'];
    }
    return [...this.#labelOf(field), type];
  }

  #labelOf(field: Field): string[] {
    const { partOf, options } = field;
    const { rule } = field.toJSON();
    if (options?.proto3_optional) {
      return ['optional '];
    }
    if (partOf instanceof OneOf) {
      return [`one of ${partOf.name}: `];
    }
    return rule ? [`${rule} `] : [];
  }

  #link(name: string, scope: NamespaceBase | null): TypePart {
    const target = scope?.lookup(name);
    const entryId = target ? this.#ids.get(target) : undefined;
    return entryId ? { text: name, entryId } : name;
  }
}

/** Reads a `.proto` file; imports are named but not followed. */
export function readProtobufReference(text: string): ReadResult<Reference> {
  return attemptRead(() => toReference(readProtobuf(text), text));
}

function toReference(
  { root, packageName }: ProtobufDefinition,
  text: string,
): Reference {
  const entries = new EntryCollector(new SourceLines(text)).collect(
    packageName ? root.lookup(packageName) : root,
  );
  return {
    summary: [syntaxOf(text), packageName && `package ${packageName}`]
      .filter(Boolean)
      .join(', '),
    groups: [
      {
        get title() {
          return t('readProtobufReference.services');
        },
        isEntrance: true,
        entries: ofKind(entries, 'service'),
      },
      {
        get title() {
          return t('readProtobufReference.messages');
        },
        entries: ofKind(entries, 'message'),
      },
      {
        get title() {
          return t('readProtobufReference.enums');
        },
        entries: ofKind(entries, 'enum'),
      },
    ].filter(group => group.entries.length > 0),
  };
}

function syntaxOf(text: string): string {
  const [, edition] = /^\s*edition\s*=\s*["'](\w+)["']/m.exec(text) ?? [];
  const [, syntax] = /^\s*syntax\s*=\s*["'](\w+)["']/m.exec(text) ?? [];
  return edition ? `edition ${edition}` : syntax ?? 'proto2';
}

function ofKind(entries: ReferenceEntry[], kind: string): ReferenceEntry[] {
  return entries.filter(entry => entry.kind === kind);
}
