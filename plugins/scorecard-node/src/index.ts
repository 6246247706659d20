/**
 * How modules tell scorecard facts, and how other backends read it.
 *
 * @packageDocumentation
 */

export * from './FactProvider';
export * from './factProvidersExtensionPoint';
