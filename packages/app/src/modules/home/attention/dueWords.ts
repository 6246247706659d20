import { formatDay, formatRelative } from '@atrium/ui';
import { t } from '../../../translation';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Says when something is due, or was.
 *
 * @param due - an instant, or a day, the whole of which is still in time
 */
export function dueWords(due: string, now = new Date()): string {
  if (DAY.test(due)) {
    const day = formatDay(due);
    return due < now.toISOString().slice(0, 10)
      ? t('attentionSection.wasDueOn', { day })
      : t('attentionSection.dueOn', { day });
  }
  const words = formatRelative(due, now);
  return new Date(due) < now
    ? t('attentionSection.wasDue', { words })
    : t('attentionSection.due', { words });
}
