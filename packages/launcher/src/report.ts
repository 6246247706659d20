import { Progress } from '../bin/bootstrap/Progress.mjs';

export { Failure, printFailure } from '../bin/bootstrap/Failure.mjs';
export { Progress };

/** Progress on standard output, for commands whose output is for people. */
export function terminalProgress(): Progress {
  return new Progress(process.stdout);
}

/** For what is itself a part of one step. */
export class SilentProgress extends Progress {
  constructor() {
    super(process.stdout);
  }

  override async step<T>(_label: string, run: () => Promise<T>): Promise<T> {
    return run();
  }
}
