import { z } from 'zod';
import { formatDay, formatMonth } from '../format/formatDay';
import { formatList } from '../format/formatList';
import { formatNumber, formatPercent } from '../format/formatNumber';
import { formatRoundMoney } from '../format/formatRoundMoney';
import { inLanguage } from '../language/language';
import { type Money, moneySchema } from '../money';

/**
 * What a message is made of, in no language: its key, which begins with the plugin
 * that says it, and what stands in it. JSON, as all of these types.
 */
export type MessageDescriptor = {
  key: string;
  values?: { [name: string]: MessageValue };
};

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

/** What a field says, as one or several sentences; a text stands for itself. */
export type MessageParts = (string | MessageDescriptor)[];

/** What the fields of an object that a backend wrote are made of, by their names. */
export type FieldMessages = { [field: string]: MessageParts };

const messageDescriptorSchema: z.ZodType<MessageDescriptor> = z.object({
  key: z.string(),
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

/**
 * Writes what stands for a placeholder as the language does.
 *
 * @param write - writes a message; what it cannot write, nothing is made of
 */
export function formatMessageValue(
  value: MessageValue,
  write: (message: MessageDescriptor) => string | undefined,
): string | undefined {
  if (typeof value === 'string') {
    return value;
  }
  if (typeof value === 'number') {
    return formatNumber(value);
  }
  if ('key' in value) {
    return write(value);
  }
  if ('money' in value) {
    return formatRoundMoney(value.money);
  }
  if ('day' in value) {
    return formatDay(value.day);
  }
  if ('month' in value) {
    return formatMonth(value.month);
  }
  if ('ratio' in value) {
    return formatPercent(value.ratio);
  }
  return formatMessageList(value, write);
}

function formatMessageList(
  { list, more = 0 }: MessageList,
  write: (message: MessageDescriptor) => string | undefined,
): string | undefined {
  const items = list.map(item =>
    typeof item === 'string' ? item : write(item),
  );
  const rest = formatNumber(more);
  const known = items.filter(item => item !== undefined);
  return known.length < items.length
    ? undefined
    : formatList([
        ...known,
        ...(more > 0
          ? [inLanguage({ en: `${rest} more`, de: `${rest} weitere` })]
          : []),
      ]);
}
