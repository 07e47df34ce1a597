import type { PersonRole, UnitKind } from '@don-doc/persistence';

export type Column = 'unit' | 'unitCode' | 'kind' | 'aliases' | 'name' | 'position' | 'roles' | 'email';

/** Letters and figures only, without marks: how headings, roles and names are compared. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/giu, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();

/** Headings by which a table of an office may call its columns, folded; the first is the one we write. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  unit: ['don vi', 'ten don vi', 'phong don vi', 'unit'],
  unitCode: ['ma don vi', 'unitcode', 'unit code'],
  kind: ['loai don vi', 'loai', 'kind'],
  aliases: ['ten goi khac', 'ten khac', 'aliases'],
  name: ['ho va ten', 'ho ten', 'name'],
  position: ['chuc vu', 'chuc danh', 'position'],
  roles: ['vai tro', 'roles', 'role'],
  email: ['thu dien tu', 'email', 'e mail', 'dia chi thu dien tu'],
};

const ROLES: Readonly<Record<string, PersonRole>> = {
  'van phong': 'office',
  office: 'office',
  'lanh dao don vi': 'unit-head',
  'lanh dao phong': 'unit-head',
  'truong don vi': 'unit-head',
  'unit head': 'unit-head',
  'cong chuc': 'unit-staff',
  'vien chuc': 'unit-staff',
  'chuyen vien': 'unit-staff',
  'unit staff': 'unit-staff',
  'giam doc': 'director',
  director: 'director',
  'pho giam doc': 'deputy-director',
  'pho giam doc phu trach': 'deputy-director',
  'deputy director': 'deputy-director',
  'theo doi': 'observer',
  'co quan theo doi': 'observer',
  observer: 'observer',
};

const KINDS: Readonly<Record<string, UnitKind>> = {
  '': 'unit',
  'don vi': 'unit',
  phong: 'unit',
  unit: 'unit',
  'co quan': 'agency',
  agency: 'agency',
  'bo phan': 'post',
  post: 'post',
  khach: 'guest',
  'co quan ngoai': 'guest',
  guest: 'guest',
  nhom: 'group',
  group: 'group',
};

export function columnOf(heading: string): Column | null {
  const folded = fold(heading);
  const found = Object.entries(HEADINGS).find(([, names]) => names.includes(folded));
  return (found?.[0] as Column | undefined) ?? null;
}

export const roleOf = (word: string): PersonRole | null => ROLES[fold(word)] ?? null;
export const kindOf = (word: string): UnitKind | null => KINDS[fold(word)] ?? null;
