import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseCostAllocation } from '@atrium/plugin-cost-common';
import {
  parseDefinitions,
  parseScore,
} from '@atrium/plugin-provisioning-common';
import { parseScorecards } from '@atrium/plugin-scorecard-common';
import { readOpenSloFile } from '@atrium/plugin-slo-common';
import { componentEntityV1alpha1Validator } from '@backstage/catalog-model';
import { loadConfigSchema } from '@backstage/config-loader';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { z } from 'zod';
import { readGuideExamples } from './__testUtils__/readGuideExamples';

/** As far as it says which keys are at the top of a configuration. */
const schemasSchema = z.object({
  schemas: z.array(
    z.object({
      value: z.object({
        properties: z.record(z.string(), z.unknown()).default({}),
      }),
    }),
  ),
});

const ROOT = resolve(__dirname, '../../..');

const examples = readGuideExamples().filter(
  ({ language }) => language === 'yaml',
);

describe('documents that the guides print', () => {
  it.each<[string, RegExp, (text: string) => unknown]>([
    ['SLO', /^kind: SLO$/m, text => readOpenSloFile(text).problems],
    [
      'scorecard',
      /^kind: Scorecard$/m,
      text => parseScorecards(text, '').problems,
    ],
    [
      'definition or type of resources',
      /^kind: Resource(Definition|Type)$/m,
      text => parseDefinitions(text, '').problems,
    ],
    [
      'allocation of cost',
      /^kind: CostAllocation$/m,
      text => parseCostAllocation(text, '').problems,
    ],
    [
      'Score file',
      /^apiVersion: score.dev/m,
      text => parseScore(text).problems,
    ],
  ])('each %s is read without a problem', (_what, pattern, findProblems) => {
    const found = examples.filter(({ text }) => pattern.test(text));
    expect(found).not.toEqual([]);
    for (const { place, text } of found) {
      expect([place, findProblems(text)]).toEqual([place, []]);
    }
  });

  it('each component is one that the catalog takes', async () => {
    const found = examples.filter(({ text }) =>
      /^kind: Component$/m.test(text),
    );
    expect(found).not.toEqual([]);
    for (const { place, text } of found) {
      const isTaken = await componentEntityV1alpha1Validator.check(parse(text));
      expect([place, isTaken]).toEqual([place, true]);
    }
  });
});

describe('settings that the guides print', () => {
  /** What is required of every portal, and the guides need not say again. */
  const required = {
    app: { baseUrl: 'http://localhost' },
    backend: {
      baseUrl: 'http://localhost',
      listen: ':0',
      database: { connection: 'postgresql://localhost' },
    },
    notifications: {
      processors: {
        email: {
          transportConfig: { transport: 'stream' },
          sender: 'a@b.example',
        },
      },
    },
  };
  const base: JsonObject = parse(
    readFileSync(resolve(ROOT, 'app-config.yaml'), 'utf8'),
  );
  // The stock provider for Gitea declares nothing.
  const undeclared = /additionalProperty=gitea } at \/catalog\/providers$/;

  it('are declared, and of the type that is declared', async () => {
    const schema = await loadConfigSchema({
      dependencies: [],
      packagePaths: ['app', 'backend'].map(name =>
        resolve(ROOT, 'packages', name, 'package.json'),
      ),
      noUndeclaredProperties: true,
    });
    const { schemas } = schemasSchema.parse(schema.serialize());
    const roots = new Set(
      schemas.flatMap(({ value }) => Object.keys(value.properties)),
    );
    const settings = examples.filter(({ text }) => {
      const keys = [...text.matchAll(/^(\w+):/gm)];
      return keys.length > 0 && keys.every(([, key]) => roots.has(key));
    });
    expect(settings.length).toBeGreaterThan(40);
    const problems = settings.flatMap(({ place, text }) => {
      const data: JsonObject = parse(text);
      try {
        schema.process([
          { context: 'required', data: required },
          { context: 'app-config.yaml', data: base },
          { context: place, data },
        ]);
        return [];
      } catch (error) {
        return undeclared.test(`${error}`) ? [] : [`${place}: ${error}`];
      }
    });
    expect(problems).toEqual([]);
  });
});
