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
  return (
    <ToggleButtonGroup
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
