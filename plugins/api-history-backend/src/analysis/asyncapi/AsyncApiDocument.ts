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

/** A message by the name that consumers know it by. */
export interface AsyncMessage {
  name: string;
  definition: PlainMap;
}

/** What happens on a channel, seen from the consumer. */
export interface AsyncOperation {
  /** Such as `receive from orders.created`. */
  label: string;
  /** `request` where consumers send, `response` where they receive. */
  direction: Direction;
  messages: Map<string, AsyncMessage>;
}

/** A channel by its address. */
export interface AsyncChannel {
  address: string;
  operations: Map<string, AsyncOperation>;
}

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
    return String(valueOf(this.root, 'asyncapi')).startsWith('2.')
      ? this.#channelsOfVersion2()
      : this.#channelsOfVersion3();
  }

  #mapAt(value: PlainData | undefined): PlainMap {
    const resolved = this.#resolver.resolve(value).value;
    return isPlainMap(resolved) ? resolved : {};
  }

  #channelsOfVersion2(): Map<string, AsyncChannel> {
    const channels = new Map<string, AsyncChannel>();
    for (const [address, raw] of Object.entries(mapOf(this.root, 'channels'))) {
      const channel = this.#mapAt(raw);
      const operations = new Map<string, AsyncOperation>();
      // Version 2 is written from the view of the other side: what a consumer
      // may publish stands under `publish`.
      for (const [key, direction] of [
        ['publish', 'request'],
        ['subscribe', 'response'],
      ] as const) {
        const operation = valueOf(channel, key);
        if (isPlainMap(operation)) {
          const message = valueOf(operation, 'message');
          const choices = listOf(message, 'oneOf');
          operations.set(
            direction,
            this.#toOperation(address, {
              direction,
              messages: choices.length > 0 ? choices : [message],
            }),
          );
        }
      }
      channels.set(address, { address, operations });
    }
    return channels;
  }

  #channelsOfVersion3(): Map<string, AsyncChannel> {
    const channels = new Map<string, AsyncChannel>();
    const addresses = new Map<PlainMap, AsyncChannel>();
    for (const [id, raw] of Object.entries(mapOf(this.root, 'channels'))) {
      const definition = this.#mapAt(raw);
      const address = textOf(definition, 'address') ?? id;
      const channel = { address, operations: new Map() };
      channels.set(address, channel);
      addresses.set(definition, channel);
    }
    for (const raw of Object.values(mapOf(this.root, 'operations'))) {
      const operation = this.#mapAt(raw);
      const definition = this.#mapAt(valueOf(operation, 'channel'));
      const channel = addresses.get(definition);
      if (channel) {
        const direction =
          textOf(operation, 'action') === 'receive' ? 'request' : 'response';
        const chosen = listOf(operation, 'messages');
        const added = this.#toOperation(channel.address, {
          direction,
          messages:
            chosen.length > 0
              ? chosen
              : Object.values(mapOf(definition, 'messages')),
        });
        const known = channel.operations.get(direction);
        for (const [name, message] of known?.messages ?? []) {
          added.messages.set(name, message);
        }
        channel.operations.set(direction, added);
      }
    }
    return channels;
  }

  #toOperation(
    address: string,
    operation: { direction: Direction; messages: (PlainData | undefined)[] },
  ): AsyncOperation {
    const { direction } = operation;
    const messages = new Map<string, AsyncMessage>();
    for (const raw of operation.messages) {
      const resolved = this.#resolver.resolve(raw);
      if (isPlainMap(resolved.value)) {
        const definition = resolved.value;
        const name =
          textOf(definition, 'name') ??
          textOf(definition, 'messageId') ??
          resolved.name ??
          textOf(definition, 'title') ??
          'message';
        messages.set(name, { name, definition });
      }
    }
    const label =
      direction === 'request'
        ? `send to ${address}`
        : `receive from ${address}`;
    return { label, direction, messages };
  }
}
