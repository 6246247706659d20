import type { EmailTemplate, Locale } from './EmailTemplate.ts';
import { layout } from './layout.ts';

export type { EmailContent, EmailTemplate, Locale } from './EmailTemplate.ts';
export {
  orderShipped,
  type OrderShippedData,
} from './templates/orderShipped.ts';
export {
  passwordChanged,
  type PasswordChangedData,
} from './templates/passwordChanged.ts';

export interface RenderedEmail {
  subject: string;
  html: string;
  text: string;
}

// Gmail cuts longer messages off and hides the rest behind a link.
const MAX_HTML_BYTES = 102 * 1024;

/** Renders one message. Languages we do not write in get English. */
export function renderEmail<Data>(
  template: EmailTemplate<Data>,
  data: Data,
  locale: string,
): RenderedEmail {
  const language: Locale = locale.startsWith('de') ? 'de' : 'en';
  const content = template.content(data, language);
  const html = layout({
    locale: language,
    title: content.subject,
    preview: content.preview,
    body: content.body,
  }).toString();
  if (Buffer.byteLength(html) > MAX_HTML_BYTES) {
    throw new Error(`'${template.name}' is longer than Gmail shows`);
  }
  return { subject: content.subject, html, text: content.text };
}
