import { Button } from '@backstage/ui';
import { t } from '../../translation';
import styles from './map.module.css';

/** Props of {@link MapSizeBar}. */
export interface MapSizeBarProps {
  /** Whether a part of the map is out of sight. */
  isCut: boolean;
  onShowAll(): void;
  /** Shows it as large as names can be read. */
  onShowReadable(): void;
}

/** Says that a map is larger than its frame, where there is no room for an overview. */
export function MapSizeBar(props: MapSizeBarProps) {
  const { isCut, onShowAll, onShowReadable } = props;
  return (
    <div className={styles.sizeBar}>
      <span>{isCut ? t('mapSizeBar.isCut') : t('mapSizeBar.isWhole')}</span>
      <Button
        variant="secondary"
        size="small"
        onPress={isCut ? onShowAll : onShowReadable}
      >
        {isCut ? t('graphMap.showAll') : t('mapSizeBar.readableSize')}
      </Button>
    </div>
  );
}
