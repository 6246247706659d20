/** A person of the sample organisation whom a visitor can sign in as. */
export interface Persona {
  /** Name of the User entity, also the git user name. */
  name: string;
  displayName: string;
  email: string;
  /** Name of the Group entity. */
  group: string;
  /** One sentence on what to try as this person. */
  description: string;
}

export const personas: Persona[] = [
  {
    name: 'payments-dev',
    displayName: 'Priya Natarajan',
    email: 'payments-dev@acme.example',
    group: 'team-payments',
    description: 'A developer who runs the payment services.',
  },
  {
    name: 'platform-admin',
    displayName: 'Jonas Weber',
    email: 'platform-admin@acme.example',
    group: 'platform-team',
    description: 'A platform engineer who administers the portal.',
  },
  {
    name: 'new-hire',
    displayName: 'Mina Okafor',
    email: 'new-hire@acme.example',
    group: 'team-storefront',
    description: 'A developer who joined the storefront team this week.',
  },
  {
    name: 'eng-manager',
    displayName: 'Elena Marchetti',
    email: 'eng-manager@acme.example',
    group: 'commerce',
    description: 'The manager of the commerce department.',
  },
];
