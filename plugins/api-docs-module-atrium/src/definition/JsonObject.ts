/** A part of a definition, or what is made of one. */
export type JsonObject = Record<string, unknown>;
