import { parseTokenArguments } from '../arguments.ts';
import { signInToRunningPortal } from '../token/signInToRunningPortal.ts';

/** Prints a Backstage token of a persona and nothing else. */
export async function tokenCommand(args: string[]): Promise<number> {
  const { persona = '', home } = parseTokenArguments(args);
  const { token } = await signInToRunningPortal({ home, persona });
  process.stdout.write(`${token}\n`);
  return 0;
}
