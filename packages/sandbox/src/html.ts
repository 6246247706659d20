/** Markup that is safe to send: made by `html`, or escaped by it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlValue = Html | string | number | undefined | HtmlValue[];

/** A template whose values are escaped unless they are markup themselves. */
export function html(
  strings: TemplateStringsArray,
  ...values: HtmlValue[]
): Html {
  let text = strings[0];
  for (const [index, value] of values.entries()) {
    text += render(value) + strings[index + 1];
  }
  return new Html(text);
}

function render(value: HtmlValue): string {
  if (value === undefined) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.map(render).join('');
  }
  return value instanceof Html ? value.text : escapeHtml(String(value));
}

function escapeHtml(text: string) {
  return text.replace(
    /[&<>"'`]/g,
    character => `&#${character.charCodeAt(0)};`,
  );
}
