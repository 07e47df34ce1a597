import type { Me } from '@don-doc/contracts/http';
import { createContext, useContext } from 'react';

const Context = createContext<Me | null>(null);
export const SessionProvider = Context.Provider;

/** The person at work; inside the shell there always is one. */
export function useMe(): Me {
  const me = useContext(Context);
  if (!me) throw new Error('useMe outside of the shell');
  return me;
}

/** Does this person work for one unit, rather than follow the whole plan? */
export const isOfUnit = (me: Me): boolean =>
  me.roles.some((role) => role === 'unit-head' || role === 'unit-staff') &&
  !me.roles.includes('office') &&
  !me.roles.includes('admin');

/** Whose business the directory and its addresses are. */
export const keepsDirectory = (me: Me): boolean => me.roles.includes('office') || me.roles.includes('admin');

/** A guest reads the rows that its unit coordinates, and has no work of its own here. */
export const isGuest = (me: Me): boolean => me.roles.every((role) => role === 'observer');

/** Who may look at the machinery behind a plan. */
export const followsMachinery = (me: Me): boolean =>
  me.roles.some((role) => ['office', 'admin', 'deputy-director', 'director'].includes(role));
