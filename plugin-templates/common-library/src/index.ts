export {
  createNoteSchema,
  noteQuerySchema,
  noteSchema,
  type CreateNote,
  type Note,
  type NoteQuery,
} from './noteSchema';
export { noteCreatePermission, notePermissions } from './permissions';
