import { DomainError } from '@don-doc/domain';
import type { ApplicationFailure } from '@temporalio/common';
import { errorCode, toFailure } from './failure.js';
import { createSettleActivities } from './settle/settle.activities.js';

const input = { planId: 'p', taskId: 't', generation: 'g' };

describe('a failure on its way into Temporal', () => {
  it('of the domain is not tried again and keeps its code as type', () => {
    const failure = toFailure(new DomainError('PLAN_CLOSED', { planId: 'p' })) as ApplicationFailure;
    expect([failure.type, failure.nonRetryable]).toEqual(['PLAN_CLOSED', true]);
  });

  it('of the driver is tried again, without the values it quotes', () => {
    const driver = Object.assign(new Error('duplicate key (email)=(a@b)'), { code: '40001' });
    const failure = toFailure(driver) as ApplicationFailure;
    expect([failure.type, failure.nonRetryable, failure.message]).toEqual(['40001', false, '40001']);
  });

  it('of a refused connection on two addresses is named by the first', () => {
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    expect(errorCode(new AggregateError([refused, refused]))).toBe('ECONNREFUSED');
  });
});

describe('a settle', () => {
  it('that fails is told to the port before it is thrown', async () => {
    const told: string[] = [];
    const { settleTask } = createSettleActivities({
      settleTask: () => Promise.reject(new DomainError('TASK_BROKEN')),
      settlePlan: () => Promise.reject(new Error('not used')),
      settleFailed: (subject, error) => told.push(`${subject.taskId} ${errorCode(error)}`),
      settleSucceeded: () => told.push('succeeded'),
    });
    await expect(settleTask(input)).rejects.toMatchObject({ type: 'TASK_BROKEN' });
    expect(told).toEqual(['t TASK_BROKEN']);
  });
});
