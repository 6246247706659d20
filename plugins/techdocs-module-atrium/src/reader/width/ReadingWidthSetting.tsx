import { useId } from 'react';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { setReadingWidth } from './readingWidth';
import { useReadingWidth } from './useReadingWidth';
import styles from './ReadingWidthSetting.module.css';

/** A line of the reader's settings menu. */
export function ReadingWidthSetting() {
  const width = useReadingWidth();
  const labelId = useId();
  return (
    <div className={styles.setting}>
      <span id={labelId}>Reading width</span>
      <ToggleButtonGroup
        aria-labelledby={labelId}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[width]}
        onSelectionChange={keys =>
          setReadingWidth(keys.has('page') ? 'page' : 'text')
        }
      >
        <ToggleButton id="text">Short lines</ToggleButton>
        <ToggleButton id="page">Whole page</ToggleButton>
      </ToggleButtonGroup>
    </div>
  );
}
