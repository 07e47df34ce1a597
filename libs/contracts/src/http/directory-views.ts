import { z } from 'zod';
import { role } from './views.js';

/** Someone of a directory. Roles hold in the plans launched with it. */
export const personView = z.object({
  id: z.uuid(),
  name: z.string(),
  position: z.string(),
  email: z.string().nullable(),
  roles: z.array(role),
  unitId: z.uuid().nullable(),
  unitName: z.string().nullable(),
  /** Of the account that speaks for this person, if there is one. */
  username: z.string().nullable(),
});

export const directoryPeople = z.object({
  id: z.uuid(),
  name: z.string(),
  demo: z.boolean(),
  people: z.array(personView),
  /** Units nobody of whom can be reminded: no head, or none with an address. */
  unreachable: z.array(z.object({ unitId: z.uuid(), unitName: z.string(), why: z.enum(['no-head', 'no-address']) })),
});

export const directoryImported = z.object({
  unitsAdded: z.number().int(),
  peopleAdded: z.number().int(),
  peopleChanged: z.number().int(),
  /** Known before and not in the file: they stay as they were. */
  peopleKept: z.number().int(),
});

export const accountView = z.object({
  id: z.uuid(),
  username: z.string(),
  /** Given to the account itself; they hold for every plan. */
  ownRoles: z.array(role),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  unitName: z.string().nullable(),
  directoryId: z.uuid().nullable(),
  directoryName: z.string().nullable(),
  /** Of the person; they hold in its own directory. */
  personRoles: z.array(role),
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
});

/** The only answer that ever holds a password: a first one, to be changed at the first login. */
export const accountOpened = z.object({ account: accountView, password: z.string() });

export const createDirectoryRequest = z.object({ name: z.string().trim().min(3).max(200) });
export const openAccountRequest = z.object({
  username: z
    .string()
    .trim()
    .toLowerCase()
    .min(3)
    .max(50)
    .regex(/^[a-z0-9][a-z0-9._-]*$/),
  personId: z.uuid().nullish(),
  roles: z.array(z.enum(['office', 'admin', 'director', 'deputy-director'])).default([]),
});

export type PersonView = z.infer<typeof personView>;
export type DirectoryPeople = z.infer<typeof directoryPeople>;
export type DirectoryImported = z.infer<typeof directoryImported>;
export type AccountView = z.infer<typeof accountView>;
export type AccountOpened = z.infer<typeof accountOpened>;
