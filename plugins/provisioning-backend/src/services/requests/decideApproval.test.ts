import { resourceDefinitionSchema } from '@atrium/plugin-provisioning-common';
import { decideApproval, findDecisionRefusal } from './decideApproval';

function define(approval?: object) {
  return resourceDefinitionSchema.parse({
    apiVersion: 'atrium.dev/v1',
    kind: 'ResourceDefinition',
    metadata: { name: 'postgres-production', title: 'PostgreSQL' },
    spec: {
      type: 'postgres',
      driver: 'postgres',
      plans: [{ name: 'small' }],
      ...(approval && { approval }),
    },
  });
}

const platformRefs = ['group:default/platform-team'];
const spent = {
  kind: 'error-budget' as const,
  message: "The error budget of 'payment-service' is spent",
};

describe('decideApproval', () => {
  it('asks nobody where nothing asks for it', () => {
    expect(decideApproval(define(), { platformRefs, reasons: [] })).toEqual({
      isRequired: false,
      reasons: [],
      approverRefs: [],
    });
  });

  it('asks the platform team for a spent error budget', () => {
    expect(
      decideApproval(define(), { platformRefs, reasons: [spent] }),
    ).toEqual({
      isRequired: true,
      reasons: [spent],
      approverRefs: platformRefs,
    });
  });

  it('asks whom the definition names, with every reason', () => {
    const definition = define({ approvers: ['user:default/ada'] });
    expect(
      decideApproval(definition, { platformRefs, reasons: [spent] }),
    ).toEqual({
      isRequired: true,
      reasons: [
        {
          kind: 'definition',
          message: "'PostgreSQL' needs approval",
          messages: {
            message: [
              {
                key: 'provisioning.approval.definition',
                values: { definition: 'PostgreSQL' },
              },
            ],
          },
        },
        spent,
      ],
      approverRefs: ['user:default/ada'],
    });
  });
});

describe('findDecisionRefusal', () => {
  const request = {
    requesterRef: 'user:default/grace',
    approverRefs: ['group:default/platform-team', 'user:default/ada'],
  };

  it.each<[userRef: string, memberRefs: string[], reason: string | undefined]>([
    ['user:default/ada', [], undefined],
    ['user:default/linus', ['group:default/platform-team'], undefined],
    // Membership is direct: a group above the approvers gives no right.
    ['user:default/boss', ['group:default/engineering'], 'decide'],
    // Not even a member of the approvers decides about what they asked for.
    ['user:default/grace', ['group:default/platform-team'], 'ownRequest'],
  ])('%s with %j: %s', (userRef, memberRefs, reason) => {
    expect(findDecisionRefusal(request, { userRef, memberRefs })).toEqual(
      reason && { reason, approverRefs: request.approverRefs },
    );
  });

  it('does not send whoever asked to themselves', () => {
    expect(
      findDecisionRefusal(
        { ...request, requesterRef: 'user:default/ada' },
        { userRef: 'user:default/ada', memberRefs: [] },
      ),
    ).toEqual({
      reason: 'ownRequest',
      approverRefs: ['group:default/platform-team'],
    });
  });
});
