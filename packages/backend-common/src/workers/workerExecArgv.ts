/** Turns the TypeScript of this workspace into JavaScript as it is loaded. */
const SOURCE_TRANSFORM = '@backstage/cli/config/nodeTransform.cjs';

/**
 * The options of Node that a thread or process needs: none, unless its file is
 * TypeScript.
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
