import { z } from 'zod';
import { cdEventExtensionSchema } from './cdEventExtension';

/** The media type of one CloudEvent in structured mode. */
export const CLOUD_EVENT_MEDIA_TYPE = 'application/cloudevents+json';

/** The media type of several CloudEvents in one request. */
export const CLOUD_EVENT_BATCH_MEDIA_TYPE =
  'application/cloudevents-batch+json';

/** The data of a CDEvent: its subject, and what the emitter adds. */
export const cdEventDataSchema = z.object({
  subject: z.object({
    id: z.string().min(1).max(512),
    source: z.string().max(2_000).optional(),
    type: z.string().max(100).optional(),
    content: z.record(z.string(), z.unknown()).default({}),
  }),
  customData: z
    .union([
      z.looseObject({ atrium: cdEventExtensionSchema.optional() }),
      z.string(),
    ])
    .optional(),
});

/** The data of a CDEvent, parsed. */
export type CdEventData = z.output<typeof cdEventDataSchema>;

/** The attributes of a CloudEvent that delivery reads. */
export const cloudEventSchema = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1).max(512),
  source: z.string().min(1).max(2_000),
  type: z.string().min(1).max(200),
  subject: z.string().max(2_000).optional(),
  time: z.iso.datetime({ offset: true }).optional(),
  datacontenttype: z.string().max(200).optional(),
  data: z.unknown().optional(),
});

/** A CloudEvent as it is sent. */
export type CloudEvent = z.input<typeof cloudEventSchema>;
