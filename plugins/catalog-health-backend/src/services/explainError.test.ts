import { explainError } from './explainError';
import { isStorableJson, KindRules } from '@atrium/backend-common';

const rules = new KindRules([
  { allow: [{ kind: 'Component', type: undefined }] },
]);

function explain(message: string, name = 'InputError') {
  return explainError(
    { name, message },
    {
      entityRef: 'component:default/shop',
      origin: 'https://a.example/b',
      rules,
    },
  );
}

describe('explainError', () => {
  it.each([
    [
      'Missing closing "quote (line 3, column 7)',
      'syntax',
      'Missing closing "quote',
    ],
    [
      'The file is larger than 1 MB, which is as much as is read (line 1, column 1)',
      'too-large',
      'The file is larger than 1 MB, which is as much as is read',
    ],
    [
      "Processor BuiltinKindsEntityProcessor threw an error while validating the entity component:default/shop; caused by TypeError: /spec must have required property 'owner' - missingProperty: owner",
      'no-owner',
      'It names no owner.',
    ],
    [
      "Processor ModelProcessor threw an error while validating the entity component:default/shop; caused by TypeError: Validation of Component entity failed: spec must have required property 'owner'",
      'no-owner',
      'It names no owner.',
    ],
    [
      'Policy check failed for component:default/shop; caused by Error: "metadata.name" is not valid; expected a string',
      'invalid',
      '"metadata.name" is not valid; expected a string',
    ],
    [
      'No processor recognized the entity widget:default/w as valid, possibly caused by a foreign kind or apiVersion',
      'unknown-kind',
      "The catalog does not know the kind or apiVersion of 'widget:default/w'.",
    ],
    [
      'Entity template:default/t at url:a, originated at url:a, is not of an allowed kind for that location',
      'kind-not-allowed',
      "'template:default/t' may not come from here; nothing of the file is taken.",
    ],
    [
      'Processor PlaceholderProcessor threw an error while preprocessing; caused by InputError: Placeholder $text could not read location ./x.yaml: NotFoundError, there is no such file, or the portal may not read it',
      'placeholder',
      'Placeholder $text could not read location ./x.yaml: NotFoundError, there is no such file, or the portal may not read it',
    ],
    [
      "InputError: Processor ContentProcessor threw an error while preprocessing; caused by InputError: 'metadata.links[0].url' is no address that a page may link to: it starts a program",
      'invalid',
      "'metadata.links[0].url' is no address that a page may link to: it starts a program",
    ],
    ['Something else', 'other', 'Something else'],
  ])('explains %s', (message, kind, said) => {
    expect(explain(message)).toMatchObject({
      kind,
      severity: 'error',
      message: said,
      advice: expect.stringMatching(/\w+/),
    });
  });

  it('tells a file that is missing from a host that is down', () => {
    expect(
      explain('Unable to read url, no matching files found', 'NotFoundError'),
    ).toMatchObject({ kind: 'unreadable', severity: 'error' });
    expect(explain('Unable to read url, fetch failed', 'Error')).toMatchObject({
      kind: 'unreadable',
      severity: 'warning',
    });
  });

  it('names the module that would bring a kind', () => {
    const said = explain(
      'No processor recognized the entity template:default/t as valid, possibly caused by a foreign kind or apiVersion',
    );
    expect(said.advice).toContain(
      '@backstage/plugin-catalog-backend-module-scaffolder-entity-model',
    );
  });

  it('names no entity by what nothing can be called', () => {
    const refused = (ref: string) =>
      explain(
        `Entity ${ref} at url:a is not of an allowed kind for that location`,
      );
    expect(refused('Secret:default/a-B').entityRef).toBe('secret:default/a-b');
    const finding = refused('secret:default/a\0b\ud83d');
    expect(finding.entityRef).toBeUndefined();
    expect(isStorableJson(JSON.stringify(finding))).toBe(true);
    // The name is cut after 399 characters, within the emoji.
    const long = refused(`secret:default/${'x'.repeat(383)}😀${'x'.repeat(9)}`);
    expect(isStorableJson(JSON.stringify(long))).toBe(true);
    const entityRef = `secret:default/${'x'.repeat(383)}…`;
    expect(long.messages?.message).toEqual([
      expect.objectContaining({ values: { entityRef } }),
    ]);
  });

  it.each(['constructor', 'toString', '__proto__'])(
    'knows no module that brings the kind %s',
    kind => {
      expect(
        explain(
          `No processor recognized the entity ${kind}:default/x as valid`,
        ),
      ).toMatchObject({
        kind: 'unknown-kind',
        advice: expect.stringContaining('Component'),
      });
    },
  );

  it('makes one bounded line of whatever it is told', () => {
    const said = explain(`${'x'.repeat(5_000)}\n\u202e<script>`);
    expect(said.message).toHaveLength(400);
    expect(explain('a\n\u202eb\u0000c').message).toBe('a b c');
  });
});
