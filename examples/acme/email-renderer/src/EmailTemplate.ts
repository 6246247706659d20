import type { SafeHtml } from './html.ts';

export type Locale = 'en' | 'de';

export interface EmailContent {
  subject: string;
  preview: string;
  body: SafeHtml;
  /** What clients without HTML show. Written by hand, not derived. */
  text: string;
}

export interface EmailTemplate<Data> {
  /** The name by which services refer to it; it never changes. */
  name: string;
  content: (data: Data, locale: Locale) => EmailContent;
}
