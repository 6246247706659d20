import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lastLines } from '../../bin/bootstrap/runLogged.mjs';
import { Failure } from '../report.ts';
import { installWithApt } from './installWithApt.ts';
import { runTool } from './runTool.ts';
import type { StepContext } from './TestStep.ts';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium: that of ATRIUM_CHROMIUM, one of this machine, or one
 * installed now, by Debian's packages when root and else by Playwright. Empty
 * for the one that Playwright keeps itself.
 */
export async function ensureChromium(context: StepContext): Promise<string> {
  const present = process.env.ATRIUM_CHROMIUM ?? findChromium();
  if (present) {
    return present;
  }
  await installWithApt(context, 'chromium');
  return findChromium() ?? installWithPlaywright(context);
}

function findChromium(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'];
  return [
    ...folders.flatMap(folder => NAMES.map(name => join(folder, name))),
    ...APPLICATIONS,
  ].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installWithPlaywright(context: StepContext): Promise<string> {
  const { code, output } = await runTool(context, {
    log: 'install-chromium',
    script: '@playwright/test/cli.js',
    args: ['install', 'chromium'],
  });
  if (code !== 0) {
    throw new Failure('There is no Chromium, and it could not be installed', {
      details: lastLines(output, 5),
      hint: 'Install Chromium or Chrome, or set ATRIUM_CHROMIUM to its path.',
    });
  }
  return '';
}
