import { z } from 'zod';
import type { RepositoryPermission } from './RepositoryWriter';

/** What Gitea and GitHub both answer about an account and a repository. */
export const permissionAnswerSchema = z
  .object({ permission: z.string() })
  .transform(({ permission }): RepositoryPermission => {
    switch (permission) {
      case 'owner':
      case 'admin':
      case 'write':
        return 'write';
      case 'read':
        return 'read';
      default:
        return 'none';
    }
  });
