import { isStorableJson } from '@atrium/backend-common';
import { parseInput } from '@atrium/common';
import {
  cdEventContentSchemas,
  type CdEventData,
  cdEventDataSchema,
  type CdEventExtension,
  cloudEventSchema,
  parseCdEventType,
} from '@atrium/plugin-delivery-common';
import { InputError } from '@backstage/errors';
import type { DeliveryEvent } from '../../model/DeliveryEvent';
import { digestToUuid } from '../../model/digestToUuid';
import { toDeliveryFact } from './toDeliveryFact';

const MAX_EVENT_CHARACTERS = 256 * 1024;

/**
 * Reads one CloudEvent.
 *
 * @throws InputError that says what is wrong with it.
 */
export function parseDeliveryEvent(
  value: unknown,
  receivedAt: number,
): DeliveryEvent {
  const payload = JSON.stringify(value) ?? '';
  if (payload.length > MAX_EVENT_CHARACTERS) {
    throw new InputError(
      `The event has ${payload.length} characters, ${MAX_EVENT_CHARACTERS} are allowed`,
    );
  }
  if (!isStorableJson(payload)) {
    throw new InputError(
      'The event holds a NUL character or half a surrogate pair, which cannot be stored',
    );
  }
  const event = parseInput(cloudEventSchema, value);
  const type = parseCdEventType(event.type);
  // Of an unknown type nothing is read but the envelope.
  const data = type?.name && parseInput(cdEventDataSchema, event.data);
  const occurredAt = readTime(event.time ?? readTimestamp(event.data));
  const parsed: DeliveryEvent = {
    key: digestToUuid(event.source, event.id),
    source: event.source,
    id: event.id,
    type: event.type,
    name: type?.name,
    occurredAt: occurredAt ?? receivedAt,
    payload,
  };
  if (type?.name && data) {
    parsed.fact = toDeliveryFact({
      name: type.name,
      content: parseInput(
        cdEventContentSchemas[type.name],
        data.subject.content,
      ),
      data,
      atrium: readExtension(data),
      event: parsed,
    });
  }
  return parsed;
}

function readExtension(data: CdEventData): CdEventExtension {
  const { customData } = data;
  return (typeof customData === 'object' && customData.atrium) || {};
}

/** The binding makes it equal to `time`; some emitters only write this one. */
function readTimestamp(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('context' in data)) {
    return undefined;
  }
  const { context } = data;
  return typeof context === 'object' && context && 'timestamp' in context
    ? context.timestamp
    : undefined;
}

function readTime(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
