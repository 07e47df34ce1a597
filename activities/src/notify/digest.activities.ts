import type {
  DigestActivities,
  DigestSettleResult,
  DigestWorkflowInput,
  PlanWorkflowInput,
} from '@don-doc/contracts/temporal';
import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { toFailure } from '../failure.js';

export interface DigestPorts {
  gather(input: DigestWorkflowInput): Promise<DigestSettleResult>;
  /** Sends what waits, one after the other; says how many could not be sent yet. Stops early once `signal` is aborted. */
  send(input: PlanWorkflowInput, progress: { readonly signal: AbortSignal; sent(): void }): Promise<{ left: number }>;
}

export function createDigestActivities(ports: DigestPorts): DigestActivities {
  return {
    async gatherDigests(input) {
      try {
        return await ports.gather(input);
      } catch (error) {
        throw toFailure(error);
      }
    },

    async sendMails(input) {
      const context = Context.current();
      let left: number;
      try {
        ({ left } = await ports.send(input, {
          signal: context.cancellationSignal,
          sent: () => context.heartbeat(),
        }));
      } catch (error) {
        throw toFailure(error);
      }
      // Thrown so that the server, not the workflow's history, keeps the next attempt.
      if (left > 0) throw ApplicationFailure.retryable(`${left} mails wait for the mail server`, 'MAILS_LEFT');
    },
  };
}
