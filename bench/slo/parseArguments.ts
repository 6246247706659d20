import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Failure } from '@atrium/launcher/src/report.ts';

const USAGE =
  'Options: --slos N  --days N (of counts)  --checks N (of exactness)  --sample N (of SLOs, beside Prometheus)  --seconds N (of ingest)  --fresh  --port N  --home DIR';

const DEFAULTS = {
  slos: 100,
  days: 30,
  checks: 1_000,
  sample: 20,
  seconds: 15,
  port: 27_817,
};

/** What the bench is run with. */
export interface SloBenchOptions {
  /** How many SLOs there are. */
  slos: number;
  /** How many days of counts each of them has. */
  days: number;
  /** How many random windows are compared with raw minutes. */
  checks: number;
  /** How many of the SLOs Prometheus has, too. */
  sample: number;
  /** How long counts are sent. */
  seconds: number;
  /** Whether counts are written although those of an earlier run would do. */
  isFresh: boolean;
  /** Of the backend; Postgres and Prometheus take the next ones. */
  port: number;
  /** Where the embedded Postgres and Prometheus keep their data. */
  home: string;
}

/** Reads the command line. */
export function parseArguments(args: string[], root: string): SloBenchOptions {
  const values = parse(args);
  const number = (name: keyof typeof DEFAULTS) =>
    readNumber(name, values[name]) ?? DEFAULTS[name];
  const slos = number('slos');
  return {
    slos,
    days: number('days'),
    checks: number('checks'),
    sample: Math.min(number('sample'), slos),
    seconds: number('seconds'),
    isFresh: values.fresh ?? false,
    port: number('port'),
    home: values.home
      ? resolve(process.env.INIT_CWD ?? process.cwd(), values.home)
      : resolve(root, '.atrium', 'bench', 'slo'),
  };
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args,
      options: {
        slos: text,
        days: text,
        checks: text,
        sample: text,
        seconds: text,
        fresh: { type: 'boolean' },
        port: text,
        home: text,
      },
    }).values;
  } catch (error) {
    if (error instanceof TypeError) {
      throw new Failure(error.message, { hint: USAGE, cause: error });
    }
    throw error;
  }
}

function readNumber(name: string, value?: string): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) {
    throw new Failure(`--${name} is a number, not '${value}'`, { hint: USAGE });
  }
  return number;
}
