import { createHash } from 'node:crypto';

/**
 * The same for the same (plan, person, day), whenever and however often it is made: a server that has it already, and a
 * reader's program, can tell a repeat. `about` is the alarm of a manual reminder, '' for a digest.
 */
export function messageId(planId: string, personId: string, day: string, about: string, from: string): string {
  const hash = createHash('sha256').update([planId, personId, day, about].join('|')).digest('hex');
  return `<${hash.slice(0, 40)}@${domainOf(from)}>`;
}

function domainOf(from: string): string {
  return /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'don-doc.invalid';
}
