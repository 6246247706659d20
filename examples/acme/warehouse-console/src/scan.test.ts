import { describe, expect, it } from 'vitest';
import { readScan } from './scan';

describe('readScan', () => {
  it.each([
    ['AC-20418833', { kind: 'order', orderNumber: 'AC-20418833' }],
    ['V-04-17-B', { kind: 'shelf', location: 'V-04-17-B' }],
    ['badge-2041', { kind: 'badge', badge: 'badge-2041' }],
    ['DRL-18V-2', { kind: 'article', sku: 'DRL-18V-2' }],
    [']C1DRL-18V-2 ', { kind: 'article', sku: 'DRL-18V-2' }],
    ['hello', { kind: 'unknown', text: 'hello' }],
  ])('reads %s', (text, scan) => {
    expect(readScan(text)).toEqual(scan);
  });
});
