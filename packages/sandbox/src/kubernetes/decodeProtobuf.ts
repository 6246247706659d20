import { readFile } from 'node:fs/promises';
import { fixturePath } from '../readFixture.ts';
import { isObject } from './mergeKeys.ts';
import type { Json, JsonObject } from './mergeKeys.ts';
import { badRequest, unsupportedMediaType } from './statusErrors.ts';

export const protobufType = 'application/vnd.kubernetes.protobuf';

/** What every protobuf message of Kubernetes begins with. */
const magic = Buffer.from([0x6b, 0x38, 0x73, 0x00]);

/** @throws StatusError with code 415 for kinds that are read from JSON only. */
export async function decodeProtobuf(body: Buffer): Promise<JsonObject> {
  if (!body.subarray(0, magic.length).equals(magic)) {
    throw badRequest('the body is not a protobuf message');
  }
  const root = await readMessages();
  const decode = (kind: string, message: Uint8Array) => {
    const type = root.lookupType(kind);
    try {
      return type.toObject(type.decode(message));
    } catch {
      throw badRequest('the body is not a protobuf message');
    }
  };
  const { typeMeta, raw } = decode('Unknown', body.subarray(magic.length));
  if (!root.get(typeMeta.kind)) {
    throw unsupportedMediaType(protobufType);
  }
  return { ...typeMeta, ...withoutEmptyTexts(decode(typeMeta.kind, raw)) };
}

/** Read when somebody sends protobuf, which only few commands of kubectl do. */
async function readMessages() {
  const { default: protobuf } = await import('protobufjs');
  const text = await readFile(fixturePath('kubernetes/messages.proto'), 'utf8');
  return protobuf.parse(text).root;
}

/** Clients write fields that they leave empty, which JSON would not have. */
function withoutEmptyTexts(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([, value]) => value !== '')
      .map(([field, value]) => [field, withoutEmptyTextsInside(value)]),
  );
}

function withoutEmptyTextsInside(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) {
    return value.map(item => (isObject(item) ? withoutEmptyTexts(item) : item));
  }
  return isObject(value) ? withoutEmptyTexts(value) : value;
}
