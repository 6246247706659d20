/** How the words of an axis are drawn. */
export const AXIS_TEXT = { fill: 'var(--atrium-text-muted)', fontSize: 12 };

/** How what is shown on hover is drawn. */
export const TOOLTIP_STYLE = {
  border: '1px solid var(--atrium-border)',
  borderRadius: 4,
  background: 'var(--atrium-surface)',
  color: 'var(--atrium-text)',
  fontSize: 13,
};
