/**
 * What esbuild writes to have things keep the names that they have in their sources,
 * `__name = (target, value) => __defProp(target, "name", { value, ... })`, where both
 * may have other names.
 */
const HELPER =
  /\b__name ?= ?\((?<target>\w+), ?(?<value>\w+)\) ?=> ?(?<define>__defProp\(\k<target>, ?"name", ?\{ ?(?:value: ?)?\k<value>, ?configurable: ?true ?\}\))/;

/**
 * Has a bundle write the names of functions and classes only where they are others
 * than in their sources: it is done for each closure of each request.
 *
 * @throws Error where esbuild writes it in another way than it did.
 */
export function nameWhereNeeded(code: string): string {
  if (!/\b__name\b/.test(code)) {
    return code;
  }
  if (!HELPER.test(code)) {
    throw new Error('esbuild keeps the names of functions in another way now');
  }
  return code.replace(
    HELPER,
    '__name=($<target>,$<value>)=>$<target>.name===$<value>?$<target>:$<define>',
  );
}
