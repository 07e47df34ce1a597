import { DomainError } from '@don-doc/domain';
import type { DirectoryPeople } from '@don-doc/contracts/http';
import type { Actor, AppContext } from '../context.js';
import { actorInDirectory } from '../auth/reach.js';
import { requireRole } from '../core/authority.js';
import { unreachableUnits } from './reachable.js';

/** Who is in a directory, unit by unit, with which account; and which of its units could not be reminded. @throws DomainError NOT_FOUND, FORBIDDEN */
export async function directoryPeople(ctx: AppContext, actor: Actor, directoryId: string): Promise<DirectoryPeople> {
  requireRole(await actorInDirectory(ctx, actor, directoryId), 'admin', 'office');
  const [directory] = await ctx.db.query<{ id: string; name: string; demo: boolean }[]>(
    'SELECT id, name, is_demo AS demo FROM directory WHERE id = $1',
    [directoryId],
  );
  if (directory === undefined) throw new DomainError('NOT_FOUND', { what: 'directory' });
  const people = await ctx.db.query<DirectoryPeople['people']>(
    `SELECT p.id, p.name, p.position, p.email, p.roles, u.id AS "unitId", u.name AS "unitName",
            (SELECT a.username FROM account a WHERE a.person_id = p.id ORDER BY a.created_at LIMIT 1) AS username
       FROM person p LEFT JOIN unit u ON u.id = p.unit_id
      WHERE p.directory_id = $1 ORDER BY u.id IS NOT NULL, u.is_office DESC, u.name, 'unit-head' = ANY (p.roles) DESC, p.name`,
    [directoryId],
  );
  const units = await ctx.db.query<{ id: string }[]>(`SELECT id FROM unit WHERE directory_id = $1 AND kind = 'unit'`, [
    directoryId,
  ]);
  return {
    ...directory,
    people,
    unreachable: await unreachableUnits(
      ctx.db,
      units.map(({ id }) => id),
    ),
  };
}
