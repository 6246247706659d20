import { spawn } from 'node:child_process';

export interface RunBoundedOptions {
  command: string;
  args: string[];
  folder: string;
  environment: Record<string, string>;
  timeoutMs: number;
  maxOutputBytes: number;
  signal: AbortSignal;
  onOutput: (text: string) => void;
}

export type BoundedResult =
  | { status: 'exited'; exitCode: number }
  | { status: 'killed'; reason: string };

/**
 * Runs a program that must neither run on nor write without end.
 *
 * @remarks
 * It leads a process group of its own, which is killed as a whole when the
 * program has ended, however it ended: nothing it started stays behind.
 */
export function runBounded(options: RunBoundedOptions): Promise<BoundedResult> {
  const { command, args, folder, environment, signal } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let killReason: string | undefined;
    let outputBytes = 0;

    const kill = (reason: string) => {
      killReason ??= reason;
      killGroup(child.pid);
    };
    const timer = setTimeout(
      () => kill(`it took longer than ${options.timeoutMs / 1000} seconds`),
      options.timeoutMs,
    );
    const stop = () => kill('the sandbox stops');
    signal.addEventListener('abort', stop);
    if (signal.aborted) {
      stop();
    }

    const take = (text: string) => {
      outputBytes += Buffer.byteLength(text);
      if (outputBytes > options.maxOutputBytes) {
        kill(`it wrote more than ${options.maxOutputBytes} bytes`);
      } else if (killReason === undefined) {
        options.onOutput(text);
      }
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    };
    child.on('error', error => {
      settle();
      reject(error);
    });
    // What holds the output open after the end of the program is killed too.
    child.on('exit', () => killGroup(child.pid));
    child.on('close', code => {
      settle();
      resolve(
        killReason === undefined
          ? { status: 'exited', exitCode: code ?? 1 }
          : { status: 'killed', reason: killReason },
      );
    });
  });
}

function killGroup(pid: number | undefined) {
  if (pid === undefined) {
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The whole group has ended already.
  }
}
