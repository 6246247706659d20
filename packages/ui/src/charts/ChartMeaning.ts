/** What one colour of a chart means. */
export interface ChartMeaning {
  id: string;
  label: string;
  /** Of CSS: a token, so that it is legible in light and dark. */
  color: string;
}
