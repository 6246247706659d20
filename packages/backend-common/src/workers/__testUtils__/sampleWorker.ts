export type SampleTask =
  | { kind: 'count' }
  | { kind: 'wait'; milliseconds: number }
  | { kind: 'hang' | 'fill-memory' | 'fail' | 'exit' };

export const workerFile = __filename;

let count: number;

export async function load(): Promise<void> {
  count = 0;
}

/** Answers with the number of tasks that the thread has had. */
export async function runTask(task: SampleTask): Promise<number> {
  count += 1;
  switch (task.kind) {
    case 'count':
      return count;
    case 'wait':
      await new Promise(resolve => setTimeout(resolve, task.milliseconds));
      return count;
    case 'hang':
      for (;;) {
        count += 1;
      }
    case 'fill-memory': {
      const memory: object[] = [];
      for (;;) {
        memory.push({ at: memory.length });
      }
    }
    case 'fail':
      throw new RangeError('Out of range');
    case 'exit':
      return process.exit(3);
    default:
      throw new Error(`Unknown task '${task satisfies never}'`);
  }
}
