const BUILT_IN = 'built in: ';

/** How a backend names a file that the portal brings along as the source of something. */
export function builtInSource(fileName: string): string {
  return `${BUILT_IN}${fileName}`;
}

/** Whether the portal brings a source along. */
export function isBuiltInSource(source: string): boolean {
  return source.startsWith(BUILT_IN);
}
