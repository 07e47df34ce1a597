import type { DirectoryPeople } from '@don-doc/contracts/http';
import type { Sql } from '../queries/sql.js';

/**
 * Lead units nobody of whom can be reminded: without a head, or with none who has an address. Where the Office leads, its
 * own people are reminded.
 */
export async function unreachableUnits(sql: Sql, unitIds: readonly string[]): Promise<DirectoryPeople['unreachable']> {
  return sql.query<DirectoryPeople['unreachable']>(
    `SELECT u.id AS "unitId", u.name AS "unitName",
            CASE WHEN count(p.id) = 0 THEN 'no-head' ELSE 'no-address' END AS why
       FROM unit u LEFT JOIN person p ON p.unit_id = u.id
        AND ('unit-head' = ANY (p.roles) OR (u.is_office AND 'office' = ANY (p.roles)))
      WHERE u.id = ANY ($1) GROUP BY u.id HAVING count(p.email) = 0 ORDER BY u.name`,
    [unitIds],
  );
}
