import type { MessageDescriptor } from '@atrium/common';
import { words } from '../../apiHistoryWords';
import type { ChangeSeverity } from '@atrium/plugin-api-history-common';
import { ChangeCollector, type ChangeSummary } from '../ChangeCollector';
import type {
  ProtobufField,
  ProtobufFile,
  ProtobufMessage,
  ProtobufMethod,
} from './ProtobufFile';

/** Types whose values are written to the wire alike, within their ranges. */
const WIRE_FAMILIES = [
  ['int32', 'uint32', 'int64', 'uint64', 'bool'],
  ['sint32', 'sint64'],
  ['fixed32', 'sfixed32'],
  ['fixed64', 'sfixed64'],
  ['string', 'bytes'],
];

interface Comparison<T> {
  before: T;
  after: T;
  collector: ChangeCollector;
}

/** Finds what changed for consumers between two `.proto` files. */
export function compareProtobuf(files: {
  before: ProtobufFile;
  after: ProtobufFile;
}): ChangeSummary {
  const collector = new ChangeCollector();
  const { before, after } = files;
  if (before.packageName !== after.packageName) {
    collector.add({
      severity: 'breaking',
      rule: 'package-changed',
      message: words.describe('apiHistory.change.packageChanged'),
      before: before.packageName,
      after: after.packageName,
    });
  }
  compareServices({
    before: before.services,
    after: after.services,
    collector,
  });
  compareMessages({
    before: before.messages,
    after: after.messages,
    collector,
  });
  compareEnums({ before: before.enums, after: after.enums, collector });
  return collector.finish();
}

function reportNames(
  { before, after, collector }: Comparison<ReadonlyMap<string, unknown>>,
  what: {
    rule: 'service' | 'method' | 'message' | 'enum';
    prefix?: string;
  },
): void {
  const prefix = what.prefix ?? '';
  for (const name of before.keys()) {
    if (!after.has(name)) {
      collector.add(
        {
          severity: 'breaking',
          rule: `${what.rule}-removed`,
          message: words.describe(`apiHistory.change.${what.rule}.removed`, {
            name,
          }),
          before: name,
        },
        [prefix + name],
      );
    }
  }
  for (const name of after.keys()) {
    if (!before.has(name)) {
      collector.add(
        {
          severity: 'compatible',
          rule: `${what.rule}-added`,
          message: words.describe(`apiHistory.change.${what.rule}.added`, {
            name,
          }),
          after: name,
        },
        [prefix + name],
      );
    }
  }
}

function compareServices(services: Comparison<ProtobufFile['services']>): void {
  const { collector } = services;
  reportNames(services, { rule: 'service' });
  for (const [service, before] of services.before) {
    const after = services.after.get(service);
    if (after) {
      reportNames(
        { before, after, collector },
        { rule: 'method', prefix: `${service}.` },
      );
      for (const [name, method] of before) {
        const successor = after.get(name);
        if (successor) {
          compareMethod(
            { before: method, after: successor, collector },
            `${service}.${name}`,
          );
        }
      }
    }
  }
}

function compareMethod(
  { before, after, collector }: Comparison<ProtobufMethod>,
  location: string,
): void {
  for (const part of ['request', 'response'] as const) {
    if (before[part] !== after[part]) {
      collector.add(
        {
          severity: 'breaking',
          rule: `method-${part}-changed`,
          path: part,
          message: words.describe(`apiHistory.change.methodPart.${part}`, {
            from: before[part],
            to: after[part],
          }),
          before: before[part],
          after: after[part],
        },
        [location],
      );
    }
  }
}

function compareMessages(messages: Comparison<ProtobufFile['messages']>): void {
  const { collector } = messages;
  reportNames(messages, { rule: 'message' });
  for (const [name, before] of messages.before) {
    const after = messages.after.get(name);
    if (after) {
      compareFields({ before, after, collector }, name);
    }
  }
}

function compareFields(
  { before, after, collector }: Comparison<ProtobufMessage>,
  message: string,
): void {
  for (const [number, field] of before.fields) {
    const successor = after.fields.get(number);
    if (successor) {
      compareField({ before: field, after: successor, collector }, message);
      continue;
    }
    collector.add(
      {
        severity: 'breaking',
        rule: 'field-removed',
        path: `${message}.${field.name}`,
        message: after.isReserved(number)
          ? words.describe('apiHistory.change.fieldRemoved', {
              name: field.name,
            })
          : words.describe('apiHistory.change.fieldRemovedUnreserved', {
              name: field.name,
              number: String(number),
            }),
        before: `${field.name} = ${number}`,
      },
      [message],
    );
  }
  for (const [number, field] of after.fields) {
    if (!before.fields.has(number)) {
      const isRequired = field.label === 'required';
      collector.add(
        {
          severity: isRequired ? 'breaking' : 'compatible',
          rule: isRequired ? 'field-required' : 'field-added',
          path: `${message}.${field.name}`,
          message: isRequired
            ? words.describe('apiHistory.change.fieldRequired', {
                name: field.name,
              })
            : words.describe('apiHistory.change.fieldAdded', {
                name: field.name,
              }),
          after: `${field.name} = ${number}`,
        },
        [message],
      );
    }
  }
}

function compareField(
  { before, after, collector }: Comparison<ProtobufField>,
  message: string,
): void {
  const path = `${message}.${after.name}`;
  const report = (change: {
    severity: ChangeSeverity;
    rule: string;
    message: MessageDescriptor;
    before: string;
    after: string;
  }) => collector.add({ ...change, path }, [message]);
  if (before.name !== after.name) {
    report({
      severity: 'risky',
      rule: 'field-renamed',
      message: words.describe('apiHistory.change.fieldRenamed', {
        number: String(before.number),
        name: after.name,
      }),
      before: before.name,
      after: after.name,
    });
  }
  if (before.type !== after.type) {
    const isCompatible = WIRE_FAMILIES.some(
      family => family.includes(before.type) && family.includes(after.type),
    );
    report({
      severity: isCompatible ? 'risky' : 'breaking',
      rule: 'field-type-changed',
      message: isCompatible
        ? words.describe('apiHistory.change.fieldTypeAlike', {
            name: after.name,
            from: before.type,
            to: after.type,
          })
        : words.describe('apiHistory.change.fieldType', {
            name: after.name,
            from: before.type,
            to: after.type,
          }),
      before: before.type,
      after: after.type,
    });
  }
  if (before.label !== after.label) {
    report({
      severity: 'breaking',
      rule: 'field-label-changed',
      message: words.describe('apiHistory.change.fieldLabel', {
        name: after.name,
        from: before.label ?? 'single',
        to: after.label ?? 'single',
      }),
      before: before.label ?? 'single',
      after: after.label ?? 'single',
    });
  }
  if (before.oneof !== after.oneof) {
    report({
      severity: 'breaking',
      rule: 'field-oneof-changed',
      message: words.describe('apiHistory.change.fieldOneof', {
        name: after.name,
      }),
      before: before.oneof ?? 'none',
      after: after.oneof ?? 'none',
    });
  }
}

function compareEnums(enums: Comparison<ProtobufFile['enums']>): void {
  const { collector } = enums;
  reportNames(enums, { rule: 'enum' });
  for (const [name, before] of enums.before) {
    const after = enums.after.get(name);
    if (!after) {
      continue;
    }
    for (const [value, number] of before) {
      const successor = after.get(value);
      if (successor !== number) {
        collector.add(
          {
            severity: 'breaking',
            rule:
              successor === undefined
                ? 'enum-value-removed'
                : 'enum-value-changed',
            path: `${name}.${value}`,
            message:
              successor === undefined
                ? words.describe('apiHistory.change.enumValueRemoved', {
                    value,
                  })
                : words.describe('apiHistory.change.enumValueNumber', {
                    value,
                    from: String(number),
                    to: String(successor),
                  }),
            before: String(number),
            after: successor?.toString(),
          },
          [name],
        );
      }
    }
    for (const [value, number] of after) {
      if (!before.has(value)) {
        collector.add(
          {
            // Old readers see it as a number that they have no name for.
            severity: 'risky',
            rule: 'enum-value-added',
            path: `${name}.${value}`,
            message: words.describe('apiHistory.change.enumValueAdded', {
              value,
            }),
            after: String(number),
          },
          [name],
        );
      }
    }
  }
}
