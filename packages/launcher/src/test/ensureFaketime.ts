import { existsSync } from 'node:fs';
import { installWithApt } from './installWithApt.ts';
import type { StepContext, StepResult } from './TestStep.ts';

/** Where Debian and Ubuntu, Fedora, and Arch and Alpine put it. */
const LIBRARIES = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib64/faketime/libfaketimeMT.so.1',
  '/usr/lib/faketime/libfaketimeMT.so.1',
];

/** What a step answers that needs {@link ensureFaketime} in vain. */
export const withoutFaketime: StepResult = {
  passed: 0,
  failed: 0,
  skipped: 1,
  output: '',
  note: 'skipped, because libfaketime is not installed',
};

/**
 * The library that gives a process and all it starts another date; installed
 * where this process may, and undefined where it is not to be had.
 */
export async function ensureFaketime(
  context: StepContext,
): Promise<string | undefined> {
  if (!LIBRARIES.some(existsSync)) {
    await installWithApt(context, 'libfaketime');
  }
  return LIBRARIES.find(existsSync);
}

/** Variables under which a program's clock is ahead by some time. */
export function faketimeEnvironment(
  library: string,
  aheadMilliseconds: number,
): Record<string, string> {
  return {
    LD_PRELOAD: library,
    FAKETIME: `+${Math.round(aheadMilliseconds / 1000)}`,
    // How long something takes is measured by another clock, which stays.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
}
