export const textFont =
  "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";
export const codeFont =
  "'JetBrains Mono Variable', ui-monospace, 'SFMono-Regular', Menlo, monospace";
