/** How a provider misbehaves: shares of its calls, from 0 to 1. */
export interface SimulatorFaults {
  /** How long a call takes at most; by chance from 0 on. */
  latencyMs: number;
  /** It fails, and nothing was done. */
  error: number;
  /** It is busy, and says when to come again. */
  busy: number;
  /** It does what it is asked for, and the answer is lost. */
  lost: number;
  /** What is made shows so much later. */
  visibleAfterMs: number;
  /** Nobody can look at what is there. */
  isBlind: boolean;
  /** It does what it is asked for, and never answers. */
  isStuck: boolean;
}

/** A provider as one would like it. */
export const NO_FAULTS: SimulatorFaults = {
  latencyMs: 0,
  error: 0,
  busy: 0,
  lost: 0,
  visibleAfterMs: 0,
  isBlind: false,
  isStuck: false,
};
