import { createMarkdown } from '../markdown/createMarkdown';
import type { RenderPageOptions } from '../markdown/renderPage';
import { renderPage } from '../markdown/renderPage';
import { plainDialect } from '../markdown/MarkdownDialect';
import type { RenderedPage } from '../markdown/RenderedPage';

const md = createMarkdown();

/** Renders Markdown on its own, with every link left as it is written. */
export function renderFragment(
  source: string,
  options: Partial<RenderPageOptions> = {},
): RenderedPage {
  return renderPage(source, {
    md,
    dialect: plainDialect,
    maxHighlightMilliseconds: 20_000,
    isValidUtf8: true,
    readSnippet: () => undefined,
    hashSnippet: () => '',
    snippets: { appended: [], isDedented: false },
    resolveLink: ({ kind, href, line }) => ({
      kind,
      href,
      line,
      resolved: href,
      isDownload: false,
      isBroken: false,
      targetPage: undefined,
      anchor: undefined,
      repositoryPath: undefined,
    }),
    ...options,
  });
}
