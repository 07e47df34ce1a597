export {
  saveDirectory,
  type DirectoryInput,
  type PersonInput,
  type SavedDirectory,
  type UnitInput,
} from './save-directory.js';
