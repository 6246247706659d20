import type { EmailTemplate } from '../EmailTemplate.ts';
import { html } from '../html.ts';
import { button } from '../layout.ts';

export interface OrderShippedData {
  customerName: string;
  orderId: string;
  carrier: string;
  trackingUrl: string;
  /** Calendar day, `2026-11-05`. */
  expectedOn: string;
  items: { name: string; quantity: number }[];
}

const TEXTS = {
  en: {
    subject: (orderId: string) => `Your order ${orderId} is on its way`,
    greeting: (name: string) => `Hello ${name},`,
    line: (carrier: string, day: string) =>
      `${carrier} has your parcel and expects to deliver it on ${day}.`,
    track: 'Follow your parcel',
  },
  de: {
    subject: (orderId: string) => `Deine Bestellung ${orderId} ist unterwegs`,
    greeting: (name: string) => `Hallo ${name},`,
    line: (carrier: string, day: string) =>
      `${carrier} hat dein Paket und bringt es voraussichtlich am ${day}.`,
    track: 'Paket verfolgen',
  },
};

export const orderShipped: EmailTemplate<OrderShippedData> = {
  name: 'order-shipped',
  content: (data, locale) => {
    const texts = TEXTS[locale];
    const day = new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    }).format(new Date(data.expectedOn));
    const line = texts.line(data.carrier, day);

    return {
      subject: texts.subject(data.orderId),
      preview: line,
      body: html`
        <h1 style="font-size:20px">${texts.greeting(data.customerName)}</h1>
        <p>${line}</p>
        ${button(texts.track, data.trackingUrl)}
        <ul>
          ${data.items.map(
            item => html`<li>${item.quantity} × ${item.name}</li>`,
          )}
        </ul>
      `,
      text: [
        texts.greeting(data.customerName),
        '',
        line,
        `${texts.track}: ${data.trackingUrl}`,
        '',
        ...data.items.map(item => `- ${item.quantity} × ${item.name}`),
      ].join('\n'),
    };
  },
};
