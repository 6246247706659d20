import type { MessageDescriptor } from '@atrium/common';
import { words } from '../../apiHistoryWords';
import type { ChangeSeverity } from '@atrium/plugin-api-history-common';
import {
  ChangeCollector,
  type ChangeSummary,
  type Finding,
} from '../ChangeCollector';
import { compareEnums } from './compareEnums';
import { compareReservations } from './compareReservations';
import type {
  ProtobufField,
  ProtobufFile,
  ProtobufMessage,
  ProtobufMethod,
} from './ProtobufFile';
import { type Comparison, reportNames } from './reportNames';

/** Types whose values are written to the wire alike, within their ranges. */
const WIRE_FAMILIES = [
  ['int32', 'uint32', 'int64', 'uint64', 'bool'],
  ['sint32', 'sint64'],
  ['fixed32', 'sfixed32'],
  ['fixed64', 'sfixed64'],
  ['string', 'bytes'],
];

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
        message: after.reserved.includes(number)
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
      collector.add(
        {
          ...judgeAddedField(field, before),
          path: `${message}.${field.name}`,
          after: `${field.name} = ${number}`,
        },
        [message],
      );
    }
  }
  compareReservations(
    { before: before.reserved, after: after.reserved, collector },
    { location: message, takenNumbers: after.fields.keys() },
  );
}

function judgeAddedField(
  { name, number, label }: ProtobufField,
  before: ProtobufMessage,
): Pick<Finding, 'severity' | 'rule' | 'message'> {
  if (before.reserved.includes(number)) {
    return {
      severity: 'breaking',
      rule: 'field-number-reused',
      message: words.describe('apiHistory.change.fieldNumberReused', {
        name,
        number: String(number),
      }),
    };
  }
  return label === 'required'
    ? {
        severity: 'breaking',
        rule: 'field-required',
        message: words.describe('apiHistory.change.fieldRequired', { name }),
      }
    : {
        severity: 'compatible',
        rule: 'field-added',
        message: words.describe('apiHistory.change.fieldAdded', { name }),
      };
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
  } else if (before.jsonName !== after.jsonName) {
    report({
      severity: 'risky',
      rule: 'field-json-name-changed',
      message: words.describe('apiHistory.change.fieldJsonName', {
        name: after.name,
        from: before.jsonName,
        to: after.jsonName,
      }),
      before: before.jsonName,
      after: after.jsonName,
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
