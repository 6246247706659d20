import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { orderShipped, renderEmail } from '../src/index.ts';

const DATA = {
  customerName: 'Mina <script>alert(1)</script>',
  orderId: 'ord_1',
  carrier: 'ParcelWorks',
  trackingUrl: 'https://track.parcelworks.example/9Q2?a=1&b=2',
  expectedOn: '2026-11-05',
  items: [
    { name: 'Raincoat', quantity: 1 },
    { name: 'Socks & shoes', quantity: 2 },
  ],
};

describe('renderEmail', () => {
  it('escapes what comes from outside', () => {
    const { html } = renderEmail(orderShipped, DATA, 'en-IE');
    assert.ok(!html.includes('<script>'));
    assert.ok(html.includes('Mina &lt;script&gt;'));
    assert.ok(html.includes('<li>2 × Socks &amp; shoes</li>'));
    assert.ok(html.includes('9Q2?a=1&amp;b=2"'));
  });

  it('leaves plain text plain', () => {
    const { text } = renderEmail(orderShipped, DATA, 'en-IE');
    assert.ok(text.includes('- 2 × Socks & shoes'));
    assert.ok(text.includes('deliver it on Thursday'));
  });

  it('writes German to Germans and English to the French', () => {
    assert.match(
      renderEmail(orderShipped, DATA, 'de-AT').subject,
      /^Deine Bestellung/,
    );
    assert.match(
      renderEmail(orderShipped, DATA, 'fr-FR').subject,
      /^Your order/,
    );
  });

  it('refuses links without TLS', () => {
    const data = { ...DATA, trackingUrl: 'http://track.example' };
    assert.throws(() => renderEmail(orderShipped, data, 'en'), /is not https/);
  });
});
