export { PLAN_DOCUMENT_ERROR_CODES, PlanDocumentError, type PlanDocumentErrorCode } from './errors.js';
export { MAX_PLAN_BYTES } from './limits.js';
export { readPlan, type PlanReading } from './read-plan.js';
export { soTuPhapLexicon } from './data/so-tu-phap-lexicon.js';
