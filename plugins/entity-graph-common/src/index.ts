/**
 * Wire types of the graph of entities: neighbourhoods, impact, paths and observed edges.
 *
 * @packageDocumentation
 */

export * from './differences';
export * from './graph';
export * from './impact';
export * from './observedEdges';
export * from './permissions';
export * from './tier';
export * from './weighImpact';
