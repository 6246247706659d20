import type { ThemeMode } from '../useThemeMode';
import { diagramTheme } from './diagramTheme';
import { loadMermaid } from './loadMermaid';

let drawnCount = 0;
let lastDrawing: Promise<unknown> = Promise.resolve();

/**
 * Draws a diagram as SVG.
 *
 * @remarks One after the other: the library has a single configuration, and
 * two drawings in different themes would mix their colours.
 */
export function drawDiagram(source: string, mode: ThemeMode): Promise<string> {
  const drawing = lastDrawing.then(() => draw(source, mode));
  lastDrawing = drawing.catch(() => {});
  return drawing;
}

async function draw(source: string, mode: ThemeMode): Promise<string> {
  const mermaid = await loadMermaid();
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    logLevel: 'fatal',
    theme: 'base',
    look: 'classic',
    // Narrower than by default: the column of text is narrow as well.
    sequence: {
      width: 110,
      height: 44,
      actorMargin: 24,
      diagramMarginX: 8,
      // Room for the number of the last message.
      diagramMarginY: 14,
      messageFontSize: 13,
      mirrorActors: false,
    },
    flowchart: { nodeSpacing: 36, rankSpacing: 44 },
    // What is in a repository may not undo the above. Its colours would be
    // right in one of the two modes only, so these are ours as well.
    secure: [
      'secure',
      'securityLevel',
      'startOnLoad',
      'maxTextSize',
      'maxEdges',
      'suppressErrorRendering',
      'logLevel',
      'theme',
      'themeVariables',
      'themeCSS',
      'fontFamily',
    ],
    ...diagramTheme(mode),
  });
  drawnCount += 1;
  const workbench = createWorkbench();
  try {
    const id = `atrium-diagram-${drawnCount}`;
    const { svg } = await mermaid.render(id, source, workbench);
    return svg;
  } finally {
    workbench.remove();
  }
}

/** Texts are measured in the page, but nobody should see that happen. */
function createWorkbench(): HTMLElement {
  const workbench = document.createElement('div');
  workbench.setAttribute('aria-hidden', 'true');
  Object.assign(workbench.style, {
    position: 'absolute',
    top: '0',
    left: '-10000px',
    width: '800px',
    visibility: 'hidden',
  });
  document.body.append(workbench);
  return workbench;
}
