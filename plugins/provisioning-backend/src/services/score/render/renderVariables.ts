import type { FieldIssue } from '@atrium/common/yaml';
import type { ScoreContainer } from '@atrium/plugin-provisioning-common';
import type { JsonObject } from '@backstage/types';
import type { ScoreScope, SecretReference } from './ScoreScope';
import { shortHash } from './shortHash';

/**
 * The environment of a container, by name.
 *
 * @remarks A secret within a text becomes a variable of its own before it, which
 * the text names: Kubernetes puts it in, and the manifest holds no secret.
 */
export function renderVariables(
  { variables }: ScoreContainer,
  scope: ScoreScope,
  issues: { path: PropertyKey[]; found: FieldIssue[] },
): JsonObject[] {
  const secrets = new Map<string, JsonObject>();
  const plain: JsonObject[] = [];
  for (const [name, text] of Object.entries(variables)) {
    const parts = scope.resolve(text, message =>
      issues.found.push({
        path: [...issues.path, 'variables', name],
        message,
      }),
    );
    const [first] = parts;
    if (parts.length === 1 && typeof first !== 'string') {
      plain.push(fromSecret(name, first));
      continue;
    }
    const value = parts.map(part => {
      if (typeof part === 'string') {
        return part;
      }
      const variable = variableOf(part);
      secrets.set(variable, fromSecret(variable, part));
      return `$(${variable})`;
    });
    plain.push({ name, value: value.join('') });
  }
  return [...byName([...secrets.values()]), ...byName(plain)];
}

function fromSecret(name: string, { key, name: secret }: SecretReference) {
  return { name, valueFrom: { secretKeyRef: { name: secret, key } } };
}

function variableOf({ name, key }: SecretReference): string {
  return `SECRET_${shortHash(`${name}/${key}`).toUpperCase()}`;
}

function byName(variables: JsonObject[]): JsonObject[] {
  return variables.toSorted(
    (one, other) =>
      Number(String(one.name) > String(other.name)) -
      Number(String(one.name) < String(other.name)),
  );
}
