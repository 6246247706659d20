import type { Progress } from '../report.ts';
import { bundleBackend } from './backend/bundleBackend.ts';
import { buildApp } from './buildApp.ts';

/** What `npm start` runs. */
export interface BuiltPortal {
  /** The package with the app in its `dist`. */
  appFolder: string;
  /** What Node runs: its options, and the file of the backend. */
  program: string[];
}

/** Builds what has changed of the app and the backend. */
export async function buildPortal(
  root: string,
  progress: Progress,
): Promise<BuiltPortal> {
  let appFolder = '';
  await progress.step('App', async () => {
    const { folder, isNew } = await buildApp(root);
    appFolder = folder;
    return isNew ? 'App built' : 'App unchanged';
  });
  let program: string[] = [];
  await progress.step('Backend', async () => {
    const backend = await bundleBackend(root);
    program = backend.program;
    return backend.isNew ? 'Backend bundled' : 'Backend unchanged';
  });
  return { appFolder, program };
}
