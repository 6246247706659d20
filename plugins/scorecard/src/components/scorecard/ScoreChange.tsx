import { formatNumber, textStyles } from '@atrium/ui';

/** Props of {@link ScoreChange}. */
export interface ScoreChangeProps {
  /** From -1 to 1; undefined where one of both scores is not known. */
  change: number | undefined;
}

/** By how many points of a hundred a score moved. */
export function ScoreChange({ change }: ScoreChangeProps) {
  if (change === undefined) {
    return <span className={textStyles.muted}>Not known</span>;
  }
  const points = Math.round(change * 100);
  return points === 0 ? (
    <span className={textStyles.muted}>No change</span>
  ) : (
    <>{`${points > 0 ? '+' : '−'}${formatNumber(Math.abs(points))} points`}</>
  );
}
