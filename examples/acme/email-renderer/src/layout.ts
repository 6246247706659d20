import { html, type SafeHtml } from './html.ts';

export interface LayoutOptions {
  /** Language of the text, BCP 47. */
  locale: string;
  title: string;
  /** The line that mail clients show beside the subject. */
  preview: string;
  body: SafeHtml;
}

/**
 * The frame of every message.
 *
 * @remarks
 * Tables and inline styles, because Outlook for Windows lays out with Word.
 * The widths are attributes for the same reason.
 */
export function layout(options: LayoutOptions): SafeHtml {
  const { locale, title, preview, body } = options;
  return html`<!DOCTYPE html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
      </head>
      <body
        style="margin:0;background:#f4f3f7;font-family:Arial,sans-serif;color:#1c1b22"
      >
        <div style="display:none;max-height:0;overflow:hidden">${preview}</div>
        <table role="presentation" width="100%" cellspacing="0" cellpadding="0">
          <tr>
            <td align="center" style="padding:24px">
              <table
                role="presentation"
                width="560"
                cellspacing="0"
                cellpadding="0"
                style="background:#ffffff;border-radius:12px"
              >
                <tr>
                  <td style="padding:32px">${body}</td>
                </tr>
              </table>
              <p style="font-size:12px;color:#5b5966">
                Acme Retail GmbH, Lagerstrasse 4, 10115 Berlin
              </p>
            </td>
          </tr>
        </table>
      </body>
    </html> `;
}

export function button(label: string, url: string): SafeHtml {
  if (!url.startsWith('https://')) {
    throw new Error(`Link of the button '${label}' is not https`);
  }
  return html`<p>
    <a
      href="${url}"
      style="display:inline-block;padding:14px 20px;border-radius:6px;background:#0b5d4e;color:#ffffff;text-decoration:none"
      >${label}</a
    >
  </p>`;
}
