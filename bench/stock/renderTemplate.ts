const EXPRESSION = /\^?\{\{\s*(?:version '([^']+)'|(\w+))\s*\}\}/g;

export interface RenderTemplateOptions {
  /** The exact version of a package; of the release itself for `root`. */
  versionOf(name: string): string;
  values: Record<string, string>;
}

/**
 * Fills in a file of the create-app template.
 *
 * @remarks
 * Exact versions take the place of ranges, since a range would resolve to
 * whatever is newest on the day.
 */
export function renderTemplate(
  text: string,
  options: RenderTemplateOptions,
): string {
  return text.replace(EXPRESSION, (expression, name, key) => {
    if (name) {
      return options.versionOf(name);
    }
    const value = options.values[key];
    if (value === undefined) {
      throw new Error(`The template has an unknown expression '${expression}'`);
    }
    return value;
  });
}
