/** A line in coloured parts. */
export type HighlightedLine = { text: string; color?: string }[];
