import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { authorization, expect, signIn, test } from './portalTest';
import { uniqueName } from './provisionedResources';

const root = path.resolve(__dirname, '../../..');

type Texts = Record<string, string>;

const readTexts = (file: string): Texts => require(file).default;

/** English texts without values that no German page says. */
function englishTexts(): Set<string> {
  const found = new Set<string>();
  const alsoGerman = new Set<string>();
  for (const folder of ['packages', 'plugins']) {
    for (const name of readdirSync(path.join(root, folder))) {
      const texts = path.join(root, folder, name, 'src/translations');
      if (existsSync(texts)) {
        for (const text of Object.values(readTexts(`${texts}/de`))) {
          alsoGerman.add(text);
        }
        for (const text of Object.values(readTexts(`${texts}/en`))) {
          // Words in small letters are in catalog files too: types, lifecycles.
          if (!text.includes('{{') && /^[A-Z]/.test(text)) {
            found.add(text);
          }
        }
      }
    }
  }
  return new Set([...found].filter(text => !alsoGerman.has(text)));
}

/**
 * What the page says in lines, labels and titles; of documentation, which is a tree of
 * its own, what stands around the article.
 */
async function textsOf(page: Page): Promise<string[]> {
  const lines = (await page.locator('body').first().innerText()).split('\n');
  const others = await page.evaluate(() => {
    const docs = [...document.querySelectorAll('*')].flatMap(
      ({ shadowRoot }) => shadowRoot ?? [],
    );
    const find = (selector: string, trees: (Document | ShadowRoot)[]) =>
      trees.flatMap(tree => [...tree.querySelectorAll(selector)]);
    return [
      ...find('[aria-label], [title], [placeholder]', [document, ...docs])
        .flatMap(element =>
          ['aria-label', 'title', 'placeholder'].map(name =>
            element.getAttribute(name),
          ),
        )
        .filter(text => text !== null),
      ...find('.md-nav__title, .md-footer__direction', docs).map(
        ({ textContent }) => textContent ?? '',
      ),
    ];
  });
  return [...lines, ...others].map(text => text.trim());
}

/** A system and a level of the sample organisation. */
const EXPECTED = ['Search', 'Started'];

test('somebody reads the portal in German', async ({ page }) => {
  // Many pages, each read whole.
  test.setTimeout(300_000);
  const english = englishTexts();
  await signIn(page, 'payments-dev', '/settings');
  await page.getByRole('radio', { name: 'Deutsch' }).click();
  await expect(
    page.getByRole('heading', { name: 'Einstellungen' }),
  ).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');

  const german: [address: string, text: string][] = [
    ['/settings', 'Darstellung'],
    ['/', 'Meine Services'],
    ['/catalog', 'Zustand'],
    ['/catalog/default/component/payment-service', 'Hängt ab von'],
    ['/catalog/default/component/payment-service/delivery', 'Was wo läuft'],
    ['/catalog/default/component/payment-service/runtime', 'So läuft es'],
    ['/catalog/default/group/team-payments', 'Besitzt'],
    ['/notifications', 'Alle Themen'],
    ['/search?query=payment', 'Personen'],
    ['/create', 'Alle Typen'],
    ['/delivery', 'Wie Teams liefern'],
    ['/workloads', 'Nicht bereit'],
    ['/slos/objectives', 'Woche für Woche'],
    ['/catalog/default/component/payment-service/slos', 'Neues SLO'],
    ['/slos/agreements', 'Dieser Monat'],
    ['/dependencies', 'Deklariert und beobachtet'],
    ['/cost', 'Nicht zugeordnet'],
    ['/scorecards', 'Score im Schnitt'],
    ['/provisioning/resources', 'Alle Umgebungen'],
    ['/docs', 'Docs meines Teams'],
    ['/docs/default/component/payment-service', 'Auf dieser Seite'],
    ['/api-docs', 'Alle Typen'],
    ['/catalog-health', 'Katalogzustand'],
    ['/nowhere', 'Zur Startseite'],
  ];
  for (const [address, text] of german) {
    await page.goto(address);
    await expect(page.getByText(text).first()).toBeVisible();
    await expect(page.getByLabel('Wird geladen')).toHaveCount(0);
    expect(
      (await textsOf(page)).filter(
        shown => english.has(shown) && !EXPECTED.includes(shown),
      ),
      `English on ${address}`,
    ).toEqual([]);
  }

  await page.goto('/create/templates/default/node-service');
  await expect(page.getByText('(Erforderlich)').first()).toBeVisible();
  await expect(page.getByText('(Required)')).toHaveCount(0);

  await page.goto('/settings');
  await page.getByRole('radio', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('an approver reads in German what backends say', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const name = uniqueName('journal');
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, 'payments-dev');
  const headers = await authorization(other);
  const created = await other.request.post('/api/provisioning/requests', {
    headers: { ...headers, 'Idempotency-Key': name },
    data: {
      type: 'postgres',
      name,
      environment: 'production',
      entityRef: 'component:default/payment-service',
    },
  });
  expect(created.status()).toBe(201);
  const { id } = await created.json();

  await page.addInitScript(() => localStorage.setItem('language', 'de'));
  await page.goto('/notifications');
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await (await popup)
    .getByRole('button', { name: 'Sign in as Jonas Weber' })
    .click();
  await page
    .getByRole('link', {
      name: `Priya Natarajan möchte „${name}“ (PostgreSQL-Datenbank) in production anlegen`,
    })
    .click({ timeout: 30_000 });
  await expect(page.getByText('braucht eine Freigabe').first()).toBeVisible();
  await expect(page.getByRole('list', { name: 'Verlauf' })).toContainText(
    'Wartet auf Freigabe',
  );

  const cancelled = await other.request.post(
    `/api/provisioning/requests/${id}/cancel`,
    { headers, data: { reason: 'It was only to be read.' } },
  );
  expect(cancelled.ok()).toBe(true);
  await context.close();
});
