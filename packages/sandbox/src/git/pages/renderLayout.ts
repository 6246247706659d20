import { html } from '../../html.ts';
import type { Html, HtmlValue } from '../../html.ts';

export interface Page {
  title: string;
  /** The way from the list of repositories to this page. */
  breadcrumb?: { label: string; href: string }[];
  body: HtmlValue;
}

/** The frame around every page. */
export function renderLayout(page: Page, portalUrl: string): Html {
  const { title, breadcrumb = [], body } = page;
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Acme git host</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/-/style.css" />
      </head>
      <body>
        <header class="top">
          <a class="brand" href="/"
            ><img src="/favicon.svg" alt="" width="20" height="20" />Acme git</a
          >
          <span class="note">Sample git host of the Atrium sandbox</span>
          <a class="portal" href="${portalUrl}">Open the portal</a>
        </header>
        <main>
          ${breadcrumb.length > 0
            ? html`<nav class="breadcrumb" aria-label="Breadcrumb">
                ${breadcrumb.map(
                  (step, index) =>
                    html`${index > 0 ? html`<span>/</span>` : ''}<a
                        href="${step.href}"
                        >${step.label}</a
                      >`,
                )}
              </nav>`
            : ''}
          ${body}
        </main>
      </body>
    </html> `;
}
