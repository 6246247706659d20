import type { EmailTemplate } from '../EmailTemplate.ts';
import { html } from '../html.ts';
import { button } from '../layout.ts';

export interface PasswordChangedData {
  customerName: string;
  /** ISO 8601 in UTC. */
  changedAt: string;
  device: string;
}

const HELP_URL = 'https://shop.acme.example/help/account-security';

const TEXTS = {
  en: {
    subject: 'Your password was changed',
    line: (time: string, device: string) =>
      `Your password was changed on ${time} UTC from ${device}.`,
    warning: 'Was it not you? Secure your account now.',
    action: 'Secure my account',
  },
  de: {
    subject: 'Dein Passwort wurde geändert',
    line: (time: string, device: string) =>
      `Dein Passwort wurde am ${time} UTC von ${device} geändert.`,
    warning: 'Warst du das nicht? Sichere jetzt dein Konto.',
    action: 'Konto sichern',
  },
};

export const passwordChanged: EmailTemplate<PasswordChangedData> = {
  name: 'password-changed',
  content: (data, locale) => {
    const texts = TEXTS[locale];
    const time = new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'UTC',
    }).format(new Date(data.changedAt));
    const line = texts.line(time, data.device);

    return {
      subject: texts.subject,
      preview: texts.warning,
      body: html`
        <h1 style="font-size:20px">${texts.subject}</h1>
        <p>${data.customerName}, ${line}</p>
        <p><strong>${texts.warning}</strong></p>
        ${button(texts.action, HELP_URL)}
      `,
      text: [
        `${data.customerName}, ${line}`,
        '',
        texts.warning,
        `${texts.action}: ${HELP_URL}`,
      ].join('\n'),
    };
  },
};
