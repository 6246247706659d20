import { runGit } from './runGit.ts';

/** The first version that has every option used here. */
const oldest = { major: 2, minor: 31 };

/** Fails with the reason when git is missing or too old. */
export async function requireGit(): Promise<void> {
  const output = (await runGit(['--version'])).toString().trim();
  const match = /(\d+)\.(\d+)/.exec(output);
  const major = Number(match?.[1]);
  const minor = Number(match?.[2]);
  const isRecent =
    major > oldest.major || (major === oldest.major && minor >= oldest.minor);
  if (!isRecent) {
    throw new Error(
      `The sandbox needs git ${oldest.major}.${oldest.minor} or newer, found '${output}'.`,
    );
  }
}
