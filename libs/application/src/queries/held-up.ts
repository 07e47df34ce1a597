import type { HeldUp } from '@don-doc/contracts/http';
import type { Actor } from '../context.js';
import type { PlanPicture } from './picture.js';
import { iso, ms } from './sql.js';

/** Who is told that the machinery fails: those who can wait for it knowingly, or have it mended. */
export const seesFailures = (actor: Actor): boolean => actor.roles.includes('office') || actor.roles.includes('admin');

/** Tasks whose settle fails, the plan's own first: nothing is lost meanwhile, and nothing is reminded of either. */
export function heldUp(picture: PlanPicture, actor: Actor): HeldUp[] {
  if (!seesFailures(actor)) return [];
  const { plan, tasks } = picture;
  const whole = plan.failing_since === null ? [] : [{ taskNo: null, since: iso(ms(plan.failing_since)) }];
  return [
    ...whole,
    ...tasks.flatMap(({ no, failingSince }) =>
      failingSince === null ? [] : [{ taskNo: no, since: iso(failingSince) }],
    ),
  ];
}
