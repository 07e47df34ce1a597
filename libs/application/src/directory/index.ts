export {
  saveDirectory,
  type DirectoryInput,
  type PersonInput,
  type SavedDirectory,
  type UnitInput,
} from './save-directory.js';
export { createDirectory, importPeople, type ImportedPeople } from './import-people.js';
export { directoryPeople } from './people.js';
