import { mapOf, textOf } from '@atrium/api-definitions';
import type { Enum, Field, Method, NamespaceBase, Type } from 'protobufjs';
import {
  Enum as ProtobufEnum,
  MapField,
  Namespace,
  Service,
  Type as ProtobufType,
} from 'protobufjs';

/** A field of a message, in the words that the wire depends on. */
export interface ProtobufField {
  name: string;
  number: number;
  type: string;
  /** `repeated` or `required`; undefined for a single value. */
  label: string | undefined;
  oneof: string | undefined;
}

/** A message with its fields by number. */
export interface ProtobufMessage {
  fields: Map<number, ProtobufField>;
  isReserved(number: number): boolean;
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
  enums: Map<string, Map<string, number>>;
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
  const pending: NamespaceBase[] = [root];
  for (const namespace of pending) {
    for (const object of namespace.nestedArray) {
      const name = relative(object.fullName, packageName);
      if (object instanceof ProtobufEnum) {
        file.enums.set(name, valuesOf(object));
      } else if (object instanceof Service) {
        file.services.set(name, methodsOf(object, packageName));
      } else if (object instanceof ProtobufType) {
        file.messages.set(name, toMessage(object, packageName));
        pending.push(object);
      } else if (object instanceof Namespace) {
        pending.push(object);
      }
    }
  }
  return file;
}

function valuesOf(declared: Enum): Map<string, number> {
  return new Map(Object.entries(declared.values));
}

function methodsOf(
  service: Service,
  packageName: string,
): Map<string, ProtobufMethod> {
  return new Map(
    service.methodsArray.map((method: Method) => [
      method.name,
      {
        request: withStream(
          relative(method.requestType, packageName),
          method.requestStream,
        ),
        response: withStream(
          relative(method.responseType, packageName),
          method.responseStream,
        ),
      },
    ]),
  );
}

function withStream(type: string, isStream: boolean | undefined): string {
  return isStream ? `stream ${type}` : type;
}

function toMessage(type: Type, packageName: string): ProtobufMessage {
  return {
    fields: new Map(
      type.fieldsArray.map(field => [field.id, toField(field, packageName)]),
    ),
    // The parser keeps both ends of a range; its own check leaves out the last.
    isReserved: number =>
      (type.reserved ?? []).some(
        range =>
          Array.isArray(range) && range[0] <= number && number <= range[1],
      ),
  };
}

function toField(field: Field, packageName: string): ProtobufField {
  const type = relative(field.type, packageName);
  return {
    name: field.name,
    number: field.id,
    type: field instanceof MapField ? `map<${field.keyType}, ${type}>` : type,
    label: labelOf(field),
    // A field that may be absent is a oneof of its own, which nobody wrote.
    oneof: field.partOf?.isProto3Optional ? undefined : field.partOf?.name,
  };
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

function relative(name: string, packageName: string): string {
  const full = name.startsWith('.') ? name.slice(1) : name;
  const prefix = `${packageName}.`;
  return packageName !== '' && full.startsWith(prefix)
    ? full.slice(prefix.length)
    : full;
}
