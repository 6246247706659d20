import { mkdirSync, writeFileSync } from 'node:fs';
import { orderShipped, passwordChanged, renderEmail } from '../src/index.ts';

const folder = new URL('../preview/', import.meta.url);
mkdirSync(folder, { recursive: true });

for (const locale of ['en', 'de']) {
  const emails = {
    [orderShipped.name]: renderEmail(
      orderShipped,
      {
        customerName: 'Mina',
        orderId: 'ord_20261103',
        carrier: 'ParcelWorks',
        trackingUrl: 'https://track.parcelworks.example/9Q2',
        expectedOn: '2026-11-05',
        items: [{ name: 'Harbour raincoat, M, navy', quantity: 1 }],
      },
      locale,
    ),
    [passwordChanged.name]: renderEmail(
      passwordChanged,
      {
        customerName: 'Mina',
        changedAt: '2026-11-03T09:12:44Z',
        device: 'Firefox on Linux',
      },
      locale,
    ),
  };
  for (const [name, email] of Object.entries(emails)) {
    writeFileSync(new URL(`${name}.${locale}.html`, folder), email.html);
  }
}
console.log(`Open the files in ${folder.pathname}`);
