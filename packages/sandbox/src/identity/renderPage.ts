import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { Html, html } from '../html.ts';

const stylesheet = readFileSync(
  path.join(import.meta.dirname, 'pages.css'),
  'utf8',
);

const stylesheetHash = createHash('sha256').update(stylesheet).digest('base64');

/**
 * Headers of every page.
 *
 * @remarks
 * `form-action` is left out on purpose: browsers apply it to the redirects that
 * follow a form too, and those end at the portal.
 */
export const pageHeaders: Record<string, string> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${stylesheetHash}'; base-uri 'none'; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

export interface IdentityPage {
  status: number;
  title: string;
  body: Html;
}

/** Wraps the body in the frame that all pages of the provider share. */
export function renderPage({ title, body }: IdentityPage): string {
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${new Html(`<style>${stylesheet}</style>`)}
      </head>
      <body>
        <main>
          <div class="mark">
            <svg
              width="20"
              height="20"
              viewBox="0 0 20 20"
              fill="none"
              stroke="currentColor"
              stroke-width="2"
              aria-hidden="true"
            >
              <path d="M3 17V8l7-5 7 5v9M7.5 17v-5h5v5" />
            </svg>
            Sample identity provider
          </div>
          ${body}
        </main>
      </body>
    </html>`.text;
}

export function sendPage(response: ServerResponse, page: IdentityPage) {
  response.writeHead(page.status, pageHeaders);
  response.end(renderPage(page));
}
