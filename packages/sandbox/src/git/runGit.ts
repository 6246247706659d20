import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import os from 'node:os';

export interface RunGitOptions {
  gitDir?: string;
  input?: string | Buffer;
  environment?: Record<string, string>;
  /** Stop reading after this many bytes and return what there is. */
  maxBytes?: number;
}

export class GitError extends Error {
  readonly exitCode: number | undefined;
  readonly stderr: string;

  constructor(
    message: string,
    details: { exitCode?: number; stderr: string; cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.name = 'GitError';
    this.exitCode = details.exitCode;
    this.stderr = details.stderr;
  }
}

/** Settings that hold for every git process, whatever the person's own say. */
const gitSettings: Record<string, string> = {
  'safe.directory': '*',
  'core.quotePath': 'false',
  'init.defaultBranch': 'main',
  'gc.autoDetach': 'false',
  'http.receivepack': 'true',
  'receive.maxInputSize': '512m',
  // Refuses trees with names such as `.git` or `..` before they are stored.
  'transfer.fsckObjects': 'true',
  // `git clone` of an old state and of a bare commit works as on Gitea.
  'uploadpack.allowAnySHA1InWant': 'true',
};

const gitEnvironment = buildGitEnvironment();

function buildGitEnvironment() {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    // A hook or a rebase that started us must not lead git to its repository.
    if (value !== undefined && !name.startsWith('GIT_')) {
      environment[name] = value;
    }
  }
  Object.assign(environment, {
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: os.devNull,
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_LITERAL_PATHSPECS: '1',
    LC_ALL: 'C',
    TZ: 'UTC',
  });
  const settings = Object.entries(gitSettings);
  environment.GIT_CONFIG_COUNT = String(settings.length);
  for (const [index, [key, value]] of settings.entries()) {
    environment[`GIT_CONFIG_KEY_${index}`] = key;
    environment[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  return environment;
}

/** Starts git without a shell and apart from the person's own settings. */
export function spawnGit(
  args: string[],
  options: Pick<RunGitOptions, 'gitDir' | 'environment'> = {},
): ChildProcessWithoutNullStreams {
  const repositoryArgs = options.gitDir ? [`--git-dir=${options.gitDir}`] : [];
  const child = spawn('git', [...repositoryArgs, ...args], {
    env: { ...gitEnvironment, ...options.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A process that ends early closes its input; its exit code says why.
  child.stdin.on('error', () => {});
  // Whoever reads the output sees that it ended; without a listener the whole
  // sandbox would end when a process cannot be started.
  child.on('error', () => {});
  return child;
}

/** Runs git to its end and returns what it printed. */
export function runGit(
  args: string[],
  options: RunGitOptions = {},
): Promise<Buffer> {
  const { maxBytes = Infinity } = options;
  return new Promise((resolve, reject) => {
    const child = spawnGit(args, options);
    const chunks: Buffer[] = [];
    let size = 0;
    let isCutOff = false;
    let stderr = '';

    child.stdout.on('data', (chunk: Buffer) => {
      if (isCutOff) {
        return;
      }
      chunks.push(chunk);
      size += chunk.length;
      if (size >= maxBytes) {
        isCutOff = true;
        child.kill();
      }
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    child.on('error', error => {
      reject(
        new GitError(
          `Cannot run git: ${error.message}. The sandbox needs git on the PATH.`,
          { stderr, cause: error },
        ),
      );
    });
    child.on('close', code => {
      if (code === 0 || isCutOff) {
        const output = Buffer.concat(chunks);
        resolve(isCutOff ? output.subarray(0, maxBytes) : output);
        return;
      }
      reject(
        new GitError(`git ${args[0]} failed with ${code}: ${stderr.trim()}`, {
          exitCode: code ?? undefined,
          stderr,
        }),
      );
    });
    child.stdin.end(options.input ?? '');
  });
}
