import type {
  DescribedSource,
  SloProposalDraft,
} from '@atrium/plugin-slo-common';
import { newSloForm } from '../../../form/sloForm';
import { putSlo } from '../../../form/putSlo';
import { writeSloForm } from '../../../form/writeSloForm';
import { editorReducer, type EditorState, openEditor } from './editorState';

const source = { by: 'type' as const, name: 'openmetrics' };
const spec = { service: 'shop' };

const openmetrics: DescribedSource = {
  type: 'openmetrics',
  title: 'OpenMetrics',
  measures: ['ratio', 'threshold'],
  hasCounters: true,
  fields: [
    {
      name: 'service',
      label: 'Service',
      type: 'text',
      isShared: true,
      startsWith: 'service',
    },
    { name: 'query', label: 'Series', type: 'query', isRequired: true },
  ],
};

/** A file with SLOs of some names, valid ones. */
function fileOf(...names: string[]): string {
  return names.reduce((text, name) => {
    const form = newSloForm({ service: 'shop', source, spec });
    return putSlo(text, writeSloForm({ ...form, name }));
  }, '');
}

function draftOf(...contents: string[]): SloProposalDraft {
  return {
    entityRef: 'component:default/shop',
    files: contents.map((content, index) => ({
      path: `./slo-${index + 1}.yaml`,
      url: `https://git.example/slo-${index + 1}.yaml`,
      content,
      base: `sha-${content.length}`,
    })),
    repositoryUrl: 'https://git.example/acme/shop',
    branch: 'main',
    handover: 'commit',
    sharedDocuments: [],
    sources: [openmetrics],
  };
}

const write = (state: EditorState, text: string) =>
  editorReducer(state, { type: 'write', text });

describe('editorState', () => {
  it('begins where the other SLOs are measured, or with what the portal has', () => {
    const { form, text } = openEditor(draftOf(fileOf('a')), { service: 'x' });
    expect(form?.measure).toMatchObject({ source, total: spec });
    expect(text.startsWith(`${fileOf('a')}---\n`)).toBe(true);
    const empty = openEditor(draftOf(''), { service: 'x' });
    expect(empty.form).toMatchObject({
      service: 'x',
      measure: { source, total: { service: 'x' } },
    });
  });

  it('edits the file that has the SLO', () => {
    const state = openEditor(draftOf(fileOf('a'), fileOf('b')), {
      sloName: 'b',
      service: 'x',
    });
    expect(state.file.path).toBe('./slo-2.yaml');
    expect(state.form?.name).toBe('b');
  });

  it('follows what is written, also a new name', () => {
    const draft = draftOf(fileOf('a', 'b'));
    const opened = openEditor(draft, { sloName: 'b', service: 'x' });
    const renamed = write(opened, opened.text.replaceAll('name: b', 'name: c'));
    expect(renamed.form?.name).toBe('c');
    const { form } = renamed;
    const filled = form
      ? editorReducer(renamed, {
          type: 'fill',
          form: { ...form, displayName: 'See' },
        })
      : renamed;
    expect(filled.text).toContain('displayName: See');
    expect(filled.text.match(/kind: SLO/g)).toHaveLength(2);

    const broken = write(filled, `${filled.text}  - [`);
    expect(broken.form).toBeUndefined();
    expect(write(broken, filled.text).form?.displayName).toBe('See');
  });

  it('keeps what was written when the file has changed meanwhile', () => {
    const opened = openEditor(draftOf(fileOf('a')), {
      sloName: 'a',
      service: 'x',
    });
    const newest = draftOf(`# New\n${fileOf('a', 'b')}`);
    const { form } = opened;
    const filled = form
      ? editorReducer(opened, {
          type: 'fill',
          form: { ...form, displayName: 'Mine' },
        })
      : opened;
    const rebased = editorReducer(filled, { type: 'rebase', draft: newest });
    expect(rebased.text).toBe(
      newest.files[0].content.replace(
        'name: a\n',
        'name: a\n  displayName: Mine\n',
      ),
    );
    expect(rebased.file.base).toBe(newest.files[0].base);

    // Without a form, somebody has to look: the review shows both.
    const byHand = write(opened, 'kind: [');
    const kept = editorReducer(byHand, { type: 'rebase', draft: newest });
    expect(kept.text).toBe('kind: [');
    expect(kept.file.base).toBe(newest.files[0].base);
  });
});
