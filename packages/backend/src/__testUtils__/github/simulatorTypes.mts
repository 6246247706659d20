import type { GitHubSimulatorArgs } from '@simulacrum/github-api-simulator';

// The simulator does not export what its extensions are given.
type Extend = NonNullable<GitHubSimulatorArgs['extend']>;
export type SimulatorRouter = Parameters<
  NonNullable<Extend['extendRouter']>
>[0];
export type SimulatorStore = Parameters<
  NonNullable<Extend['openapiHandlers']>
>[0];
export type SimulatorHandlers = ReturnType<
  NonNullable<Extend['openapiHandlers']>
>;
