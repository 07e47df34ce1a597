export { createSettleActivities, type SettlePorts, type SettleSubject } from './settle/settle.activities.js';
export { createDigestActivities, type DigestPorts } from './notify/digest.activities.js';
export { errorCode } from './failure.js';
