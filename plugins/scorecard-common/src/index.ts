/**
 * Scorecards as they are written, how levels and scores are worked out, and what
 * the parts of scorecard agree on.
 *
 * @packageDocumentation
 */

export * from './facts/factDescription';
