/** A type of a member, as text or as a link to the entry that defines it. */
export type TypePart = string | { text: string; entryId: string };

/** A method, field, value or argument of an entry. */
export interface ReferenceMember {
  /** `LedgerService.PostEntry`: the anchor of the page. */
  id: string;
  name: string;
  type: TypePart[];
  /** The number of a protobuf field or enum value. */
  number?: number;
  description?: string;
  isDeprecated: boolean;
  /** Where it is in the source, counted from 1. */
  line: number;
}

/** A service, message, type or enum of a definition. */
export interface ReferenceEntry {
  /** `LedgerService`: the anchor of the page. */
  id: string;
  name: string;
  /** `service`, `message`, `enum`, `input`: the word of the language. */
  kind: string;
  description?: string;
  members: ReferenceMember[];
  isDeprecated: boolean;
  /** Where it is in the source, counted from 1. */
  line: number;
}

/** Entries of one kind. */
export interface ReferenceGroup {
  title: string;
  entries: ReferenceEntry[];
  /** Whether people look for the members: methods and root fields. */
  isEntrance?: boolean;
}

/**
 * What a definition in a schema language offers, ready to be read.
 *
 * @remarks Words of the portal are getters. Reading catches whatever is thrown, and
 * a text that is still being loaded throws a promise, which is for React.
 */
export interface Reference {
  /** `proto3, package acme.ledger.v1`: what applies to the whole. */
  summary: string;
  description?: string;
  groups: ReferenceGroup[];
}
