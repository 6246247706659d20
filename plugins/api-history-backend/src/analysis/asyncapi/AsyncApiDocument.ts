import {
  listOf,
  mapOf,
  RefResolver,
  textOf,
  valueOf,
} from '@atrium/api-definitions';
import { isPlainMap, type PlainData, type PlainMap } from '@atrium/common/yaml';
import { SchemaReader } from '../schema/SchemaReader';
import type { Direction } from '../schema/SchemaVisit';
import { hashTree } from '../tree/hashTree';
import { applyTraits } from './applyTraits';

/** A message by the name that consumers know it by. */
export interface AsyncMessage {
  name: string;
  /** Whether the document names it; one that it does not is known by its content. */
  isNamed: boolean;
  /** With what its traits and the defaults of the document say. */
  definition: PlainMap;
}

/** What happens on a channel, seen from the consumer. */
export interface AsyncOperation {
  /** Such as `receive from orders.created`. */
  label: string;
  /** `request` where consumers send, `response` where they receive. */
  direction: Direction;
  /** By their names, or by their content where they have none. */
  messages: Map<string, AsyncMessage>;
}

/** A channel by its address. */
export interface AsyncChannel {
  address: string;
  operations: Map<string, AsyncOperation>;
}

/** A message as a document lists it. */
interface ListedMessage {
  /** What it is listed as, where that is a name. */
  id?: string;
  raw: PlainData | undefined;
}

/** Channels of version 3 by what operations refer to. */
type ChannelsByDefinition = ReadonlyMap<PlainMap, AsyncChannel>;

/** Version 2 or 3 of AsyncAPI, read into the same words. */
export class AsyncApiDocument {
  readonly root: PlainMap;
  readonly schemas: SchemaReader;
  readonly #resolver: RefResolver;

  constructor(root: PlainMap) {
    this.root = root;
    this.#resolver = new RefResolver(root);
    this.schemas = new SchemaReader({
      resolver: this.#resolver,
      hasRefSiblings: true,
    });
  }

  channels(): Map<string, AsyncChannel> {
    return this.#isVersion2
      ? this.#channelsOfVersion2()
      : this.#channelsOfVersion3();
  }

  get #isVersion2(): boolean {
    return String(valueOf(this.root, 'asyncapi')).startsWith('2.');
  }

  #mapAt(value: PlainData | undefined): PlainMap {
    const resolved = this.#resolver.resolve(value).value;
    return isPlainMap(resolved) ? resolved : {};
  }

  #channelsOfVersion2(): Map<string, AsyncChannel> {
    const channels = new Map<string, AsyncChannel>();
    for (const [address, raw] of Object.entries(mapOf(this.root, 'channels'))) {
      const definition = this.#mapAt(raw);
      const channel: AsyncChannel = { address, operations: new Map() };
      // Version 2 is written from the view of the other side: what a consumer
      // may publish stands under `publish`.
      for (const [key, direction] of [
        ['publish', 'request'],
        ['subscribe', 'response'],
      ] as const) {
        const operation = valueOf(definition, key);
        if (isPlainMap(operation)) {
          const message = valueOf(operation, 'message');
          const choices = listOf(message, 'oneOf');
          this.#addOperation(channel, {
            direction,
            messages: (choices.length > 0 ? choices : [message]).map(one => ({
              raw: one,
            })),
          });
        }
      }
      channels.set(address, channel);
    }
    return channels;
  }

  #channelsOfVersion3(): Map<string, AsyncChannel> {
    const channels = new Map<string, AsyncChannel>();
    const byDefinition = new Map<PlainMap, AsyncChannel>();
    for (const [id, raw] of Object.entries(mapOf(this.root, 'channels'))) {
      const definition = this.#mapAt(raw);
      const address = textOf(definition, 'address') ?? id;
      // Several channels may describe what is sent to one address.
      const channel: AsyncChannel = channels.get(address) ?? {
        address,
        operations: new Map(),
      };
      channels.set(address, channel);
      byDefinition.set(definition, channel);
    }
    for (const [id, raw] of Object.entries(mapOf(this.root, 'operations'))) {
      const operation = this.#mapAt(raw);
      const definition = this.#mapAt(valueOf(operation, 'channel'));
      const channel = byDefinition.get(definition);
      if (channel) {
        const direction =
          textOf(operation, 'action') === 'receive' ? 'request' : 'response';
        this.#addOperation(channel, {
          direction,
          messages: messagesOf(operation, definition),
        });
        const reply = this.#mapAt(valueOf(operation, 'reply'));
        if (Object.keys(reply).length > 0) {
          this.#addReply(reply, { id, direction, channel, byDefinition });
        }
      }
    }
    return channels;
  }

  /** The answer to an operation goes the other way. */
  #addReply(
    reply: PlainMap,
    operation: {
      id: string;
      direction: Direction;
      channel: AsyncChannel;
      byDefinition: ChannelsByDefinition;
    },
  ): void {
    const definition = this.#mapAt(valueOf(reply, 'channel'));
    const direction =
      operation.direction === 'request' ? 'response' : 'request';
    const messages = messagesOf(reply, definition);
    const channel = operation.byDefinition.get(definition);
    if (channel && textOf(definition, 'address') !== undefined) {
      this.#addOperation(channel, { direction, messages });
    } else {
      // Whoever asks says where to, so it is known by what it answers.
      this.#addOperation(operation.channel, {
        direction,
        messages,
        repliesTo: operation.id,
      });
    }
  }

  #addOperation(
    channel: AsyncChannel,
    operation: {
      direction: Direction;
      messages: ListedMessage[];
      repliesTo?: string;
    },
  ): void {
    const { direction, repliesTo } = operation;
    const key = repliesTo === undefined ? direction : `reply to ${repliesTo}`;
    const messages = new Map(channel.operations.get(key)?.messages);
    for (const listed of operation.messages) {
      const message = this.#readMessage(listed);
      if (message) {
        messages.set(
          message.isNamed ? message.name : hashTree(message.definition),
          message,
        );
      }
    }
    channel.operations.set(key, {
      label: labelOf(channel, operation),
      direction,
      messages,
    });
  }

  #readMessage({ id, raw }: ListedMessage): AsyncMessage | undefined {
    const resolved = this.#resolver.resolve(raw);
    if (!isPlainMap(resolved.value)) {
      return undefined;
    }
    const message = applyTraits(resolved.value, {
      isVersion2: this.#isVersion2,
      resolve: trait => this.#resolver.resolve(trait).value,
    });
    const name =
      textOf(message, 'name') ??
      textOf(message, 'messageId') ??
      resolved.name ??
      id ??
      textOf(message, 'title');
    const contentType =
      textOf(message, 'contentType') ?? textOf(this.root, 'defaultContentType');
    return {
      name: name ?? 'message',
      isNamed: name !== undefined,
      definition:
        contentType === undefined ? message : { ...message, contentType },
    };
  }
}

/** The messages that an operation or a reply names, or else all of its channel. */
function messagesOf(operation: PlainMap, channel: PlainMap): ListedMessage[] {
  const chosen = listOf(operation, 'messages');
  return chosen.length > 0
    ? chosen.map(raw => ({ raw }))
    : Object.entries(mapOf(channel, 'messages')).map(([id, raw]) => ({
        id,
        raw,
      }));
}

function labelOf(
  { address }: AsyncChannel,
  operation: { direction: Direction; repliesTo?: string },
): string {
  const isRequest = operation.direction === 'request';
  if (operation.repliesTo !== undefined) {
    return `${isRequest ? 'send' : 'receive'} reply to ${operation.repliesTo}`;
  }
  return isRequest ? `send to ${address}` : `receive from ${address}`;
}
