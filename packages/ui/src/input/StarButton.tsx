import { RiStarFill, RiStarLine } from '@remixicon/react';
import { t } from '../translation';
import styles from './StarButton.module.css';

/** Props of {@link StarButton}. */
export interface StarButtonProps {
  /** What is starred, by its title. */
  title: string;
  isStarred: boolean;
  onToggle(): void;
}

/** Keeps something in the person's own list. */
export function StarButton({ title, isStarred, onToggle }: StarButtonProps) {
  const Icon = isStarred ? RiStarFill : RiStarLine;
  return (
    <button
      type="button"
      className={styles.star}
      aria-pressed={isStarred}
      aria-label={t('starButton.star', { title })}
      title={isStarred ? t('starButton.removeTheStar') : t('starButton.star2')}
      onClick={onToggle}
    >
      <Icon size={16} aria-hidden="true" />
    </button>
  );
}
