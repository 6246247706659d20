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
  /** Whether it answers another operation, of which it has its key. */
  isReply: boolean;
  /** By their names, or by their content where they have none. */
  messages: Map<string, AsyncMessage>;
}

/** A channel by its address. */
export interface AsyncChannel {
  address: string;
  operations: Map<string, AsyncOperation>;
  /** Of version 3, where no operation tells who sends them. */
  undirected: Map<string, AsyncMessage>;
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

  /** By their addresses, without the names of parameters. */
  channels(): Map<string, AsyncChannel> {
    return this.#isVersion2
      ? this.#channelsOfVersion2()
      : this.#channelsOfVersion3();
  }

  /** Where the API is, with the protocol that is spoken there. */
  servers(): Set<string> {
    const servers = Object.values(mapOf(this.root, 'servers')).map(raw => {
      const server = this.#mapAt(raw);
      const address =
        textOf(server, 'url')?.replace(/^[a-z][a-z\d+.-]*:\/\//i, '') ??
        `${textOf(server, 'host') ?? ''}${textOf(server, 'pathname') ?? ''}`;
      const protocol = textOf(server, 'protocol') ?? '';
      return `${protocol.toLocaleLowerCase('en-US')}://${address.replace(
        /\/$/,
        '',
      )}`;
    });
    return new Set(servers);
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
      const channel = channelAt(address, channels);
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
    }
    return channels;
  }

  #channelsOfVersion3(): Map<string, AsyncChannel> {
    const channels = new Map<string, AsyncChannel>();
    const byDefinition = new Map<PlainMap, AsyncChannel>();
    for (const [id, raw] of Object.entries(mapOf(this.root, 'channels'))) {
      const definition = this.#mapAt(raw);
      const address = textOf(definition, 'address') ?? id;
      byDefinition.set(definition, channelAt(address, channels));
    }
    const undirected = new Map(byDefinition);
    for (const [id, raw] of Object.entries(mapOf(this.root, 'operations'))) {
      const operation = this.#mapAt(raw);
      const definition = this.#mapAt(valueOf(operation, 'channel'));
      const channel = byDefinition.get(definition);
      undirected.delete(definition);
      if (channel) {
        const direction =
          textOf(operation, 'action') === 'receive' ? 'request' : 'response';
        this.#addOperation(channel, {
          direction,
          messages: messagesOf(operation, definition),
        });
        const reply = this.#mapAt(valueOf(operation, 'reply'));
        undirected.delete(this.#mapAt(valueOf(reply, 'channel')));
        if (Object.keys(reply).length > 0) {
          this.#addReply(reply, { id, direction, channel, byDefinition });
        }
      }
    }
    for (const [definition, channel] of undirected) {
      const messages = messagesOf({}, definition);
      this.#addMessages(channel.undirected, messages);
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
    this.#addMessages(messages, operation.messages);
    channel.operations.set(key, {
      label: labelOf(channel, operation),
      direction,
      isReply: repliesTo !== undefined,
      messages,
    });
  }

  #addMessages(
    messages: Map<string, AsyncMessage>,
    listed: readonly ListedMessage[],
  ): void {
    for (const one of listed) {
      const message = this.#readMessage(one);
      if (message) {
        messages.set(
          message.isNamed ? message.name : hashTree(message.definition),
          message,
        );
      }
    }
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

/**
 * The channel of an address, of which several descriptions make one. The names of
 * parameters do not tell addresses apart, since nobody ever sends them.
 */
function channelAt(
  address: string,
  channels: Map<string, AsyncChannel>,
): AsyncChannel {
  const key = address.replace(/\{[^{}]*\}/g, '{}');
  const channel = channels.get(key) ?? {
    address,
    operations: new Map(),
    undirected: new Map(),
  };
  channels.set(key, channel);
  return channel;
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
