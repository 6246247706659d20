/** Turns the TypeScript of this workspace into JavaScript as it is loaded. */
const SOURCE_TRANSFORM = '@backstage/cli/config/nodeTransform.cjs';

/**
 * The file of a worker that stands beside the one which starts it.
 *
 * @remarks
 * The build keeps one file per module, so both stay side by side and have the
 * same ending.
 */
export function workerFile(startedBy: string, name: string): string {
  const [, folder, ending] =
    /^(.*[\\/])[^\\/]+?(\.cjs\.js|\.ts)$/.exec(startedBy) ?? [];
  if (folder === undefined) {
    throw new Error(`'${startedBy}' cannot start a worker beside it`);
  }
  return `${folder}${name}${ending}`;
}

/**
 * The options of Node that a worker needs: none, unless it runs from source.
 *
 * @remarks
 * Those of the portal itself are not passed on, since they may watch files or
 * open a debugger.
 */
export function workerExecArgv(file: string): string[] {
  return file.endsWith('.ts')
    ? ['--require', require.resolve(SOURCE_TRANSFORM)]
    : [];
}
