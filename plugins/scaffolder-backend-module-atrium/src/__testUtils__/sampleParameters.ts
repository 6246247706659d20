export const ON_SANDBOX = 'localhost:7008?owner=acme&repo=refund-service';
export const ON_GITHUB = 'github.com?owner=my-org&repo=refund-service';

/** What a person may enter; every template takes from it what it asks for. */
export const sampleParameters = {
  name: 'refund-service',
  description: 'Pays money back: "all" of it',
  owner: 'group:default/team-payments',
  system: 'system:default/billing',
  repoUrl: ON_SANDBOX,
  type: 'service',
  lifecycle: 'production',
};
