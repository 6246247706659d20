import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainInstallFailure } from './explainInstallFailure.mjs';

test('says what a failed installation means', () => {
  const cases: [output: string, message: RegExp][] = [
    [
      'npm error code EAI_AGAIN\nnpm error request to https://… failed',
      /^Could not reach the package registry, so the packages could not be/,
    ],
    [
      '➤ YN0001: │ RequestError: getaddrinfo ENOTFOUND registry',
      /^Could not reach the package registry/,
    ],
    [
      '➤ YN0001: │ Error: ENOSPC: no space left on device, write',
      /^The disk is full/,
    ],
    [
      '➤ YN0028: │ The lockfile would have been modified by this install',
      /^yarn.lock does not fit the package.json files$/,
    ],
    ['npm error code EACCES', /^No permission to write/],
    ['something else', /^the packages could not be installed$/],
  ];
  for (const [output, message] of cases) {
    assert.match(
      explainInstallFailure('the packages', output, 'install.log').message,
      message,
    );
  }
});
