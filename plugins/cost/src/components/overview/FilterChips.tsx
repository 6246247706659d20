import { Button } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { NONE } from '../../charts/partColors';
import { t } from '../../translation';
import { DIMENSION_WORDS } from '../../words/dimensionWords';
import styles from './overview.module.css';
import { type CostViewState, FILTER_DIMENSIONS } from './useCostView';

/** Props of {@link FilterChips}. */
export interface FilterChipsProps {
  state: CostViewState;
}

/** What cost is narrowed to; each can be taken away again. */
export function FilterChips({ state }: FilterChipsProps) {
  const { view, change } = state;
  const chosen = FILTER_DIMENSIONS.flatMap(dimension =>
    view[dimension].map(value => ({ dimension, value })),
  );
  return chosen.length === 0 ? null : (
    <div
      className={styles.chips}
      role="group"
      aria-label={t('filterChips.only')}
    >
      {chosen.map(({ dimension, value }) => {
        const name = `${DIMENSION_WORDS[dimension]}: ${
          value === NONE ? t('filterChips.none') : value
        }`;
        return (
          <Button
            key={name}
            variant="secondary"
            size="small"
            iconEnd={<RiCloseLine />}
            aria-label={t('filterChips.takeAway', { name })}
            onPress={() =>
              change({
                [dimension]: view[dimension].filter(one => one !== value),
              })
            }
          >
            {name}
          </Button>
        );
      })}
    </div>
  );
}
