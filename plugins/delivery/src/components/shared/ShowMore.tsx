import { Button } from '@backstage/ui';
import { formatNumber, textStyles } from '@atrium/ui';
import type { Page } from '@atrium/common';
import { t } from '../../translation';

/** The most that the backend gives in one answer. */
const MAX_LIMIT = 200;
const STEP = 25;

/** How many rows a list begins with. */
export const FIRST_LIMIT = STEP;

/** Props of {@link ShowMore}. */
export interface ShowMoreProps {
  page: Page<unknown>;
  limit: number;
  onChange(limit: number): void;
}

/** Says how much of a list is shown, and shows more of it. */
export function ShowMore({ page, limit, onChange }: ShowMoreProps) {
  const { items, totalItems } = page;
  if (items.length >= totalItems) {
    return null;
  }
  return (
    <div className={`${textStyles.line} ${textStyles.muted}`}>
      <span>
        {t('showMore.of', {
          itemsCount: formatNumber(items.length),
          totalItems: formatNumber(totalItems),
        })}
      </span>
      {limit < MAX_LIMIT && (
        <Button
          variant="tertiary"
          size="small"
          onPress={() => onChange(Math.min(limit + STEP, MAX_LIMIT))}
        >
          {t('showMore.showMore')}
        </Button>
      )}
    </div>
  );
}
