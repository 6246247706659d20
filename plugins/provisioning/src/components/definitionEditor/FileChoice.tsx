import { useState } from 'react';
import { Button, Select, TextField } from '@backstage/ui';
import type { ProposalDraft, ProposalFile } from '@atrium/common';
import type { DefinitionProposalQuery } from '@atrium/plugin-provisioning-common';
import { FieldRow } from '@atrium/ui/editor';
import { t } from '../../translation';

/** Props of {@link FileChoice}. */
export interface FileChoiceProps {
  draft: ProposalDraft;
  file: ProposalFile;
  onChoose(query: DefinitionProposalQuery): void;
}

const NEW_FILE = 'new';

/** Into which file of the repository a new definition goes. */
export function FileChoice({ draft, file, onChoose }: FileChoiceProps) {
  const [newPath, setNewPath] = useState<string>();
  return (
    <FieldRow>
      <Select
        label={t('fileChoice.file')}
        size="medium"
        options={[
          ...draft.files.map(({ url, path }) => ({ value: url, label: path })),
          { value: NEW_FILE, label: t('fileChoice.aNewFile') },
        ]}
        value={newPath === undefined ? file.url : NEW_FILE}
        onChange={chosen => {
          if (chosen === NEW_FILE) {
            setNewPath('definitions/');
          } else {
            setNewPath(undefined);
            onChoose({ source: String(chosen) });
          }
        }}
      />
      {newPath !== undefined && (
        <>
          <TextField
            label={t('fileChoice.pathOfTheNewFile')}
            description={t('fileChoice.endsWithYamlFromThe')}
            value={newPath}
            onChange={setNewPath}
          />
          <div>
            <Button
              variant="secondary"
              isDisabled={!/\.ya?ml$/.test(newPath)}
              onPress={() => onChoose({ source: draft.files[0].url, newPath })}
            >
              {t('fileChoice.useThisFile')}
            </Button>
          </div>
        </>
      )}
    </FieldRow>
  );
}
