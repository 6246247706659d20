/**
 * Wire types of the graph of entities: neighbourhoods, impact, paths and observed edges.
 *
 * @packageDocumentation
 */

export {};
