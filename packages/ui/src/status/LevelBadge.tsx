import { RiCircleLine, RiMedalFill, RiQuestionFill } from '@remixicon/react';
import { t } from '../translation';
import { levelColor } from './levelColor';
import styles from './LevelBadge.module.css';

/** Props of {@link LevelBadge}. */
export interface LevelBadgeProps {
  /** What the level is called; undefined for what holds none. */
  title: string | undefined;
  /** As its scorecard names it, such as `gold`. */
  color?: string;
  /** The title of its scorecard, where the page does not say it. */
  scorecard?: string;
  /** False where no check of any level counts, so that there can be none. */
  isRated?: boolean;
}

/** A level of a scorecard as sign and word. */
export function LevelBadge(props: LevelBadgeProps) {
  const { title, color, scorecard, isRated = true } = props;
  if (!isRated) {
    return (
      <span className={styles.level}>
        <RiQuestionFill size={16} aria-hidden="true" />
        {t('levelBadge.notRated')}
      </span>
    );
  }
  const Icon = title === undefined ? RiCircleLine : RiMedalFill;
  const badge = (
    <span
      className={styles.level}
      data-held={title !== undefined}
      style={{ '--level': levelColor(color) } as Record<string, string>}
    >
      <Icon size={16} aria-hidden="true" />
      {title ?? t('levelBadge.noLevel')}
    </span>
  );
  return scorecard === undefined ? (
    badge
  ) : (
    <span className={styles.rated}>
      {badge}
      <span className={styles.scorecard} title={scorecard}>
        {scorecard}
      </span>
    </span>
  );
}
