/** A note as a source has it: nobody in the portal wrote it. */
export interface SourceNote {
  /** Full and in lower case. */
  entityRef: string;
  text: string;
}

/** Knows notes about entities from elsewhere. */
export interface NoteSource {
  /** Names the source in logs and errors. */
  readonly id: string;
  /** What the source has to say about an entity; often nothing. */
  list(entityRef: string): Promise<SourceNote[]>;
}
