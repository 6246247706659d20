/** How the words of an axis are drawn. */
export const AXIS_TEXT = { fill: 'var(--atrium-text-muted)', fontSize: 12 };

/** An axis of labels along the bottom. */
export const LABEL_AXIS = {
  dataKey: 'label',
  // Where not all labels fit, each second or third, up to the newest.
  interval: 'equidistantPreserveEnd',
  tick: AXIS_TEXT,
  tickLine: false,
  axisLine: { stroke: 'var(--atrium-border-strong)' },
} as const;

/** An axis of values beside the plot, without a line of its own. */
export const VALUE_AXIS = {
  tick: AXIS_TEXT,
  tickLine: false,
  axisLine: false,
  tickCount: 4,
};

/** How what is shown on hover is drawn. */
export const TOOLTIP_STYLE = {
  border: '1px solid var(--atrium-border)',
  borderRadius: 4,
  background: 'var(--atrium-surface)',
  color: 'var(--atrium-text)',
  fontSize: 13,
};
