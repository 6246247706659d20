/** What one colour of a chart means. */
export interface ChartMeaning {
  id: string;
  label: string;
  /** Of CSS: a token, so that it is legible in light and dark. */
  color: string;
  /** For what has to be seen without its colour, such as what nobody has. */
  isHatched?: boolean;
}

/** How a colour is drawn as a background of CSS. */
export function toBackground({
  color,
  isHatched,
}: Pick<ChartMeaning, 'color' | 'isHatched'>): string {
  return isHatched
    ? `repeating-linear-gradient(-45deg, ${color} 0 3px, transparent 3px 6px)`
    : color;
}
