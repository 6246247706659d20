/** A repository at a git host, as far as events need to name it. */
export interface EventRepository {
  /** Owner and name with a slash between them. */
  fullName: string;
  /** Its page. */
  url: string;
  /** The host, which every event from there has as its source. */
  source: string;
}
