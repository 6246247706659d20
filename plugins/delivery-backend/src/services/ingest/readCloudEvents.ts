import {
  CLOUD_EVENT_BATCH_MEDIA_TYPE,
  CLOUD_EVENT_MEDIA_TYPE,
} from '@atrium/plugin-delivery-common';
import { InputError } from '@backstage/errors';
import type { IncomingHttpHeaders } from 'node:http';

/** The events of a request, not yet checked one by one. */
export interface CloudEventsRequest {
  mode: 'structured' | 'batch' | 'binary';
  events: unknown[];
}

const MAX_EVENTS = 1_000;
const ATTRIBUTES = /^ce-([a-z0-9]{1,20})$/;

/**
 * Reads the events of a request by the CloudEvents HTTP binding.
 *
 * @throws InputError when the request as a whole makes no sense.
 */
export function readCloudEvents(
  headers: IncomingHttpHeaders,
  body: Buffer,
): CloudEventsRequest {
  const [mediaType] = (headers['content-type'] ?? '').split(';', 1);
  switch (mediaType.trim().toLocaleLowerCase('en-US')) {
    case CLOUD_EVENT_MEDIA_TYPE:
      return { mode: 'structured', events: [parseJson(body)] };
    case CLOUD_EVENT_BATCH_MEDIA_TYPE:
      return { mode: 'batch', events: checkBatch(parseJson(body)) };
    default:
      if (headers['ce-specversion'] === undefined) {
        throw new InputError(
          `The content type must be '${CLOUD_EVENT_MEDIA_TYPE}' or '${CLOUD_EVENT_BATCH_MEDIA_TYPE}', or the headers must hold the attributes of one event ('ce-specversion' and so on)`,
        );
      }
      return { mode: 'binary', events: [readBinary(headers, body)] };
  }
}

/**
 * Whether the data of an event in binary mode says the same as its headers.
 *
 * @remarks A signature covers the body. CDEvents repeats the attributes there,
 * so they can be trusted if they agree.
 */
export function isContextInBody(event: unknown): boolean {
  const { data, id, source, type, time } = event as Record<string, unknown>;
  const context = (data as { context?: Record<string, unknown> } | undefined)
    ?.context;
  return (
    context !== undefined &&
    context.id === id &&
    context.source === source &&
    context.type === type &&
    (time === undefined || context.timestamp === time)
  );
}

function checkBatch(value: unknown): unknown[] {
  if (!Array.isArray(value)) {
    throw new InputError('A batch of events must be a JSON array');
  }
  if (value.length > MAX_EVENTS) {
    throw new InputError(
      `A batch may have ${MAX_EVENTS} events, this one has ${value.length}`,
    );
  }
  return value;
}

function readBinary(headers: IncomingHttpHeaders, body: Buffer): unknown {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const attribute = ATTRIBUTES.exec(name)?.[1];
    if (attribute && typeof value === 'string') {
      attributes[attribute] = decodeHeader(value);
    }
  }
  // These two are no attributes in headers, whatever a header is called.
  return {
    ...attributes,
    datacontenttype: headers['content-type'],
    data: parseJson(body),
  };
}

/** The binding percent-encodes what a header cannot hold. */
function decodeHeader(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf-8'));
  } catch {
    throw new InputError('The body is not valid JSON');
  }
}
