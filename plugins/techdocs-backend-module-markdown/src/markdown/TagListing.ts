/** The place of a list of pages by tag. */
export interface TagListing {
  /** What its comment says, as YAML. */
  options: string;
  /** The level of its headings. */
  level: number;
  /** How many headings of the page stand above it. */
  headingCount: number;
}
