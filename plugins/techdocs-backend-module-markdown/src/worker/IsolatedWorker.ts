/** Sent by every worker once it waits for requests. */
export const READY = 'ready';

/** Why a worker is gone. */
export interface WorkerEnd {
  isOutOfMemory: boolean;
  reason: string;
}

/** A thread or a process, as far as an exchange needs it. */
export interface WorkerPort {
  post(message: object): void;
  /** Returns a function that takes the listener away again. */
  onMessage(listener: (message: unknown) => void): () => void;
  readonly ended: Promise<WorkerEnd>;
  /** Whether the portal may not exit while the worker is alive. */
  hold(isHeld: boolean): void;
  kill(): Promise<void>;
}

export interface ExchangeOptions<Answer> {
  maxMilliseconds: number;
  /** Returns true for the last answer to a request. */
  onAnswer(answer: Answer): boolean;
}

export type ExchangeEnd =
  | { kind: 'answered' }
  | { kind: 'timeout' }
  | { kind: 'ended'; end: WorkerEnd };

const START_MILLISECONDS = 60_000;

/** Answers one request at a time and can be ended at any moment. */
export class IsolatedWorker<Request extends object, Answer> {
  /** Resolves once the worker is ready. */
  static async start<Request extends object, Answer>(
    port: WorkerPort,
  ): Promise<IsolatedWorker<Request, Answer>> {
    const worker = new IsolatedWorker<Request, Answer>(port);
    const started = await worker.wait<unknown>({
      maxMilliseconds: START_MILLISECONDS,
      onAnswer: message => message === READY,
    });
    if (started.kind !== 'answered') {
      await port.kill();
      const reason =
        started.kind === 'ended' ? started.end.reason : 'it took too long';
      throw new Error(`A worker did not start: ${reason}`);
    }
    return worker;
  }

  private constructor(private readonly port: WorkerPort) {}

  get ended(): Promise<WorkerEnd> {
    return this.port.ended;
  }

  exchange(
    request: Request,
    options: ExchangeOptions<Answer>,
  ): Promise<ExchangeEnd> {
    const end = this.wait(options);
    this.port.post(request);
    return end;
  }

  kill(): Promise<void> {
    return this.port.kill();
  }

  private async wait<Message>(
    options: ExchangeOptions<Message>,
  ): Promise<ExchangeEnd> {
    const { port } = this;
    const end = Promise.withResolvers<ExchangeEnd>();
    const stopListening = port.onMessage(message => {
      // Each worker sends nothing but the answers it is typed with.
      if (options.onAnswer(message as Message)) {
        end.resolve({ kind: 'answered' });
      }
    });
    port.ended.then(reason => end.resolve({ kind: 'ended', end: reason }));
    const timer = setTimeout(
      () => end.resolve({ kind: 'timeout' }),
      options.maxMilliseconds,
    );
    port.hold(true);
    try {
      return await end.promise;
    } finally {
      clearTimeout(timer);
      stopListening();
      port.hold(false);
    }
  }
}
