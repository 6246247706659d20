import type { Config } from '@backstage/config';

/** A tool, with its address taken apart into text and fields of the entity. */
export interface ToolTemplate {
  id: string;
  title: string;
  icon?: string;
  parts: (string | { path: string[] })[];
}

const PLACEHOLDER = /\$\{\{\s*(.*?)\s*\}\}/;
const FIELD =
  /^(?:metadata\.(?:name|namespace|title)|spec\.[a-zA-Z]+|metadata\.(?:annotations|labels)\['([^']+)'\])$/;

/**
 * Reads `delivery.tools`.
 *
 * @throws Error that names the key of the first tool that cannot be used
 */
export function readToolTemplates(config: Config): ToolTemplate[] {
  const tools = config.getOptionalConfig('delivery.tools');
  return (tools?.keys() ?? []).map(id => {
    const key = `delivery.tools.${id}`;
    const url = config.getString(`${key}.url`);
    if (!/^https?:\/\/[^$]/.test(url)) {
      throw new Error(
        `${key}.url must begin with http:// or https:// and a host, is '${url}'`,
      );
    }
    return {
      id,
      title: config.getString(`${key}.title`),
      icon: config.getOptionalString(`${key}.icon`),
      parts: url.split(new RegExp(PLACEHOLDER, 'g')).map((part, index) =>
        // Every second part is what stood between the braces.
        index % 2 === 0 ? part : { path: parseField(part, key) },
      ),
    };
  });
}

function parseField(text: string, key: string): string[] {
  const match = FIELD.exec(text);
  if (!match) {
    throw new Error(
      `${key}.url names '${text}'; it may name metadata.name, metadata.namespace, metadata.title, metadata.annotations['…'], metadata.labels['…'] or spec.…`,
    );
  }
  const [whole, quoted] = match;
  return quoted === undefined
    ? whole.split('.')
    : [...whole.slice(0, whole.indexOf('[')).split('.'), quoted];
}
