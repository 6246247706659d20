import type { ApiElement } from './ApiElement';
import { collectFieldNames } from './collectFieldNames';
import type { JsonNode } from './JsonNode';

/** Channels, operations, messages and schemas of AsyncAPI 2 and 3. */
export function* asyncApiElements(api: JsonNode): Generator<ApiElement> {
  const messages = new Map<unknown, { key: string; message: JsonNode }>();
  const addMessage = (key: string, message: JsonNode) => {
    if (message.isObject && !messages.has(message.value)) {
      messages.set(message.value, { key, message });
    }
  };
  for (const [key, message] of api
    .get('components')
    .get('messages')
    .entries()) {
    addMessage(key, message);
  }

  for (const [key, channel] of api.get('channels').entries()) {
    const address = channel.get('address').text ?? key;
    yield channelElement(key, address, channel);
    for (const [messageKey, message] of channel.get('messages').entries()) {
      addMessage(messageKey, message);
    }
    for (const action of ['publish', 'subscribe']) {
      const operation = channel.get(action);
      if (operation.isObject) {
        const operationId = operation.get('operationId').text;
        yield operationElement(operation, {
          action,
          address,
          operationId,
          anchor: key,
        });
        for (const message of messagesOfVersion2(operation)) {
          addMessage(message.get('name').text ?? operationId ?? key, message);
        }
      }
    }
  }

  for (const [operationId, operation] of api.get('operations').entries()) {
    const channel = operation.get('channel');
    yield operationElement(operation, {
      action: operation.get('action').text ?? 'send',
      address: channel.get('address').text ?? operationId,
      operationId,
      anchor: operationId,
    });
  }

  for (const { key, message } of messages.values()) {
    yield messageElement(key, message);
  }
  for (const [name, schema] of api.get('components').get('schemas').entries()) {
    yield {
      element: 'schema',
      title: name,
      names: textsOf(schema, ['title']),
      texts: [schema.get('description').text],
      fields: collectFieldNames([schema]),
      isDeprecated: schema.get('deprecated').isTrue,
      anchor: `schema ${name}`,
    };
  }
}

function channelElement(
  key: string,
  address: string,
  channel: JsonNode,
): ApiElement {
  return {
    element: 'channel',
    title: address,
    names: [key, ...textsOf(channel, ['title'])],
    texts: textsOf(channel, ['summary', 'description']),
    fields: channel
      .get('parameters')
      .entries()
      .map(([name]) => name),
    path: address,
  };
}

function operationElement(
  operation: JsonNode,
  options: {
    action: string;
    address: string;
    operationId: string | undefined;
    anchor: string;
  },
): ApiElement {
  const { action, address, operationId, anchor } = options;
  return {
    element: 'operation',
    title: `${action.toUpperCase()} ${address}`,
    names: [operationId, ...textsOf(operation, ['title', 'summary'])].filter(
      name => name !== undefined,
    ),
    texts: textsOf(operation, ['summary', 'description']),
    fields: [],
    method: action.toUpperCase(),
    path: address,
    isDeprecated: operation.get('deprecated').isTrue,
    anchor: `operation ${anchor}`,
  };
}

function messageElement(key: string, message: JsonNode): ApiElement {
  const name = message.get('name').text ?? key;
  const payload = message.get('payload');
  return {
    element: 'message',
    title: name,
    names: [key, ...textsOf(message, ['title', 'summary'])],
    texts: textsOf(message, ['summary', 'description']),
    fields: collectFieldNames([
      // With a format of its own, the schema stands one level deeper.
      payload.get('schemaFormat').text ? payload.get('schema') : payload,
      message.get('headers'),
    ]),
    isDeprecated: message.get('deprecated').isTrue,
    anchor: `message ${key}`,
  };
}

function messagesOfVersion2(operation: JsonNode): JsonNode[] {
  const message = operation.get('message');
  const choices = message.get('oneOf').items();
  return choices.length > 0 ? choices : [message];
}

function textsOf(node: JsonNode, keys: string[]): string[] {
  return keys.map(key => node.get(key).text).filter(text => text !== undefined);
}
