import type { MessageDescriptor } from '@atrium/common';
import type { ChangeSummary } from './ChangeCollector';

/** A definition as it was read, of a format that only its reader knows. */
export interface ReadDefinition<Content = unknown> {
  content: Content;
  /** A hash of what the definition says, whatever its formatting. */
  contentHash: string;
  /** What the definition calls itself. */
  version?: string;
  /** Set when definitions of this kind are only compared line by line. */
  textOnlyReason?: MessageDescriptor;
}

/** How definitions of one type are read and compared in meaning. */
export interface DefinitionFormat<Content = unknown> {
  /**
   * Reads a definition.
   *
   * @throws UnreadableDefinition for what is no definition of this format
   */
  read(text: string): ReadDefinition<Content>;
  /** Finds what changed; absent when only the lines can be compared. */
  compare?(contents: {
    before: Content;
    after: Content;
  }): ChangeSummary | Promise<ChangeSummary>;
}
