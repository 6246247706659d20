import { useLayoutEffect, useRef } from 'react';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { t } from '../translation';
import styles from './ViewChoice.module.css';

/** Props of {@link ViewChoice}. */
export interface ViewChoiceProps {
  /** What is chosen. Default: View. */
  label?: string;
  views: readonly { id: string; title: string }[];
  chosen: string;
  onChoose(id: unknown): void;
}

/** Which view of a page is shown. */
export function ViewChoice(props: ViewChoiceProps) {
  const { label = t('viewChoice.view'), views, chosen, onChoose } = props;
  const group = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (group.current) {
      showChosen(group.current);
    }
  }, [chosen]);
  return (
    <ToggleButtonGroup
      ref={group}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      className={styles.views}
      selectedKeys={[chosen]}
      onSelectionChange={([id]) => onChoose(id)}
    >
      {views.map(({ id, title }) => (
        <ToggleButton key={id} id={id} size="small">
          {title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** Where there is no room for all, what is chosen may be out of sight. */
function showChosen(group: HTMLElement) {
  const button = group.querySelector('[aria-checked="true"]');
  if (button) {
    const { left, right } = button.getBoundingClientRect();
    const room = group.getBoundingClientRect();
    group.scrollLeft +=
      Math.max(0, right - room.right) - Math.max(0, room.left - left);
  }
}
