/** What a step counted; the sums are printed as the last line. */
export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface StepResult extends TestCounts {
  /** Shown in full when the step failed. */
  output: string;
  /** Shown beside the name of the step. */
  note?: string;
  /** What could not be tested on this machine, and why; said at the very end. */
  leftOut?: string[];
}

export interface StepContext {
  /** The checkout. */
  root: string;
  /** Where test runs keep their worlds and logs. */
  home: string;
  /** What stands after a second `--`, for the program that runs the tests. */
  args: string[];
  /** Variables for every program that the step starts. */
  env?: Record<string, string>;
  /** Whether `dates` is a step of the same run. */
  hasDates?: boolean;
  /** Whether its programs leave the processor to whatever else wants it. */
  isYielding?: boolean;
  /** Has something done at the end, also when the run is interrupted. */
  onCleanup(cleanup: () => Promise<void>): void;
}

/** One line of `npm test`. */
export interface TestStep {
  name: string;
  /** Whether it runs only when it is named. */
  isOnRequest?: boolean;
  /** Whether it leaves a core idle, so that another such step runs beside it. */
  leavesCore?: boolean;
  /** Whether it has bounds in seconds, so that what runs beside it yields. */
  hasBounds?: boolean;
  run(context: StepContext): Promise<StepResult>;
}
