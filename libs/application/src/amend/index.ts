export { proposeAmendment, type ProposeAmendmentInput } from './propose-amendment.js';
export { confirmAmendment, declineAmendment, type DecideAmendmentInput } from './decide-amendment.js';
