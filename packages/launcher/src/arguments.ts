import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from './report.ts';
import { DEFAULT_BASE_PORT, HIGHEST_BASE_PORT } from './world/ports.ts';
import { DEFAULT_HOME } from './world/worldCommand.ts';

export interface WorldArguments {
  basePort: number;
  home: string;
  reset: boolean;
}

const WORLD_USAGE = 'Options: --port N  --home DIR  --reset';

/** Reads the options that `start` and `dev` share. */
export function parseWorldArguments(args: string[]): WorldArguments {
  const { basePort, home, reset = false } = parse(args, WORLD_USAGE);
  return { basePort, home, reset };
}

/** Reads `<persona>` and where the portal runs. */
export function parseTokenArguments(args: string[]): {
  persona: string | undefined;
  home: string;
} {
  const usage = 'Usage: npm run --silent token -- PERSONA [--home DIR]';
  const { positionals, home } = parse(args, usage, true);
  if (positionals.length > 1) {
    throw new Failure('One persona at a time', { hint: usage });
  }
  return { persona: positionals[0], home };
}

/** Reads the file, whose bill it is, and where the portal runs. */
export function parseCostImportArguments(args: string[]): {
  file: string;
  home: string;
  persona: string;
  query: Record<string, string>;
} {
  const usage =
    'Usage: npm run cost:import -- FILE --source NAME [--format daily] [--focus-version 1.2] [--as PERSONA] [--home DIR]';
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        as: { type: 'string', default: 'eng-manager' },
        'focus-version': { type: 'string' },
        format: { type: 'string' },
        home: { type: 'string' },
        source: { type: 'string' },
      },
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1 || !values.source) {
      throw new Failure('Which file, and whose bill is it?', { hint: usage });
    }
    const focusVersion = values['focus-version'];
    return {
      // npm changes into the checkout but says where it was called.
      file: resolve(process.env.INIT_CWD ?? process.cwd(), file),
      home: parseHome(values.home),
      persona: values.as,
      query: {
        source: values.source,
        ...(values.format !== undefined && { format: values.format }),
        ...(focusVersion !== undefined && { focusVersion }),
      },
    };
  } catch (error) {
    throw toFailure(error, usage);
  }
}

function parse(args: string[], usage: string, allowPositionals = false) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals,
      options: {
        port: { type: 'string' },
        home: { type: 'string' },
        reset: { type: 'boolean' },
      },
    });
    return {
      basePort: parsePort(values.port, usage),
      home: parseHome(values.home),
      reset: values.reset,
      positionals,
    };
  } catch (error) {
    throw toFailure(error, usage);
  }
}

/** The first sentence of Node's message names the argument. */
function toFailure(error: unknown, usage: string): unknown {
  if (error instanceof TypeError) {
    const [message] = error.message.split(/\. |\n/);
    return new Failure(message, { hint: usage, cause: error });
  }
  return error;
}

function parsePort(value: string | undefined, usage: string): number {
  if (value === undefined) {
    return DEFAULT_BASE_PORT;
  }
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1024 || port > HIGHEST_BASE_PORT) {
    throw new Failure(
      `--port is a number between 1024 and ${HIGHEST_BASE_PORT}, not '${value}'`,
      { hint: usage },
    );
  }
  return port;
}

function parseHome(value: string | undefined): string {
  return value === undefined
    ? DEFAULT_HOME
    : // npm changes into the checkout but says where it was called.
      resolve(process.env.INIT_CWD ?? process.cwd(), value);
}
