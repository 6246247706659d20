import { formatDay, formatMonth } from '../format/formatDay';
import { formatList } from '../format/formatList';
import { formatNumber, formatPercent } from '../format/formatNumber';
import { formatRoundMoney } from '../format/formatRoundMoney';
import { inLanguage } from '../language/language';
import type {
  MessageDescriptor,
  MessageList,
  MessageValue,
} from './messageDescriptor';

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
