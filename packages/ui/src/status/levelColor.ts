import './levelColors.css';

/**
 * The color of a level of a scorecard as CSS has it.
 *
 * @param color - as the scorecard names it, such as `gold`
 */
export function levelColor(color: string | undefined): string {
  return color
    ? `var(--scorecard-${color}, var(--atrium-border-strong))`
    : 'var(--atrium-border-strong)';
}
