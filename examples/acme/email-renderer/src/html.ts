/** Markup that is safe to put into other markup as it is. */
export class SafeHtml {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }

  toString(): string {
    return this.value;
  }
}

type HtmlValue = string | number | SafeHtml | HtmlValue[];

/** Template tag that escapes everything which is not `SafeHtml` already. */
export function html(
  strings: TemplateStringsArray,
  ...values: HtmlValue[]
): SafeHtml {
  const text = strings.reduce(
    (result, string, index) =>
      result + toMarkup(values[index - 1] ?? '') + string,
  );
  return new SafeHtml(text);
}

function toMarkup(value: HtmlValue): string {
  if (Array.isArray(value)) {
    return value.map(toMarkup).join('');
  }
  return value instanceof SafeHtml ? value.value : escapeHtml(String(value));
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, char => ENTITIES[char] ?? char);
}
