import { DefinitionProblem } from '../DefinitionProblem';
import { RefResolver } from '../schema/RefResolver';
import { SchemaReader } from '../schema/SchemaReader';
import type { Direction } from '../schema/SchemaVisit';
import { lineOfKey } from '../tree/lineOfKey';
import type { Tree, TreeMap } from '../tree/Tree';
import { isTreeMap, listOf, mapOf, textOf, valueOf } from '../tree/Tree';

/** A message by the name that consumers know it by. */
export interface AsyncMessage {
  name: string;
  definition: TreeMap;
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
  readonly root: TreeMap;
  readonly schemas: SchemaReader;
  readonly #resolver: RefResolver;

  constructor(root: TreeMap) {
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

  #mapAt(value: Tree | undefined): TreeMap {
    const resolved = this.#resolver.resolve(value).value;
    return isTreeMap(resolved) ? resolved : {};
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
        if (isTreeMap(operation)) {
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
    const addresses = new Map<TreeMap, AsyncChannel>();
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
    operation: { direction: Direction; messages: (Tree | undefined)[] },
  ): AsyncOperation {
    const { direction } = operation;
    const messages = new Map<string, AsyncMessage>();
    for (const raw of operation.messages) {
      const resolved = this.#resolver.resolve(raw);
      if (isTreeMap(resolved.value)) {
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

/**
 * Makes sure that a tree is an AsyncAPI document.
 *
 * @throws DefinitionProblem when it is none
 */
export function checkAsyncApi(tree: Tree, text: string): TreeMap {
  const version = valueOf(tree, 'asyncapi');
  if (!isTreeMap(tree) || version === undefined) {
    throw new DefinitionProblem(
      "The definition has no key 'asyncapi', which names the version of AsyncAPI",
      { line: 1 },
    );
  }
  if (typeof version !== 'string' || !/^[23]\.\d+/.test(version)) {
    const line = lineOfKey(text, 'asyncapi');
    throw new DefinitionProblem(
      `AsyncAPI ${JSON.stringify(version)} is not a known version of AsyncAPI`,
      line === undefined ? undefined : { line },
    );
  }
  return tree;
}
