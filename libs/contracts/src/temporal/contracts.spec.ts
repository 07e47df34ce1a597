import { digestWorkflowId, planStart, planWorkflowId, taskStart, taskWorkflowId } from './index.js';

const ref = { planId: 'p', taskId: 't', generation: 'g1', plan: '12/KH-STP', row: '2', isRehearsal: false };

describe('ids of workflows', () => {
  it('differ by generation, so that an older one can be fenced', () => {
    expect(taskWorkflowId('t', 'g1')).not.toBe(taskWorkflowId('t', 'g2'));
    expect(planWorkflowId('p', 'g')).not.toBe(digestWorkflowId('p', 'g'));
  });
});

describe('a start', () => {
  it('carries ids only, with plan and row number as memo', () => {
    const start = taskStart(ref);
    expect(start.args).toEqual([{ planId: 'p', taskId: 't', generation: 'g1' }]);
    expect(start.memo).toEqual({ plan: '12/KH-STP', row: '2' });
    expect(start.staticSummary).toBe('Nhiệm vụ 2 · Kế hoạch 12/KH-STP');
  });

  it('always shortens the lease of a dead worker', () => {
    expect(taskStart(ref).workflowTaskTimeout).toBe(3_000);
    expect(planStart(ref).workflowTaskTimeout).toBe(3_000);
  });

  it('marks a rehearsal on Temporal’s own page', () => {
    expect(taskStart({ ...ref, isRehearsal: true }).staticSummary).toMatch(/^DIỄN TẬP · /);
  });
});
