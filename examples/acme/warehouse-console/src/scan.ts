export type Scan =
  | { kind: 'order'; orderNumber: string }
  | { kind: 'article'; sku: string }
  | { kind: 'shelf'; location: string }
  | { kind: 'badge'; badge: string }
  | { kind: 'unknown'; text: string };

const PATTERNS: Array<[RegExp, (text: string) => Scan]> = [
  [/^AC-\d{8}$/, orderNumber => ({ kind: 'order', orderNumber })],
  [/^[VP]-\d{2}-\d{2}-[A-F]$/, location => ({ kind: 'shelf', location })],
  [/^badge-\d{4}$/, badge => ({ kind: 'badge', badge })],
  [/^[A-Z0-9]+(-[A-Z0-9]+)+$/, sku => ({ kind: 'article', sku })],
];

/** What a barcode stands for. The order of patterns matters: a shelf looks like an article. */
export function readScan(input: string): Scan {
  // Some scanners send the barcode type in front, for example "]C1".
  const text = input.trim().replace(/^\][A-Za-z]\d/, '');
  for (const [pattern, make] of PATTERNS) {
    if (pattern.test(text)) {
      return make(text);
    }
  }
  return { kind: 'unknown', text };
}
