/** Whether a name is as a pattern says, where `*` stands for all but slashes. */
export function matchesPattern(pattern: string, name: string): boolean {
  const expression = pattern
    .split('*')
    .map(part => part.replace(/[^A-Za-z0-9]/g, '\\$&'))
    .join('[^/]*');
  return new RegExp(`^${expression}$`).test(name);
}
