const suffixes: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** Reads a quantity such as `250m` or `512Mi`; undefined when it is none. */
export function parseQuantity(
  quantity: string | number | undefined,
): number | undefined {
  const [, number, suffix] =
    /^([0-9.]+)([A-Za-z]{0,2})$/.exec(String(quantity ?? '')) ?? [];
  const factor = suffixes[suffix];
  return number === undefined || factor === undefined
    ? undefined
    : Number(number) * factor;
}

export function formatCpu(cores: number): string {
  return `${Math.max(Math.round(cores * 1e9), 0)}n`;
}

export function formatMemory(bytes: number): string {
  return `${Math.max(Math.round(bytes / 1024), 0)}Ki`;
}
