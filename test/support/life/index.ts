export { startLife, type Life } from './life.js';
export { RunningPlan, instantOf, launchBody, type Moment } from './plan.js';
export { AUTUMN, JULY, JUNE, LAUNCHED_AT, live, MAY, WINTER, type Act } from './script.js';
export { compare } from './oracle.js';
export { expectWhole } from './whole.js';
export { eventsSince, historiesOf, pokeAll, wait, withTrigger } from './faults.js';
