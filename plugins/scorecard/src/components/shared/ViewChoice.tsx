import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import styles from './shared.module.css';

/** Props of {@link ViewChoice}. */
export interface ViewChoiceProps {
  views: readonly { id: string; title: string }[];
  chosen: string;
  onChoose(id: unknown): void;
}

/** Which view of a page is shown. */
export function ViewChoice({ views, chosen, onChoose }: ViewChoiceProps) {
  return (
    <ToggleButtonGroup
      aria-label="View"
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
