import { matchCommands } from './matchCommands';

const request = {
  title: 'Request a database',
  keywords: ['resource', 'postgres'],
  icon: null,
  href: '/provisioning/requests/new',
};
const settings = { title: 'Open settings', icon: null, href: '/settings' };
const deployments = {
  title: 'Deployments of',
  keywords: ['pipeline'],
  icon: null,
  href: 'delivery',
  kinds: ['component'],
};
const newSlo = {
  title: 'New SLO for',
  icon: null,
  href: 'slos?new',
  kinds: ['component'],
};
const commands = [settings, request, deployments, newSlo];

it.each([
  ['req', [request]],
  ['request database', [request]],
  ['database', [request]],
  ['postgres', [request]],
  // Letters of the title in their order.
  ['rqdb', [request]],
  ['settings', [settings]],
  ['o', []],
  ['request payment', []],
  ['payment-service', []],
])('finds the pages that %s means', (term, pages) => {
  expect(matchCommands(term, commands)).toEqual({
    pages,
    ofEntity: [],
    entityTerm: '',
  });
});

it.each([
  ['deployments of payment', [deployments], 'payment'],
  ['payment deploy', [deployments], 'payment'],
  ['pipeline for the ledger api', [deployments], 'ledger api'],
  ['new slo for payment-service', [newSlo], 'payment-service'],
  ['slo', [newSlo], ''],
])('finds the entity in %s', (term, ofEntity, entityTerm) => {
  expect(matchCommands(term, commands)).toEqual({
    pages: [],
    ofEntity,
    entityTerm,
  });
});

it('tells commands in German apart, too', () => {
  const german = [
    { ...deployments, title: 'Deployments von' },
    { ...deployments, title: 'Kosten von', keywords: ['Rechnung'] },
    { ...newSlo, title: 'Neues SLO für' },
  ];
  expect(matchCommands('kosten von payment', german)).toEqual({
    pages: [],
    ofEntity: [german[1]],
    entityTerm: 'payment',
  });
  expect(matchCommands('neues slo für payment', german).ofEntity).toEqual([
    german[2],
  ]);
});
