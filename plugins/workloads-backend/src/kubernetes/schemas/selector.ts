import { z } from 'zod';

/** A selector of pods, read as the text that the API takes. */
export const selectorSchema = z
  .object({
    matchLabels: z.record(z.string(), z.string()).nullish(),
    matchExpressions: z
      .array(
        z.object({
          key: z.string(),
          operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
          values: z.array(z.string()).nullish(),
        }),
      )
      .nullish(),
  })
  .transform(({ matchLabels, matchExpressions }) => {
    const equalities = Object.entries(matchLabels ?? {}).map(
      ([key, value]) => `${key}=${value}`,
    );
    const expressions = (matchExpressions ?? []).map(
      ({ key, operator, values }) => {
        const list = `(${(values ?? []).join(',')})`;
        switch (operator) {
          case 'In':
            return `${key} in ${list}`;
          case 'NotIn':
            return `${key} notin ${list}`;
          case 'Exists':
            return key;
          default:
            return `!${key}`;
        }
      },
    );
    return [...equalities, ...expressions].join(',');
  });
