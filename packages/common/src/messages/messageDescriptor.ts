import { z } from 'zod';
import { type Money, moneySchema } from '../money';

/**
 * What a message is made of, in no language: its key, which begins with the plugin
 * that says it, and what stands in it. JSON, as all of these types.
 */
export type MessageDescriptor = {
  key: string;
  values?: { [name: string]: MessageValue };
  /** In English, for a reader that does not know the key. */
  text?: string;
};

/** A message that is read where its key may not be known, too. */
export type WrittenMessage = MessageDescriptor & { text: string };

/**
 * What stands for a placeholder: a name as it is, or something that each language
 * writes in its own way.
 */
export type MessageValue =
  | string
  | number
  | MessageDescriptor
  | { money: Money }
  | { day: string }
  | { month: string }
  | { ratio: number }
  | MessageList;

/** Things one after the other, and how many more there are. */
export type MessageList = {
  list: (string | MessageDescriptor)[];
  more?: number;
};

/**
 * What a field says, as one or several sentences; a text stands for itself, and `\n`
 * between them begins another line.
 */
export type MessageParts = (string | MessageDescriptor)[];

/** What the fields of an object that a backend wrote are made of, by their names. */
export type FieldMessages = { [field: string]: MessageParts };

const messageDescriptorSchema: z.ZodType<MessageDescriptor> = z.object({
  key: z.string(),
  text: z.string().optional(),
  get values() {
    return z
      .record(
        z.string(),
        z.union([
          z.string(),
          z.number(),
          messageDescriptorSchema,
          z.object({ money: moneySchema }),
          z.object({ day: z.iso.date() }),
          z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
          z.object({ ratio: z.number() }),
          z.object({
            list: z.array(z.union([z.string(), messageDescriptorSchema])),
            more: z.int().min(0).optional(),
          }),
        ]),
      )
      .optional();
  },
});

/** What the fields of an object that a backend wrote are made of. */
export const fieldMessagesSchema: z.ZodType<FieldMessages> = z.record(
  z.string(),
  z.array(z.union([z.string(), messageDescriptorSchema])),
);
