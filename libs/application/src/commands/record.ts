import type { AssignmentResult } from '@don-doc/persistence';
import type { EntityManager } from 'typeorm';

/** What the record keeps of a command beside the model. The version has risen with the model's change. */
export async function setResult(em: EntityManager, assignmentId: string, result: AssignmentResult): Promise<void> {
  await em.query('UPDATE assignment SET result = $2 WHERE id = $1', [assignmentId, JSON.stringify(result)]);
}

export async function setNote(em: EntityManager, assignmentId: string, note: string): Promise<void> {
  await em.query('UPDATE assignment SET note = $2 WHERE id = $1', [assignmentId, note]);
}

export async function setEvidence(
  em: EntityManager,
  assignmentId: string,
  period: string,
  evidence: string,
): Promise<void> {
  await em.query('UPDATE assignment_period SET evidence = $3 WHERE assignment_id = $1 AND period = $2', [
    assignmentId,
    period,
    evidence,
  ]);
}
