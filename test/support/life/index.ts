export { startLife, type Life } from './life.js';
export { RunningPlan, launchBody } from './plan.js';
export { AUTUMN, JULY, JUNE, LAUNCHED_AT, live, MAY, WINTER } from './script.js';
export { expectWhole } from './whole.js';
export { eventsSince, historiesOf, pokeAll, wait, withTrigger } from './faults.js';
