import { useId } from 'react';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { t } from '../../translation';
import { setReadingWidth } from './readingWidth';
import { useReadingWidth } from './useReadingWidth';
import styles from './ReadingWidthSetting.module.css';

/** A line of the reader's settings menu. */
export function ReadingWidthSetting() {
  const width = useReadingWidth();
  const labelId = useId();
  return (
    <div className={styles.setting}>
      <span id={labelId}>{t('readingWidthSetting.readingWidth')}</span>
      <ToggleButtonGroup
        aria-labelledby={labelId}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[width]}
        onSelectionChange={keys =>
          setReadingWidth(keys.has('page') ? 'page' : 'text')
        }
      >
        <ToggleButton id="text">
          {t('readingWidthSetting.shortLines')}
        </ToggleButton>
        <ToggleButton id="page">
          {t('readingWidthSetting.wholePage')}
        </ToggleButton>
      </ToggleButtonGroup>
    </div>
  );
}
