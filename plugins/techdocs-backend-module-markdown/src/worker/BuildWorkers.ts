import { ServiceUnavailableError } from '@backstage/errors';
import type { BuildAnswer, BuildRequest, BuildResult } from './buildMessages';
import { BUILD_WORKER_ROLE } from './buildWorker';
import type { ExchangeEnd, IsolatedWorker } from './IsolatedWorker';
import { startProcess } from './startProcess';
import { workerFile } from './workerFile';

export interface BuildWorkersOptions {
  /** Sites that are built at the same time. */
  count: number;
  maxMemoryMegabytes: number;
}

type BuildWorker = IsolatedWorker<BuildRequest, BuildAnswer>;

const IDLE_MILLISECONDS = 60_000;

const NO_ANSWER = { name: 'Error', message: 'The worker gave no answer' };

/**
 * Builds sites in processes of their own, so that the portal never waits for a
 * repository and outlives whatever it holds.
 *
 * @remarks
 * A process is kept for a while, since loading the libraries takes longer than
 * most builds. One that runs out of time or memory is ended.
 */
export class BuildWorkers {
  private readonly alive = new Set<BuildWorker>();
  private readonly idle: BuildWorker[] = [];
  private readonly waiting: (() => void)[] = [];
  private busyCount = 0;
  private idleTimer: NodeJS.Timeout | undefined;

  constructor(private readonly options: BuildWorkersOptions) {}

  async build(request: BuildRequest): Promise<BuildResult> {
    await this.takeTurn();
    clearTimeout(this.idleTimer);
    try {
      return await this.buildInWorker(request);
    } finally {
      this.passTurn();
      this.idleTimer = setTimeout(() => this.closeIdle(), IDLE_MILLISECONDS);
      this.idleTimer.unref();
    }
  }

  /** Ends all processes, and so what they are building. */
  async close(): Promise<void> {
    clearTimeout(this.idleTimer);
    await Promise.all([...this.alive].map(worker => worker.kill()));
  }

  private async closeIdle() {
    await Promise.all(this.idle.splice(0).map(worker => worker.kill()));
  }

  private async takeTurn() {
    if (this.busyCount < this.options.count) {
      this.busyCount += 1;
    } else {
      await new Promise<void>(resolve => this.waiting.push(resolve));
    }
  }

  private passTurn() {
    const next = this.waiting.shift();
    if (next) {
      next();
    } else {
      this.busyCount -= 1;
    }
  }

  private async buildInWorker(request: BuildRequest): Promise<BuildResult> {
    const worker = this.idle.pop() ?? (await this.start());
    let last: Exclude<BuildAnswer, { kind: 'page' }> | undefined;
    let sourcePath: string | undefined;
    const end = await worker.exchange(request, {
      maxMilliseconds: request.limits.maxBuildSeconds * 1000,
      onAnswer(answer) {
        if (answer.kind === 'page') {
          sourcePath = answer.sourcePath;
          return false;
        }
        last = answer;
        return true;
      },
    });
    if (end.kind !== 'answered') {
      await worker.kill();
      throw this.explain(end, request, sourcePath);
    }
    this.idle.push(worker);
    if (last?.kind === 'done') {
      return last.result;
    }
    const { name, message } = last?.error ?? NO_ANSWER;
    throw Object.assign(new Error(message), { name });
  }

  private explain(
    end: Exclude<ExchangeEnd, { kind: 'answered' }>,
    request: BuildRequest,
    sourcePath: string | undefined,
  ): Error {
    const place = sourcePath ? `, last at '${sourcePath}'` : '';
    if (end.kind === 'timeout') {
      const { maxBuildSeconds } = request.limits;
      return new ServiceUnavailableError(
        `It took longer than ${maxBuildSeconds} seconds${place}`,
      );
    }
    if (end.end.isOutOfMemory) {
      const { maxMemoryMegabytes } = this.options;
      return new ServiceUnavailableError(
        `It needed more than ${maxMemoryMegabytes} MB of memory${place}`,
      );
    }
    return new ServiceUnavailableError(
      `The process that built it ended${place}`,
      new Error(end.end.reason),
    );
  }

  private async start(): Promise<BuildWorker> {
    const worker: BuildWorker = await startProcess({
      file: workerFile(__filename, 'buildWorker'),
      role: BUILD_WORKER_ROLE,
      maxHeapMegabytes: this.options.maxMemoryMegabytes,
    });
    this.alive.add(worker);
    worker.ended.then(() => {
      this.alive.delete(worker);
      const at = this.idle.indexOf(worker);
      if (at >= 0) {
        this.idle.splice(at, 1);
      }
    });
    return worker;
  }
}
