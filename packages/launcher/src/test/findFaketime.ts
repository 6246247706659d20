import { existsSync } from 'node:fs';

/** Where Debian and Ubuntu, Fedora, and Arch and Alpine put it. */
const LIBRARIES = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib64/faketime/libfaketimeMT.so.1',
  '/usr/lib/faketime/libfaketimeMT.so.1',
];

/** The library that gives a process and all it starts another date. */
export function findFaketime(): string | undefined {
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
