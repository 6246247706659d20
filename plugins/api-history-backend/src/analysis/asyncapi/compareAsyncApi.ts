import { words } from '../../apiHistoryWords';
import { textOf, valueOf } from '@atrium/api-definitions';
import { isPlainMap, type PlainData, type PlainMap } from '@atrium/common/yaml';
import { ChangeCollector, type ChangeSummary } from '../ChangeCollector';
import { compareServers } from '../compareServers';
import { SchemaComparison } from '../schema/SchemaComparison';
import type { Direction } from '../schema/SchemaVisit';
import { mildSeverityOf } from '../schema/SchemaVisit';
import { hashTree } from '../tree/hashTree';
import type {
  AsyncChannel,
  AsyncMessage,
  AsyncOperation,
} from './AsyncApiDocument';
import { AsyncApiDocument } from './AsyncApiDocument';

interface Context {
  collector: ChangeCollector;
  schemas: SchemaComparison;
}

/** Finds what changed for consumers between two AsyncAPI documents. */
export function compareAsyncApi(roots: {
  before: PlainMap;
  after: PlainMap;
}): ChangeSummary {
  const documents = {
    before: new AsyncApiDocument(roots.before),
    after: new AsyncApiDocument(roots.after),
  };
  const context: Context = {
    collector: new ChangeCollector(),
    schemas: new SchemaComparison({
      before: documents.before.schemas,
      after: documents.after.schemas,
    }),
  };
  const before = documents.before.channels();
  const after = documents.after.channels();
  for (const [key, channel] of before) {
    const successor = after.get(key);
    if (successor) {
      compareChannel(context, { before: channel, after: successor });
    } else {
      const { address } = channel;
      context.collector.add(
        {
          severity: 'breaking',
          rule: 'channel-removed',
          message: words.describe('apiHistory.change.channelRemoved', {
            address,
          }),
        },
        [address],
      );
    }
  }
  for (const [key, { address }] of after) {
    if (!before.has(key)) {
      context.collector.add(
        {
          severity: 'compatible',
          rule: 'channel-added',
          message: words.describe('apiHistory.change.channelAdded', {
            address,
          }),
        },
        [address],
      );
    }
  }
  compareServers(context.collector, {
    before: documents.before.servers(),
    after: documents.after.servers(),
  });
  context.schemas.finish(context.collector);
  return context.collector.finish();
}

function compareChannel(
  context: Context,
  channels: { before: AsyncChannel; after: AsyncChannel },
): void {
  const before = operationsOf(channels.before, channels.after);
  const after = operationsOf(channels.after, channels.before);
  for (const [key, operation] of before) {
    const successor = after.get(key);
    if (successor) {
      compareMessages(context, { before: operation, after: successor });
    } else {
      context.collector.add(
        {
          severity: 'breaking',
          rule: 'operation-removed',
          message: words.describe('apiHistory.change.asyncRemoved', {
            operation: operation.label,
          }),
        },
        [operation.label],
      );
    }
  }
  for (const [key, operation] of after) {
    if (!before.has(key)) {
      context.collector.add(
        {
          severity: 'compatible',
          rule: 'operation-added',
          message: words.describe('apiHistory.change.asyncAdded', {
            operation: operation.label,
          }),
        },
        [operation.label],
      );
    }
  }
}

/**
 * What happens on a channel. Messages without an operation may go either way: they
 * go as they do in the other document, or else both ways.
 */
function operationsOf(
  channel: AsyncChannel,
  other: AsyncChannel,
): Map<string, AsyncOperation> {
  const operations = new Map(channel.operations);
  const messages = channel.undirected;
  if (messages.size > 0) {
    for (const [key, operation] of other.operations) {
      if (!operation.isReply && !operations.has(key)) {
        operations.set(key, { ...operation, messages });
      }
    }
    if (other.undirected.size > 0) {
      const label = channel.address;
      for (const direction of ['request', 'response'] as const) {
        operations.set(`undirected ${direction}`, {
          label,
          direction,
          isReply: false,
          messages,
        });
      }
    }
  }
  return operations;
}

function compareMessages(
  context: Context,
  operations: { before: AsyncOperation; after: AsyncOperation },
): void {
  const { label, direction } = operations.after;
  const before = operations.before.messages;
  const after = operations.after.messages;
  const pairs = matchMessages(before, after);
  const matched = new Set(pairs.flatMap(pair => [pair.before, pair.after]));
  for (const pair of pairs) {
    compareMessage(context, { ...pair, direction, label });
  }
  const removed = [...before.values()].filter(one => !matched.has(one));
  const added = [...after.values()].filter(one => !matched.has(one));
  for (const { name } of removed) {
    context.collector.add(
      {
        severity: 'breaking',
        rule: `${direction}-message-removed`,
        message:
          direction === 'request'
            ? words.describe('apiHistory.change.messageRefused', { name })
            : words.describe('apiHistory.change.messageNotSent', { name }),
        before: name,
      },
      [label],
    );
  }
  for (const { name } of added) {
    context.collector.add(
      {
        severity: mildSeverityOf(direction, 'widened'),
        rule: `${direction}-message-added`,
        message:
          direction === 'request'
            ? words.describe('apiHistory.change.messageAccepted', { name })
            : words.describe('apiHistory.change.messageUnknown', { name }),
        after: name,
      },
      [label],
    );
  }
}

/** The messages that are the same before and after. */
function matchMessages(
  before: ReadonlyMap<string, AsyncMessage>,
  after: ReadonlyMap<string, AsyncMessage>,
): { before: AsyncMessage; after: AsyncMessage }[] {
  const pairs: { before: AsyncMessage; after: AsyncMessage }[] = [];
  for (const [key, message] of before) {
    const successor = after.get(key);
    if (successor) {
      pairs.push({ before: message, after: successor });
    }
  }
  const unnamed = (
    messages: ReadonlyMap<string, AsyncMessage>,
    others: ReadonlyMap<string, AsyncMessage>,
  ) =>
    [...messages]
      .filter(([key, { isNamed }]) => !isNamed && !others.has(key))
      .map(([, message]) => message);
  const removed = unnamed(before, after);
  const added = unnamed(after, before);
  if (removed.length === 1 && added.length === 1) {
    // One without a name in each is most likely the same, changed.
    pairs.push({ before: removed[0], after: added[0] });
  }
  return pairs;
}

interface ComparedMessage {
  before: AsyncMessage;
  after: AsyncMessage;
  direction: Direction;
  label: string;
}

function compareMessage(context: Context, message: ComparedMessage): void {
  const before = message.before.definition;
  const after = message.after.definition;
  const { name } = message.after;
  const location = message.label;
  const type = {
    before: textOf(before, 'contentType'),
    after: textOf(after, 'contentType'),
  };
  if (type.before !== undefined && type.before !== type.after) {
    context.collector.add(
      {
        severity: 'breaking',
        rule: `${message.direction}-content-type-changed`,
        path: name,
        message: words.describe('apiHistory.change.contentTypeChanged', {
          name,
        }),
        ...type,
      },
      [location],
    );
  }
  compareContent(context, 'payload', message);
  compareContent(context, 'headers', message);
}

function compareContent(
  context: Context,
  part: 'payload' | 'headers',
  message: ComparedMessage,
): void {
  const before = contentOf(message.before.definition, part);
  const after = contentOf(message.after.definition, part);
  if (before.isJsonSchema && after.isJsonSchema) {
    if (before.schema !== undefined || after.schema !== undefined) {
      context.schemas.add({
        before: before.schema ?? true,
        after: after.schema ?? true,
        direction: message.direction,
        path: `${part} of ${message.after.name}`,
        location: message.label,
      });
    }
  } else if (before.schema !== undefined || after.schema !== undefined) {
    compareAsEqual(context, message, { before, after });
  }
}

/** Schemas that are no JSON Schema are compared as equal or not. */
function compareAsEqual(
  context: Context,
  { direction, label, after: { name } }: ComparedMessage,
  { before, after }: { before: MessageContent; after: MessageContent },
): void {
  if (before.format !== after.format) {
    context.collector.add(
      {
        severity: 'risky',
        rule: `${direction}-schema-format-changed`,
        path: name,
        message: words.describe('apiHistory.change.schemaFormatChanged', {
          name,
        }),
        before: before.format,
        after: after.format,
      },
      [label],
    );
  } else if (hashContent(before) !== hashContent(after)) {
    context.collector.add(
      {
        severity: 'risky',
        rule: `${direction}-payload-changed`,
        path: name,
        message: words.describe('apiHistory.change.payloadChanged', { name }),
      },
      [label],
    );
  }
}

interface MessageContent {
  schema: PlainData | undefined;
  format: string | undefined;
  isJsonSchema: boolean;
}

function hashContent({ schema }: MessageContent): string | undefined {
  return schema === undefined ? undefined : hashTree(schema);
}

/** Payloads can be Avro, Protobuf and more; the format names the kind. */
function contentOf(
  definition: PlainMap,
  part: 'payload' | 'headers',
): MessageContent {
  const content = valueOf(definition, part);
  // Version 3 puts the format beside the schema, inside the payload or the headers;
  // what version 2 says beside both is about the payload.
  const isWrapped =
    isPlainMap(content) && textOf(content, 'schemaFormat') !== undefined;
  const outer =
    part === 'payload' ? textOf(definition, 'schemaFormat') : undefined;
  const format = isWrapped ? textOf(content, 'schemaFormat') : outer;
  return {
    schema: isWrapped ? valueOf(content, 'schema') : content,
    format,
    isJsonSchema:
      format === undefined || /aai\.asyncapi|schema\+|openapi/.test(format),
  };
}
