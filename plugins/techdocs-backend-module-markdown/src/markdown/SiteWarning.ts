import type { FieldMessages, MessageDescriptor } from '@atrium/common';
import { words } from './docsWords';

/** What kind of thing the owner of the documentation should look at. */
export type SiteWarningKind =
  | 'broken-link'
  | 'broken-anchor'
  | 'missing-image'
  | 'configuration'
  | 'navigation'
  | 'snippet'
  | 'removed-html'
  | 'unknown-icon'
  | 'math'
  | 'limit'
  | 'encoding'
  | 'front-matter'
  | 'file';

/** One finding about a site; kept in `techdocs_metadata.json` as `warnings`. */
export interface SiteWarning {
  kind: SiteWarningKind;
  message: string;
  /** What the message is made of, for pages in other languages. */
  messages: FieldMessages;
  /** Path of the Markdown file inside the repository, if one is concerned. */
  page?: string;
  /** Line in that file, counted from 1, where it is known. */
  line?: number;
}

/** Writes a finding, in English and in no language. */
export function toWarning(
  kind: SiteWarningKind,
  message: MessageDescriptor,
  { page, line }: Pick<SiteWarning, 'page' | 'line'> = {},
): SiteWarning {
  return {
    kind,
    ...words.fields({ message }),
    ...(page !== undefined && { page }),
    ...(line !== undefined && { line }),
  };
}

/** More findings than this help nobody and would only bloat the metadata. */
export const MAX_WARNINGS = 500;
