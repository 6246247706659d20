import { RiCircleLine, RiMedalFill, RiQuestionFill } from '@remixicon/react';
import { levelColor, type ShownLevel } from '../../rating/levels';
import './levelColors.css';
import styles from './shared.module.css';

/** Props of {@link LevelBadge}. */
export interface LevelBadgeProps {
  level: ShownLevel;
  /** False where no check of any level counts, so that there can be none. */
  isRated?: boolean;
}

/** A level as sign and word. */
export function LevelBadge({ level, isRated = true }: LevelBadgeProps) {
  if (!isRated) {
    return (
      <span className={styles.level}>
        <RiQuestionFill size={16} aria-hidden="true" />
        Not rated
      </span>
    );
  }
  const Icon = level.name === undefined ? RiCircleLine : RiMedalFill;
  return (
    <span
      className={styles.level}
      data-held={level.name !== undefined}
      style={{ '--level': levelColor(level) } as Record<string, string>}
    >
      <Icon size={16} aria-hidden="true" />
      {level.title}
    </span>
  );
}
