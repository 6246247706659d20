import { sampleInitiative } from '../__testUtils__/samples';
import { checkDraft, toDraft } from './initiativeDraft';

describe('checkDraft', () => {
  it('gives back what was read, with the scope that no field has', () => {
    const { input, problems } = checkDraft(toDraft(sampleInitiative), {
      appliesTo: 'entity.spec.lifecycle == "production"',
    });
    expect(problems).toEqual({});
    expect(input).toEqual({
      title: 'CODEOWNERS everywhere',
      scorecard: 'readiness',
      goal: { kind: 'checks', checks: ['codeowners'] },
      ownerRef: 'group:default/platform-team',
      scope: { appliesTo: 'entity.spec.lifecycle == "production"' },
      startsOn: '2026-11-16',
      dueOn: '2026-12-11',
    });
  });

  it('says what is missing, field by field', () => {
    const draft = { ...toDraft(sampleInitiative), title: ' ', checks: [] };
    expect(checkDraft(draft).problems).toEqual({
      title: 'Enter a title',
      goal: 'Choose the goal',
    });
    expect(
      checkDraft({ ...toDraft(sampleInitiative), dueOn: '2026-11-01' })
        .problems,
    ).toEqual({ dueOn: 'The end date must be after the start date' });
  });
});
