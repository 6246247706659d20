/** The library is large, so only a page with a diagram brings it in. */
export async function loadMermaid() {
  const { default: mermaid } = await import('mermaid');
  return mermaid;
}
