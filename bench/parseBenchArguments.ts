import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '@atrium/launcher/src/report.ts';

export const BENCH_USAGE =
  'Options: --rounds N  --port N  --home DIR  --bundle (start only)  --components N (scale only)';

/** Far from the ports of `npm start` and of its tests. */
const DEFAULT_PORT = 27_007;
const HIGHEST_PORT = 65_500;
const MOST_COMPONENTS = 1_000_000;

export interface BenchArguments {
  basePort: number;
  home: string;
  rounds: number | undefined;
  withBundle: boolean;
  components: number | undefined;
}

/** Reads the options that all benches share. */
export function parseBenchArguments(
  args: string[],
  root: string,
): BenchArguments {
  const values = parse(args);
  return {
    basePort: readNumber('port', values.port, HIGHEST_PORT) ?? DEFAULT_PORT,
    // npm changes into the checkout but says where it was called.
    home: values.home
      ? resolve(process.env.INIT_CWD ?? process.cwd(), values.home)
      : resolve(root, '.atrium', 'bench'),
    rounds: readNumber('rounds', values.rounds, 1_000),
    withBundle: values.bundle ?? false,
    components: readNumber('components', values.components, MOST_COMPONENTS),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        home: { type: 'string' },
        rounds: { type: 'string' },
        bundle: { type: 'boolean' },
        components: { type: 'string' },
      },
    }).values;
  } catch (error) {
    if (error instanceof TypeError) {
      // The first sentence of Node's message names the argument.
      const [message] = error.message.split(/\. |\n/);
      throw new Failure(message, { hint: BENCH_USAGE, cause: error });
    }
    throw error;
  }
}

function readNumber(
  name: string,
  value: string | undefined,
  maximum: number,
): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > maximum) {
    throw new Failure(
      `--${name} is a number between 1 and ${maximum}, not '${value}'`,
      { hint: BENCH_USAGE },
    );
  }
  return number;
}
