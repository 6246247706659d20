import { mapOf, textOf } from '@atrium/api-definitions';
import type { Field, Method, NamespaceBase } from 'protobufjs';
import { Enum, MapField, Namespace, Service, Type } from 'protobufjs';
import { Reservation } from './Reservation';
import { TypeNames } from './TypeNames';

/** A field of a message, in the words that the wire depends on. */
export interface ProtobufField {
  name: string;
  /** As JSON writes it. */
  jsonName: string;
  number: number;
  type: string;
  /** `repeated` or `required`; undefined for a single value. */
  label: string | undefined;
  oneof: string | undefined;
}

/** A message with its fields by number. */
export interface ProtobufMessage {
  fields: Map<number, ProtobufField>;
  reserved: Reservation;
}

/** An enum with the numbers of its values. */
export interface ProtobufEnum {
  values: Map<string, number>;
  reserved: Reservation;
}

/** A call of a service. */
export interface ProtobufMethod {
  request: string;
  response: string;
}

/** What a `.proto` file declares, by names relative to its package. */
export interface ProtobufFile {
  packageName: string;
  services: Map<string, Map<string, ProtobufMethod>>;
  messages: Map<string, ProtobufMessage>;
  enums: Map<string, ProtobufEnum>;
}

/** Collects what a parsed file declares. */
export function toProtobufFile(
  root: NamespaceBase,
  packageName: string,
): ProtobufFile {
  const file: ProtobufFile = {
    packageName,
    services: new Map(),
    messages: new Map(),
    enums: new Map(),
  };
  const objects = listDeclared(root);
  const names = new TypeNames(
    objects.map(({ fullName }) => fullName),
    packageName,
  );
  for (const object of objects) {
    const name = names.shorten(object.fullName);
    if (object instanceof Enum) {
      file.enums.set(name, {
        values: new Map(Object.entries(object.values)),
        reserved: new Reservation(object.reserved),
      });
    } else if (object instanceof Service) {
      file.services.set(name, methodsOf(object, names));
    } else {
      file.messages.set(name, toMessage(object, names));
    }
  }
  return file;
}

function listDeclared(root: NamespaceBase): (Enum | Service | Type)[] {
  const declared: (Enum | Service | Type)[] = [];
  const pending: NamespaceBase[] = [root];
  for (const namespace of pending) {
    for (const object of namespace.nestedArray) {
      if (object instanceof Enum || object instanceof Service) {
        declared.push(object);
      } else if (object instanceof Type) {
        declared.push(object);
        pending.push(object);
      } else if (object instanceof Namespace) {
        pending.push(object);
      }
    }
  }
  return declared;
}

function methodsOf(
  service: Service,
  names: TypeNames,
): Map<string, ProtobufMethod> {
  return new Map(
    service.methodsArray.map((method: Method) => [
      method.name,
      {
        request: withStream(
          names.resolve(method.requestType, service),
          method.requestStream,
        ),
        response: withStream(
          names.resolve(method.responseType, service),
          method.responseStream,
        ),
      },
    ]),
  );
}

function withStream(type: string, isStream: boolean | undefined): string {
  return isStream ? `stream ${type}` : type;
}

function toMessage(type: Type, names: TypeNames): ProtobufMessage {
  return {
    fields: new Map(
      type.fieldsArray.map(field => [
        field.id,
        toField(field, names.resolve(field.type, type)),
      ]),
    ),
    reserved: new Reservation(type.reserved),
  };
}

function toField(field: Field, type: string): ProtobufField {
  return {
    name: field.name,
    jsonName: textOf(field.options, 'json_name') ?? toJsonName(field.name),
    number: field.id,
    type: field instanceof MapField ? `map<${field.keyType}, ${type}>` : type,
    label: labelOf(field),
    // A field that may be absent is a oneof of its own, which nobody wrote.
    oneof: field.partOf?.isProto3Optional ? undefined : field.partOf?.name,
  };
}

/** As the specification derives it, where the file names no other. */
function toJsonName(name: string): string {
  return name.replace(/_+(.?)/g, (_, letter: string) =>
    letter.toLocaleUpperCase('en-US'),
  );
}

function labelOf(field: Field): string | undefined {
  if (field.repeated) {
    return 'repeated';
  }
  return isRequired(field) ? 'required' : undefined;
}

/**
 * As the file writes it: the parser's own answer is false until everything that
 * the file names is resolved, for which its imports are missing. Editions allow
 * no default of this kind for a file or a message.
 */
function isRequired(field: Field): boolean {
  const features = mapOf(field.options, 'features');
  return (
    field.toJSON().rule === 'required' ||
    textOf(features, 'field_presence') === 'LEGACY_REQUIRED'
  );
}
