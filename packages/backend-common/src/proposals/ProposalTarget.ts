import type { TextProblem } from '@atrium/common';
import type { ReadYamlOptions } from '@atrium/common/yaml';

/** Where a file is. */
export interface TargetFile {
  /** As people name it. */
  path: string;
  url: string;
}

/** A file that changes along with the one that somebody wrote. */
export interface CompanionChange {
  url: string;
  /** @throws InputError when the file is not what it has to be. */
  edit(content: string): string;
}

/** What somebody may write in a repository, and what is right there. */
export interface ProposalTarget<P extends TextProblem = TextProblem> {
  /** Of one repository and branch, with the default first; at least one. */
  files: TargetFile[];
  /** What is wrong with a file if it says this. */
  check(file: TargetFile, content: string): P[] | Promise<P[]>;
  /** What counts as a document of such a file, as for `check`. */
  yaml?: ReadYamlOptions;
  /** Of no documents, so that whatever is wrong with it is the change's own. */
  isPlainText?: boolean;
  /**
   * In the same commit, so that the file is found. What a file says already is
   * left out.
   */
  companions?(file: TargetFile): CompanionChange[];
}
