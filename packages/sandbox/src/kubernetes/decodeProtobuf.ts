import type { Json, JsonObject } from './mergeKeys.ts';
import { badRequest, unsupportedMediaType } from './statusErrors.ts';

/** Names and types of the fields of a message, by number. */
interface Message {
  [number: number]: [name: string, type: FieldType];
}

/** A list is one of messages that the field repeats. */
type FieldType = 'text' | 'texts' | 'textMap' | 'number' | Message | [Message];

export const protobufType = 'application/vnd.kubernetes.protobuf';

/** What every protobuf message of Kubernetes begins with. */
const magic = Buffer.from([0x6b, 0x38, 0x73, 0x00]);

const unknown: Message = {
  1: ['typeMeta', { 1: ['apiVersion', 'text'], 2: ['kind', 'text'] }],
};
const entry: Message = { 1: ['key', 'text'], 2: ['value', 'text'] };
const metadata: Message = {
  1: ['name', 'text'],
  2: ['generateName', 'text'],
  3: ['namespace', 'text'],
  11: ['labels', 'textMap'],
  12: ['annotations', 'textMap'],
};
const container: Message = {
  1: ['name', 'text'],
  2: ['image', 'text'],
  3: ['command', 'texts'],
  4: ['args', 'texts'],
  6: [
    'ports',
    [
      {
        1: ['name', 'text'],
        3: ['containerPort', 'number'],
        4: ['protocol', 'text'],
      },
    ],
  ],
  7: ['env', [{ 1: ['name', 'text'], 2: ['value', 'text'] }]],
};
const template: Message = {
  1: ['metadata', metadata],
  2: ['spec', { 2: ['containers', [container]], 3: ['restartPolicy', 'text'] }],
};
const job: Message = {
  1: ['metadata', metadata],
  2: ['spec', { 6: ['template', template] }],
};

/**
 * The kinds that `kubectl create` and `kubectl auth` send as protobuf, with the
 * fields that they fill in; numbers are those of the `generated.proto` files.
 */
const kinds: Record<string, Message> = {
  ConfigMap: { 1: ['metadata', metadata], 2: ['data', 'textMap'] },
  CronJob: {
    1: ['metadata', metadata],
    2: ['spec', { 1: ['schedule', 'text'], 5: ['jobTemplate', job] }],
  },
  Deployment: {
    1: ['metadata', metadata],
    2: [
      'spec',
      {
        1: ['replicas', 'number'],
        2: ['selector', { 1: ['matchLabels', 'textMap'] }],
        3: ['template', template],
      },
    ],
  },
  Job: job,
  Namespace: { 1: ['metadata', metadata] },
  SelfSubjectAccessReview: {
    2: [
      'spec',
      {
        1: [
          'resourceAttributes',
          {
            1: ['namespace', 'text'],
            2: ['verb', 'text'],
            3: ['group', 'text'],
            4: ['version', 'text'],
            5: ['resource', 'text'],
            6: ['subresource', 'text'],
            7: ['name', 'text'],
          },
        ],
        2: [
          'nonResourceAttributes',
          { 1: ['path', 'text'], 2: ['verb', 'text'] },
        ],
      },
    ],
  },
  SelfSubjectReview: {},
  SelfSubjectRulesReview: {},
  Service: {
    1: ['metadata', metadata],
    2: [
      'spec',
      {
        1: [
          'ports',
          [
            {
              1: ['name', 'text'],
              2: ['protocol', 'text'],
              3: ['port', 'number'],
            },
          ],
        ],
        2: ['selector', 'textMap'],
        4: ['type', 'text'],
      },
    ],
  },
  ServiceAccount: { 1: ['metadata', metadata] },
};

/** @throws StatusError with code 415 for kinds that are read from JSON only. */
export function decodeProtobuf(body: Buffer): JsonObject {
  if (!body.subarray(0, magic.length).equals(magic)) {
    throw badRequest('the body is not a protobuf message');
  }
  const envelope = body.subarray(magic.length);
  const { typeMeta } = decode(envelope, unknown);
  const type =
    typeMeta instanceof Object && !Array.isArray(typeMeta) ? typeMeta : {};
  const kind = String(type.kind);
  if (!Object.hasOwn(kinds, kind)) {
    throw unsupportedMediaType(protobufType);
  }
  const { raw } = decode(envelope, { 2: ['raw', kinds[kind]] });
  return { ...type, ...(raw instanceof Object && !Array.isArray(raw) && raw) };
}

function decode(message: Buffer, fields: Message): JsonObject {
  const result: JsonObject = {};
  for (const [number, value] of readFields(message)) {
    const [name, type] = fields[number] ?? [];
    if (name && type) {
      const decoded = decodeField(value, type, result[name]);
      if (decoded !== '') {
        result[name] = decoded;
      }
    }
  }
  return result;
}

/** Fields that repeat add to what is there. */
function decodeField(
  value: Buffer | number,
  type: FieldType,
  present: Json | undefined,
): Json {
  if (typeof value === 'number' || type === 'number') {
    return Number(value);
  }
  const list = Array.isArray(present) ? present : [];
  switch (type) {
    case 'text':
      return value.toString('utf8');
    case 'texts':
      return [...list, value.toString('utf8')];
    case 'textMap': {
      const { key = '', value: text = '' } = decode(value, entry);
      return {
        ...(present instanceof Object && !Array.isArray(present) && present),
        [String(key)]: text,
      };
    }
    default:
      return Array.isArray(type)
        ? [...list, decode(value, type[0])]
        : decode(value, type);
  }
}

/** Numbers, and the bytes of everything else, with their field numbers. */
function* readFields(message: Buffer): Generator<[number, Buffer | number]> {
  let offset = 0;
  const readNumber = () => {
    let value = 0;
    for (let factor = 1; offset < message.length; factor *= 128) {
      const byte = message[offset];
      offset += 1;
      value += (byte % 128) * factor;
      if (byte < 128) {
        return value;
      }
    }
    throw badRequest('the body is not a protobuf message');
  };
  while (offset < message.length) {
    const tag = readNumber();
    const value = readNumber();
    const number = Math.floor(tag / 8);
    switch (tag % 8) {
      case 0:
        yield [number, value];
        break;
      case 2:
        yield [number, message.subarray(offset, offset + value)];
        offset += value;
        break;
      default:
        throw badRequest('the body is not a protobuf message');
    }
  }
}
