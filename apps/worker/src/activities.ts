import { createDigestActivities, createSettleActivities } from '@don-doc/activities';
import {
  gatherDigests,
  sendMails,
  settlePlan,
  settleTask,
  type AppContext,
  type Mailer,
  type MailSettings,
} from '@don-doc/application';
import type { WorkerActivities } from '@don-doc/contracts/temporal';
import type { SettleFailures } from './loops/failures.js';

export interface ActivityPorts {
  /** For settles: a connection for each that may run at once. */
  readonly settling: AppContext;
  /** For what takes longer. */
  readonly background: AppContext;
  readonly mailer: Mailer;
  readonly mail: MailSettings;
  readonly failures: Pick<SettleFailures, 'failed' | 'succeeded'>;
}

/** The activities over their real ports. */
export function createActivities(ports: ActivityPorts): WorkerActivities {
  return {
    ...createSettleActivities({
      settleTask: (input) => settleTask(ports.settling, input),
      settlePlan: (input) => settlePlan(ports.settling, input),
      settleFailed: (subject, error) => ports.failures.failed(subject, error),
      settleSucceeded: (subject) => ports.failures.succeeded(subject),
    }),
    ...createDigestActivities({
      gather: (input) => gatherDigests({ ...ports.settling, mail: ports.mail }, input),
      send: (input, progress) =>
        sendMails({ ...ports.background, mail: ports.mail, mailer: ports.mailer }, input, progress),
    }),
  };
}
