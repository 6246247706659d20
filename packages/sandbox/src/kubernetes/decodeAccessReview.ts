import { badRequest } from './statusErrors.ts';

/** What every protobuf message of Kubernetes begins with. */
const magic = Buffer.from([0x6b, 0x38, 0x73, 0x00]);

const lengthDelimited = 2;

/**
 * Reads a SelfSubjectAccessReview from JSON or, as kubectl sends it, protobuf.
 *
 * @remarks
 * Only the fields that decide are read; their numbers are those of
 * `authorization/v1/generated.proto`.
 */
export function decodeAccessReview(body: Buffer): unknown {
  if (!body.subarray(0, magic.length).equals(magic)) {
    try {
      return JSON.parse(body.toString('utf8'));
    } catch {
      throw badRequest('the body is not JSON');
    }
  }
  const raw = readFields(body.subarray(magic.length)).get(2);
  const spec = readFields(readFields(raw).get(2));
  const resource = readFields(spec.get(1));
  const nonResource = readFields(spec.get(2));
  const text = (fields: Map<number, Buffer>, number: number) =>
    fields.get(number)?.toString('utf8') ?? '';
  return {
    spec: {
      ...(spec.has(1) && {
        resourceAttributes: {
          namespace: text(resource, 1),
          verb: text(resource, 2),
          group: text(resource, 3),
          version: text(resource, 4),
          resource: text(resource, 5),
          subresource: text(resource, 6),
          name: text(resource, 7),
        },
      }),
      ...(spec.has(2) && {
        nonResourceAttributes: {
          path: text(nonResource, 1),
          verb: text(nonResource, 2),
        },
      }),
    },
  };
}

/** The texts and messages of a protobuf message by their field numbers. */
function readFields(message: Buffer = Buffer.alloc(0)): Map<number, Buffer> {
  const fields = new Map<number, Buffer>();
  let offset = 0;
  const readNumber = () => {
    let value = 0;
    for (let shift = 1; offset < message.length; shift *= 128) {
      const byte = message[offset];
      offset += 1;
      value += (byte % 128) * shift;
      if (byte < 128) {
        return value;
      }
    }
    throw badRequest('the body is not a protobuf message');
  };
  while (offset < message.length) {
    const tag = readNumber();
    const value = readNumber();
    if (tag % 8 === lengthDelimited) {
      fields.set(Math.floor(tag / 8), message.subarray(offset, offset + value));
      offset += value;
    }
  }
  return fields;
}
